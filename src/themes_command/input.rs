//! Reads answers: one a line, a JSON array of strings, or a column of a CSV.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{FILE_BYTES_MAX, ThemesArgs, ThemesError};
use crate::theming::read_concepts;

/// Whether the answers come from standard input.
pub(super) fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The bytes of the file or of standard input, at most [`FILE_BYTES_MAX`].
pub(super) fn read_bytes(file: &Path, name: &str, stdin: &mut impl Read) -> Result<Vec<u8>, ThemesError> {
    let unreadable = |reason| ThemesError::Unreadable { name: name.to_owned(), reason };
    let mut bytes = Vec::new();
    if is_stdin(file) {
        stdin.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        let opened = File::open(file).map_err(unreadable)?;
        opened.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(ThemesError::TooLarge { name: name.to_owned() });
    }
    Ok(bytes)
}

/// The text without a byte order mark.
pub(super) fn decode<'a>(bytes: &'a [u8], name: &str) -> Result<&'a str, ThemesError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() + 1;
        ThemesError::NotUtf8 { name: name.to_owned(), line }
    })?;
    // Text with NUL bytes is UTF-16 that happens to be valid UTF-8.
    if let Some(at) = text.find('\0') {
        let line = text[..at].matches('\n').count() + 1;
        return Err(ThemesError::NotUtf8 { name: name.to_owned(), line });
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The headings of a file of own headings, with their words.
pub(super) fn read_own_concepts(file: &Path) -> Result<Vec<(String, String)>, ThemesError> {
    let name = file.display().to_string();
    let bytes = read_bytes(file, &name, &mut std::io::stdin())?;
    read_concepts(decode(&bytes, &name)?).map_err(|reason| ThemesError::Concepts { name, reason })
}

/// The answers that are not empty, in input order.
pub(super) fn parse(text: &str, name: &str, args: &ThemesArgs) -> Result<Vec<String>, ThemesError> {
    let extension =
        args.file.extension().and_then(|extension| extension.to_str()).unwrap_or("").to_lowercase();
    let answers = if let Some(column) = &args.column {
        parse_csv(text, name, Some(column))?
    } else if extension == "csv" {
        parse_csv(text, name, None)?
    } else {
        match parse_json(text, name, extension == "json")? {
            Some(answers) => answers,
            None => text.lines().map(str::to_owned).collect(),
        }
    };
    Ok(answers
        .into_iter()
        .map(|answer| answer.trim().to_owned())
        .filter(|answer| !answer.is_empty())
        .collect())
}

/// The strings of a JSON array; nothing when the text is no JSON and may be lines, as "[not sure]" is.
fn parse_json(text: &str, name: &str, must_be_json: bool) -> Result<Option<Vec<String>>, ThemesError> {
    let not_strings = |found: String| ThemesError::NotStrings { name: name.to_owned(), found };
    if !must_be_json && !text.trim_start().starts_with(['[', '{']) {
        return Ok(None);
    }
    match serde_json::from_str(text) {
        Ok(serde_json::Value::Array(values)) => values
            .into_iter()
            .enumerate()
            .map(|(index, value)| match value {
                serde_json::Value::String(answer) => Ok(answer),
                other => Err(not_strings(format!("element {index} is {}", kind(&other)))),
            })
            .collect::<Result<_, _>>()
            .map(Some),
        Ok(other) => Err(not_strings(format!("it is {}", kind(&other)))),
        Err(error) if must_be_json => Err(not_strings(error.to_string())),
        Err(_) => Ok(None),
    }
}

fn kind(value: &serde_json::Value) -> &'static str {
    match value {
        serde_json::Value::Null => "null",
        serde_json::Value::Bool(_) => "true or false",
        serde_json::Value::Number(_) => "a number",
        serde_json::Value::String(_) => "a string",
        serde_json::Value::Array(_) => "an array",
        serde_json::Value::Object(_) => "an object",
    }
}

fn parse_csv(text: &str, name: &str, wanted: Option<&str>) -> Result<Vec<String>, ThemesError> {
    let not_csv = |reason| ThemesError::NotCsv { name: name.to_owned(), reason };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let header = reader.headers().map_err(not_csv)?.clone();
    if header.is_empty() {
        return Err(ThemesError::Empty { name: name.to_owned() });
    }
    let columns =
        || header.iter().map(|column| format!("\"{}\"", column.trim())).collect::<Vec<_>>().join(", ");
    let Some(wanted) = wanted else {
        return Err(ThemesError::ColumnMissing { name: name.to_owned(), columns: columns() });
    };
    let same = |column: &str| column.trim().to_lowercase() == wanted.trim().to_lowercase();
    let Some(position) =
        header.iter().position(|column| column == wanted).or_else(|| header.iter().position(same))
    else {
        let (wanted, columns) = (wanted.to_owned(), columns());
        return Err(ThemesError::ColumnUnknown { name: name.to_owned(), wanted, columns });
    };
    reader
        .records()
        .map(|record| Ok(record.map_err(not_csv)?.get(position).unwrap_or("").to_owned()))
        .collect()
}

/// Norwegian spreadsheets part columns with semicolons: what the first line has most of counts.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let mut best = (first.matches(',').count(), b',');
    for candidate in *b";\t" {
        let count = first.matches(char::from(candidate)).count();
        if count > best.0 {
            best = (count, candidate);
        }
    }
    best.1
}
