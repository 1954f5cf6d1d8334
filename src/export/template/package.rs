//! The template as a package of parts: unpacked within bounds, and packed again.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::TemplateError;

/// Longest file: a logo and a letterhead take a tenth of it.
const FILE_BYTES_MAX: usize = 10 << 20;
/// Most that it may unpack to; a bomb grows a thousandfold.
const UNPACKED_BYTES_MAX: usize = 50 << 20;
/// Longest part that is read as XML.
const XML_BYTES_MAX: usize = 8 << 20;
/// Most parts.
const PARTS_MAX: usize = 1_000;
/// How files of Microsoft's older kind begin, and those behind a password.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The parts of a package in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Package {
    parts: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// Unpacks a file.
    pub fn read(file: &[u8]) -> Result<Package, TemplateError> {
        if file.len() > FILE_BYTES_MAX {
            return Err(TemplateError::TooLarge);
        }
        if file.starts_with(COMPOUND_FILE) {
            let protected: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_protected = file.windows(protected.len()).any(|window| window == protected);
            return Err(if is_protected { TemplateError::Protected } else { TemplateError::WrongType });
        }
        if !file.starts_with(b"PK\x03\x04") {
            return Err(TemplateError::WrongType);
        }
        let mut archive = ZipArchive::new(Cursor::new(file)).map_err(why)?;
        if archive.len() > PARTS_MAX {
            return Err(TemplateError::TooMuch);
        }
        let (mut package, mut names, mut left) = (Package::default(), BTreeSet::new(), UNPACKED_BYTES_MAX);
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(why)?;
            let name = entry.name().to_owned();
            if name.ends_with('/') {
                continue;
            }
            let is_sound =
                name.split('/').all(|step| !matches!(step, "" | "." | "..")) && !name.contains('\\');
            // Names differ in more than their case (ECMA-376 part 2, 6.2.2).
            if !is_sound || !names.insert(name.to_ascii_lowercase()) {
                return Err(TemplateError::Broken);
            }
            let mut bytes = Vec::new();
            // The directory may lie, so that what comes out is measured.
            let mut bounded = (&mut entry).take(left as u64 + 1);
            bounded.read_to_end(&mut bytes).map_err(|_| TemplateError::Broken)?;
            left = left.checked_sub(bytes.len()).ok_or(TemplateError::TooMuch)?;
            package.parts.push((name, bytes));
        }
        Ok(package)
    }

    /// The names of all parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|(name, _)| name.as_str())
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names().any(|part| part == name)
    }

    /// A part as a text; none where there is none, an error where it is no text in UTF-8 or too long.
    pub fn text(&self, name: &str) -> Result<Option<&str>, TemplateError> {
        let Some((_, bytes)) = self.parts.iter().find(|(part, _)| part == name) else { return Ok(None) };
        if bytes.len() > XML_BYTES_MAX {
            return Err(TemplateError::TooMuch);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        std::str::from_utf8(bytes).map(Some).map_err(|_| TemplateError::Broken)
    }

    /// Puts a part in its place, or after all others where it is new.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        match self.parts.iter_mut().find(|(part, _)| part == name) {
            Some((_, kept)) => *kept = bytes,
            None => self.parts.push((name.to_owned(), bytes)),
        }
    }

    /// Takes a part away.
    pub fn drop(&mut self, name: &str) {
        self.parts.retain(|(part, _)| part != name);
    }

    /// Packs all parts, those in `instead` in the place of what is kept.
    pub fn packed(&self, instead: &[(&str, Vec<u8>)]) -> ZipResult<Vec<u8>> {
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        let find = |name: &str| instead.iter().find(|(part, _)| *part == name).map(|(_, bytes)| bytes);
        let new = instead.iter().filter(|(name, _)| !self.has(name)).map(|(name, bytes)| (*name, bytes));
        let kept = self.parts.iter().map(|(name, bytes)| (name.as_str(), find(name).unwrap_or(bytes)));
        for (name, bytes) in kept.chain(new) {
            file.start_file(name, SimpleFileOptions::default())?;
            file.write_all(bytes)?;
        }
        Ok(file.finish()?.into_inner())
    }
}

fn why(problem: ZipError) -> TemplateError {
    match problem {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => TemplateError::Protected,
        _ => TemplateError::Broken,
    }
}
