//! Texts with columns: CSV as of RFC 4180, with whichever separator and in whichever encoding a spreadsheet wrote it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ImportError;
use super::table::Tables;

/// How many records decide which separator it is.
const SAMPLE: usize = 200;
/// What separates nothing: a text of one column has no separator.
const NOTHING: u8 = 0x1f;
/// How files begin that are something else.
const OTHERS: [&[u8]; 9] =
    [b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"RIFF"];

/// The one table of such a text.
pub(super) fn read(file: &[u8]) -> Result<Tables, ImportError> {
    if OTHERS.iter().any(|begins| file.starts_with(begins)) {
        return Err(ImportError::WrongType);
    }
    let text = decoded(file);
    if !is_text(&text) || is_markup(&text) {
        return Err(ImportError::WrongType);
    }
    let (separator, text) = separator(&text);
    let mut tables = Tables::default();
    tables.begin("")?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut row = 0;
    while reader.read_byte_record(&mut record).map_err(|_| ImportError::Broken)? {
        for (column, cell) in record.iter().enumerate() {
            tables.put(row, column, &String::from_utf8_lossy(cell))?;
        }
        row += 1;
    }
    Ok(tables)
}

/// The text in whichever encoding its mark or its bytes say; what is no UTF-8 is Windows-1252, which old programs write.
fn decoded(file: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(file) {
        return encoding.decode_without_bom_handling(&file[mark..]).0;
    }
    if let Some(encoding) = unmarked_utf16(file) {
        return encoding.decode_without_bom_handling(file).0;
    }
    match std::str::from_utf8(file) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(file).0,
    }
}

/// UTF-16 without a mark has a NUL for nearly every second byte of a European text.
fn unmarked_utf16(file: &[u8]) -> Option<&'static Encoding> {
    let nuls = |parity: usize| file.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let most = file.len() / 4;
    if odd > most && even == 0 {
        Some(UTF_16LE)
    } else if even > most && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether hardly anything in it is a control character.
fn is_text(text: &str) -> bool {
    const STRANGE_PERCENT_MAX: usize = 3;
    let strange = |letter: &char| letter.is_control() && !"\n\r\t\u{b}\u{c}".contains(*letter);
    let letters = text.chars().count();
    text.chars().filter(strange).count() * 100 <= letters * STRANGE_PERCENT_MAX
}

/// Whether it is a web page, an archive of a session or the like.
fn is_markup(text: &str) -> bool {
    let text = text.trim();
    let begins = text.get(..text.len().min(9)).unwrap_or_default().to_ascii_lowercase();
    begins.starts_with("<!doctype")
        || begins.starts_with("<html")
        || begins.starts_with("<?xml")
        || text.starts_with('{') && text.ends_with('}') && text.contains("\":")
}

/// The separator, and the text without the line in which Excel is told of it.
fn separator(text: &str) -> (u8, &str) {
    if let Some(told) = text.strip_prefix("sep=") {
        let (told, rest) = told.split_once('\n').unwrap_or((told, ""));
        if let [separator] = told.trim_end_matches('\r').as_bytes() {
            return (*separator, rest);
        }
    }
    let best = b";,\t".iter().filter_map(|separator| Some((evenness(text, *separator)?, *separator))).max();
    (best.map_or(NOTHING, |(_, separator)| separator), text)
}

/// How evenly a separator parts the first records, in hundredths, and into how many; nothing where it mostly parts none,
/// or where it stands in sentences: there a space follows it, and not every record has as many.
fn evenness(text: &str, separator: u8) -> Option<(usize, usize)> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let records: Vec<ByteRecord> = reader.byte_records().take(SAMPLE).map_while(Result::ok).collect();
    let mut counts = BTreeMap::new();
    records.iter().for_each(|record| *counts.entry(record.len()).or_insert(0) += 1);
    let (size, even) = counts.into_iter().max_by_key(|(size, even)| (*even, *size))?;
    let cells = || records.iter().flat_map(|record| record.iter().skip(1));
    let spaced = cells().filter(|cell| cell.starts_with(b" ")).count() * 2 > cells().count();
    let is_one = size > 1 && (even == records.len() || !spaced);
    is_one.then_some((even * 100 / records.len(), size))
}
