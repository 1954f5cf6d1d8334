//! Spreadsheets are packed as zip archives: what is in one, and whether it unpacks to more than is read.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::ImportError;

/// Most that a file may unpack to: text is packed to a fifth, and a bomb to a thousandth.
const UNPACKED_BYTES_MAX: usize = 64 << 20;
/// Most files in one: a sheet each, and what goes with them.
const ENTRIES_MAX: usize = 1_000;
/// How OpenDocument spreadsheets name their kind.
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// In the XML of Excel this says how many texts follow, and room is made for as many.
const COUNT: &[u8] = b"uniqueCount";

/// What is packed.
#[derive(Debug)]
pub(super) enum Kind {
    /// A workbook of Excel.
    Workbook,
    /// An OpenDocument spreadsheet.
    OpenDocument {
        /// Its XML with the sheets.
        content: String,
    },
}

/// Whether a file is a zip archive.
pub(super) fn is_one(file: &[u8]) -> bool {
    file.starts_with(b"PK\x03\x04") || file.starts_with(b"PK\x05\x06")
}

/// Why a file of the older format of Microsoft's is not read; nothing where it is no such file.
pub(super) fn as_compound_file(file: &[u8]) -> Option<ImportError> {
    if !file.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return None;
    }
    let protected: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_protected = file.windows(protected.len()).any(|window| window == protected);
    Some(if is_protected { ImportError::Protected } else { ImportError::Old })
}

/// What is in an archive. It is unpacked once in full and measured, since its directory may lie.
pub(super) fn open(file: &[u8]) -> Result<Kind, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(why)?;
    if archive.len() > ENTRIES_MAX {
        return Err(ImportError::TooMuch);
    }
    let (mut left, mut is_workbook, mut is_open_document, mut content) =
        (UNPACKED_BYTES_MAX, false, false, None);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(why)?;
        let name = entry.name().to_ascii_lowercase();
        let bytes = unpacked(&mut entry, left)?;
        left -= bytes.len();
        is_workbook |= name.ends_with("workbook.xml");
        is_open_document |= name == "mimetype" && bytes.starts_with(OPEN_DOCUMENT);
        if name.ends_with(".xml") && !is_sound(&bytes) {
            return Err(ImportError::Broken);
        }
        if name == "meta-inf/manifest.xml" && holds(&bytes, b"encryption-data") {
            return Err(ImportError::Protected);
        }
        if name == "content.xml" {
            content = Some(bytes);
        }
    }
    match content {
        Some(content) if is_open_document => {
            let content = String::from_utf8(content).map_err(|_| ImportError::Broken)?;
            Ok(Kind::OpenDocument { content })
        }
        _ if is_workbook => Ok(Kind::Workbook),
        _ => Err(ImportError::WrongType),
    }
}

fn unpacked<R: Read>(entry: &mut ZipFile<'_, R>, bytes_max: usize) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    entry.take(bytes_max as u64 + 1).read_to_end(&mut bytes).map_err(|_| ImportError::Broken)?;
    if bytes.len() > bytes_max { Err(ImportError::TooMuch) } else { Ok(bytes) }
}

/// Whether room is not asked for more texts than there can be. Only in an encoding in which that can be seen.
fn is_sound(xml: &[u8]) -> bool {
    let told = |at: usize| {
        let rest = &xml[at + COUNT.len()..];
        let digits = rest.iter().skip_while(|byte| byte.is_ascii_whitespace() || b"='\"+".contains(byte));
        let digits: Vec<u8> = digits.take_while(|byte| byte.is_ascii_digit()).copied().collect();
        std::str::from_utf8(&digits).unwrap_or_default().parse::<usize>().unwrap_or(usize::MAX)
    };
    let mut counts = places(xml, COUNT).map(told);
    !xml.contains(&0) && counts.all(|count| count <= xml.len())
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    places(bytes, wanted).next().is_some()
}

fn places<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(wanted.len()).enumerate().filter(move |(_, window)| *window == wanted).map(|(at, _)| at)
}

fn why(problem: ZipError) -> ImportError {
    match problem {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ImportError::Protected,
        _ => ImportError::Broken,
    }
}
