//! `plenum themes`: reads answers from a file or standard input, groups them and prints the themes.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::session::Language;
use crate::theming::{Grouping, Request, detect_language, group};

/// Group a file of answers into themes.
#[derive(Args, Clone, Debug)]
pub struct ThemesArgs {
    /// Language of the answers
    #[arg(long, value_enum, default_value_t = LanguageChoice::Auto)]
    pub language: LanguageChoice,
    /// The question that was asked; its words are not taken for content
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub question: String,
    /// How the themes are printed
    #[arg(long, value_enum, default_value_t = OutputFormat::Text)]
    pub format: OutputFormat,
    /// Read the file as CSV and take the answers from this column
    #[arg(long, value_name = "NAME")]
    pub column: Option<String>,
    /// One answer a line, a JSON array of strings, or CSV with --column; "-" reads standard input
    #[arg(value_name = "FILE|-")]
    pub file: PathBuf,
}

/// The language of the answers, or that they are to tell it themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanguageChoice {
    /// Norwegian Bokmål
    Nb,
    /// Norwegian Nynorsk
    Nn,
    /// English
    En,
    /// Told from the answers
    Auto,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// Headings with counts, and the answers below
    Text,
    /// Themes and indexes of answers, for programs
    Json,
    /// Headings and lists
    Markdown,
}

/// Why there are no themes. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ThemesError {
    /// The file cannot be opened or read.
    #[error("Cannot read {name}: {reason}. Check the name of the file and that you may read it.")]
    Unreadable {
        /// The file as it was given.
        name: String,
        /// What the system said.
        reason: io::Error,
    },
    /// More bytes than [`FILE_BYTES_MAX`].
    #[error("{name} is larger than {} MB. Split it into several files.", FILE_BYTES_MAX / 1_000_000)]
    TooLarge {
        /// The file as it was given.
        name: String,
    },
    /// Not UTF-8.
    #[error(
        "{name} is not UTF-8 (line {line} has other bytes). Save it with the encoding UTF-8 and try again."
    )]
    NotUtf8 {
        /// The file as it was given.
        name: String,
        /// The first line that cannot be read, from 1.
        line: usize,
    },
    /// JSON of another shape than an array of strings.
    #[error(
        "{name} is not a JSON array of strings ({found}). It should look like [\"first answer\", \"second answer\"]."
    )]
    NotStrings {
        /// The file as it was given.
        name: String,
        /// What was found instead.
        found: String,
    },
    /// A CSV file without `--column`.
    #[error(
        "{name} is a CSV file: say which column has the answers with --column. The columns are: {columns}."
    )]
    ColumnMissing {
        /// The file as it was given.
        name: String,
        /// The columns there are.
        columns: String,
    },
    /// `--column` names none of the columns.
    #[error("{name} has no column \"{wanted}\". The columns are: {columns}.")]
    ColumnUnknown {
        /// The file as it was given.
        name: String,
        /// The name that was asked for.
        wanted: String,
        /// The columns there are.
        columns: String,
    },
    /// A CSV file that cannot be read as one.
    #[error("{name} cannot be read as CSV: {reason}.")]
    NotCsv {
        /// The file as it was given.
        name: String,
        /// What the reader said.
        reason: csv::Error,
    },
    /// Nothing to group.
    #[error("{name} has no answers. Write one answer a line.")]
    Empty {
        /// The file as it was given.
        name: String,
    },
    /// More answers than [`ANSWERS_MAX`].
    #[error(
        "{name} has {count} answers; at most {ANSWERS_MAX} can be grouped at once. Split it into several files."
    )]
    TooMany {
        /// The file as it was given.
        name: String,
        /// How many answers it has.
        count: usize,
    },
    /// The themes cannot be printed.
    #[error("Cannot print the themes: {0}.")]
    Unwritable(#[from] io::Error),
}

impl ThemesError {
    /// The exit code of the process: 2 when the input must be put right, 1 when the output failed.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Unwritable(_) => 1,
            Self::Unreadable { .. }
            | Self::TooLarge { .. }
            | Self::NotUtf8 { .. }
            | Self::NotStrings { .. }
            | Self::ColumnMissing { .. }
            | Self::ColumnUnknown { .. }
            | Self::NotCsv { .. }
            | Self::Empty { .. }
            | Self::TooMany { .. } => 2,
        }
    }
}

/// Largest input, in bytes: far more than the answers of a full hall, and little enough to hold in memory.
pub const FILE_BYTES_MAX: u64 = 64_000_000;
/// Most answers in one run: about ten seconds of grouping.
pub const ANSWERS_MAX: usize = 100_000;

