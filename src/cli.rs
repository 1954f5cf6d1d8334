//! The commands and their arguments.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use plenum::config::{BrandSettings, DataSettings, ServeSettings};
use plenum::export::ThemeOrder;
use plenum::session::Language;
use plenum::themes_command::ThemesArgs;

/// Live facilitation and polling for gatherings: people join by code on their phones, answers are grouped into
/// themes, and the minutes are written when the meeting ends.
///
/// Without a command the server starts. Settings are read from flags, then from the environment, then from a file
/// named .env in the working folder.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub serve: ServeSettings,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start the server (the default).
    Serve(ServeSettings),
    /// Start the server with an invented gathering and forty simulated participants.
    Demo(ServeSettings),
    /// Group the answers of a file into themes.
    Themes(ThemesArgs),
    /// Write the minutes of a stored session, its results as slides or pictures, its answers, or all of it as an archive.
    Export(ExportArgs),
    /// Verify the stored logs of all sessions.
    Check(CheckArgs),
}

#[derive(Args)]
pub struct ExportArgs {
    /// The session's join code.
    pub code: String,
    /// Format of the file.
    #[arg(long, value_enum, default_value_t = ExportFormat::Docx)]
    pub format: ExportFormat,
    /// File to write; named after the session when left out, - for standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Which question's result, for a picture or a drawing: its number among those that were asked, from 1.
    #[arg(long, value_name = "NUMBER")]
    pub question: Option<usize>,
    /// Leave out single answers: themes and figures alone.
    #[arg(long)]
    pub without_answers: bool,
    /// How themes follow each other.
    #[arg(long, value_enum, default_value_t = ThemeOrder::Board)]
    pub themes: ThemeOrder,
    /// Language of the wording; the session's own when left out.
    #[arg(long, value_parser = PossibleValuesParser::new(Language::ALL.iter().map(|language| language.tag())))]
    pub language: Option<String>,
    #[command(flatten)]
    pub data: DataSettings,
    #[command(flatten)]
    pub brand: BrandSettings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Word.
    Docx,
    /// One HTML file, to print or to publish.
    Html,
    /// OpenDocument, as LibreOffice writes it.
    Odt,
    /// PDF for an archive, where this program was built with the feature `pdf`.
    Pdf,
    /// Markdown.
    Markdown,
    /// A spreadsheet of results and answers.
    Xlsx,
    /// All answers as one table.
    Csv,
    /// Slides for PowerPoint and others, one for each question.
    Pptx,
    /// The result of one question as a drawing.
    Svg,
    /// The result of one question as a picture.
    Png,
    /// The whole session as an archive (JSON), to be read back.
    Archive,
}

#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub data: DataSettings,
}
