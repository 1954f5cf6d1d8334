//! `plenum themes`: reads answers from a file or standard input, groups them and prints the themes.

mod input;
mod output;

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::languages::about;
use crate::session::Language;
use crate::theming::{ConceptsError, OwnConcept, Request, detect_language, explain, group};

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
    /// Say what holds each theme together, and how much of the answers the catalogue of common themes explains
    #[arg(long)]
    pub explain: bool,
    /// Headings of your own that lead where they fit: a file with one a line, "Heading: word, word"
    #[arg(long, value_name = "FILE")]
    pub concepts: Option<PathBuf>,
    /// Read the file as CSV and take the answers from this column
    #[arg(long, value_name = "NAME")]
    pub column: Option<String>,
    /// One answer a line, a JSON array of strings, or CSV with --column; "-" reads standard input
    #[arg(value_name = "FILE|-")]
    pub file: PathBuf,
}

/// The language of the answers, or that they are to tell it themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageChoice {
    /// This one.
    Spoken(Language),
    /// Told from the answers.
    Auto,
}

impl ValueEnum for LanguageChoice {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<LanguageChoice>> = LazyLock::new(|| {
            let spoken = Language::ALL.iter().copied().map(LanguageChoice::Spoken);
            spoken.chain([LanguageChoice::Auto]).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            LanguageChoice::Spoken(language) => {
                PossibleValue::new(language.tag()).help(about(*language).name)
            }
            LanguageChoice::Auto => PossibleValue::new("auto").help("Told from the answers"),
        })
    }
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
    /// A file of own headings that cannot be used.
    #[error("{name}: {reason}")]
    Concepts {
        /// The file as it was given.
        name: String,
        /// What is wrong with it.
        reason: ConceptsError,
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
            | Self::Concepts { .. }
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
    let name = if input::is_stdin(&args.file) {
        "Standard input".to_owned()
    } else {
        args.file.display().to_string()
    };
    let bytes = input::read_bytes(&args.file, &name, stdin)?;
    let text = input::decode(&bytes, &name)?;
    let answers = input::parse(text, &name, args)?;
    if answers.is_empty() {
        return Err(ThemesError::Empty { name });
    }
    if answers.len() > ANSWERS_MAX {
        return Err(ThemesError::TooMany { name, count: answers.len() });
    }
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let concepts = args.concepts.as_deref().map_or_else(|| Ok(Vec::new()), input::read_own_concepts)?;
    let concepts: Vec<OwnConcept> =
        concepts.iter().map(|(heading, words)| OwnConcept { heading, words }).collect();
    let language = match args.language {
        LanguageChoice::Spoken(language) => language,
        LanguageChoice::Auto => detect_language(&answers, &args.question),
    };
    let request = Request {
        language,
        question: &args.question,
        answers: &answers,
        concepts: &concepts,
        ..Request::default()
    };
    let grouping = group(&request);
    let explanation = args.explain.then(|| explain(&request, &grouping));
    let themes = output::Themes {
        grouping: &grouping,
        explanation: explanation.as_ref(),
        answers: &answers,
        language,
    };
    let printed = match args.format {
        OutputFormat::Text => themes.text(),
        OutputFormat::Json => themes.json()?,
        OutputFormat::Markdown => themes.markdown(),
    };
    stdout.write_all(printed.as_bytes())?;
    Ok(stdout.flush()?)
}