/// Reads, groups and prints. `stdin` is read when the file is "-".
pub fn run(args: &ThemesArgs, stdin: &mut impl Read, stdout: &mut impl Write) -> Result<(), ThemesError> {
    let name = if is_stdin(&args.file) {
        "Standard input".to_owned()
    } else {
        args.file.display().to_string()
    };
    let bytes = read_bytes(&args.file, &name, stdin)?;
    let text = decode(&bytes, &name)?;
    let answers = parse(text, &name, args)?;
    if answers.is_empty() {
        return Err(ThemesError::Empty { name });
    }
    if answers.len() > ANSWERS_MAX {
        return Err(ThemesError::TooMany {
            name,
            count: answers.len(),
        });
    }
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let language = match args.language {
        LanguageChoice::Nb => Language::Nb,
        LanguageChoice::Nn => Language::Nn,
        LanguageChoice::En => Language::En,
        LanguageChoice::Auto => detect_language(&answers, &args.question),
    };
    let grouping = group(&Request {
        language,
        question: &args.question,
        answers: &answers,
        decided: &[],
        previous: &[],
    });
    let printed = match args.format {
        OutputFormat::Text => text_of(&grouping, &answers, language),
        OutputFormat::Json => json_of(&grouping)?,
        OutputFormat::Markdown => markdown_of(&grouping, &answers, language),
    };
    stdout.write_all(printed.as_bytes())?;
    Ok(stdout.flush()?)
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn read_bytes(file: &Path, name: &str, stdin: &mut impl Read) -> Result<Vec<u8>, ThemesError> {
    let unreadable = |reason| ThemesError::Unreadable {
        name: name.to_owned(),
        reason,
    };
    let mut bytes = Vec::new();
    if is_stdin(file) {
        stdin
            .take(FILE_BYTES_MAX + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    } else {
        let opened = File::open(file).map_err(unreadable)?;
        opened
            .take(FILE_BYTES_MAX + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    }
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(ThemesError::TooLarge {
            name: name.to_owned(),
        });
    }
    Ok(bytes)
}

/// The text without a byte order mark.
fn decode<'a>(bytes: &'a [u8], name: &str) -> Result<&'a str, ThemesError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count()
            + 1;
        ThemesError::NotUtf8 {
            name: name.to_owned(),
            line,
        }
    })?;
    // Text with NUL bytes is UTF-16 that happens to be valid UTF-8.
    if let Some(at) = text.find('\0') {
        let line = text[..at].matches('\n').count() + 1;
        return Err(ThemesError::NotUtf8 {
            name: name.to_owned(),
            line,
        });
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The answers that are not empty, in input order.
fn parse(text: &str, name: &str, args: &ThemesArgs) -> Result<Vec<String>, ThemesError> {
    let extension = args
        .file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
        .to_lowercase();
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
    let not_strings = |found: String| ThemesError::NotStrings {
        name: name.to_owned(),
        found,
    };
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
    let not_csv = |reason| ThemesError::NotCsv {
        name: name.to_owned(),
        reason,
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(not_csv)?.clone();
    if header.is_empty() {
        return Err(ThemesError::Empty {
            name: name.to_owned(),
        });
    }
    let columns = || {
        header
            .iter()
            .map(|column| format!("\"{}\"", column.trim()))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let Some(wanted) = wanted else {
        return Err(ThemesError::ColumnMissing {
            name: name.to_owned(),
            columns: columns(),
        });
    };
    let same = |column: &str| column.trim().to_lowercase() == wanted.trim().to_lowercase();
    let Some(position) = header
        .iter()
        .position(|column| column == wanted)
        .or_else(|| header.iter().position(same))
    else {
        let (wanted, columns) = (wanted.to_owned(), columns());
        return Err(ThemesError::ColumnUnknown {
            name: name.to_owned(),
            wanted,
            columns,
        });
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

/// What answers that fit nowhere are called.
fn rest_heading(language: Language) -> &'static str {
    match language {
        Language::Nb | Language::Nn => "Andre tema",
        Language::En => "Other",
    }
}

/// Headings with their answers, the residue last and only when there is one.
fn sections(grouping: &Grouping, language: Language) -> impl Iterator<Item = (&str, &[usize])> {
    let themes = grouping
        .themes
        .iter()
        .map(|theme| (theme.label.as_str(), theme.answers.as_slice()));
    let rest = (!grouping.rest.is_empty()).then_some((rest_heading(language), grouping.rest.as_slice()));
    themes.chain(rest)
}

fn text_of(grouping: &Grouping, answers: &[&str], language: Language) -> String {
    let blocks: Vec<String> = sections(grouping, language)
        .map(|(label, indexes)| {
            let lines: String = indexes
                .iter()
                .map(|&index| format!("  {}\n", one_line(answers[index])))
                .collect();
            format!("{label} ({})\n{lines}", indexes.len())
        })
        .collect();
    blocks.join("\n")
}

fn markdown_of(grouping: &Grouping, answers: &[&str], language: Language) -> String {
    let blocks: Vec<String> = sections(grouping, language)
        .map(|(label, indexes)| {
            let lines: String = indexes
                .iter()
                .map(|&index| format!("- {}\n", markdown_escaped(&one_line(answers[index]))))
                .collect();
            format!("## {} ({})\n\n{lines}", markdown_escaped(label), indexes.len())
        })
        .collect();
    blocks.join("\n")
}

/// Line ends and control characters, which could steer a terminal, become spaces.
fn one_line(answer: &str) -> String {
    let spaced: String = answer
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that Markdown shows as it is written.
fn markdown_escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (position, character) in text.chars().enumerate() {
        let special = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        );
        let list_mark = (position == 0 && matches!(character, '-' | '+'))
            || (digits > 0 && position == digits && matches!(character, '.' | ')'));
        if special || list_mark {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[derive(Serialize)]
struct ThemesJson<'a> {
    themes: Vec<ThemeJson<'a>>,
    unthemed: &'a [usize],
}

#[derive(Serialize)]
struct ThemeJson<'a> {
    label: &'a str,
    parent: Option<usize>,
    answers: &'a [usize],
}

fn json_of(grouping: &Grouping) -> Result<String, ThemesError> {
    let themes = grouping
        .themes
        .iter()
        .map(|theme| ThemeJson {
            label: &theme.label,
            parent: theme.parent,
            answers: &theme.answers,
        })
        .collect();
    let json = serde_json::to_string(&ThemesJson {
        themes,
        unthemed: &grouping.rest,
    })
    .map_err(io::Error::from)?;
    Ok(json + "\n")
}
