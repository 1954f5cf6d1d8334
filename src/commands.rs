//! Commands that work on files: themes, export and check.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use plenum::export::{
    self, AskedQuestion, Bom, Letterhead, Minutes, MinutesChoices, MinutesOptions, Pictures,
};
use plenum::session::{JoinCode, Language, Session};
use plenum::store::{CatalogueEntry, SqliteReader, StoreError, Verified};
use plenum::themes_command::{self, ThemesArgs};

use crate::cli::{CheckArgs, ExportArgs, ExportFormat};
use crate::start::{own_look, own_template};

/// Groups a file's answers; exit code 2 when there is something wrong with the file.
pub fn themes(arguments: &ThemesArgs) -> ExitCode {
    match themes_command::run(arguments, &mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(problem.exit_code())
        }
    }
}

/// Writes the minutes of a stored session, or what else can be made of it; a server may go on serving it meanwhile.
pub fn export(arguments: &ExportArgs) -> Result<()> {
    let code: JoinCode =
        arguments.code.parse().map_err(|problem: &str| anyhow!("{problem}, as in 3885 1953"))?;
    let reader = SqliteReader::open(&arguments.data.folder)?;
    let entry = reader.find(&code.to_string())?.with_context(|| {
        format!("There is no session with code {} in {}", code.grouped(), arguments.data.folder.display())
    })?;
    let session = read_session(&reader, &entry)?;
    let options = MinutesOptions::of_session(arguments.data.zone(), code).choosing(MinutesChoices {
        answers: !arguments.without_answers,
        language: arguments.language.as_deref().and_then(Language::of_tag),
        themes: arguments.themes,
    });
    let look = own_look(&arguments.brand)?;
    let mut minutes = export::minutes(&session, &options);
    minutes.letterhead = Letterhead::of(&look);
    let (name, body) = match arguments.format {
        ExportFormat::Docx => {
            let pictures = read_pictures(&reader, &entry, &session)?;
            let body = match own_template(&arguments.brand)? {
                Some(template) => export::docx_in(&template, &minutes, &pictures)?,
                None => export::docx(&minutes, &pictures)?,
            };
            (export::file_name(&minutes, "docx"), body)
        }
        ExportFormat::Html => (
            export::file_name(&minutes, "html"),
            export::html(&minutes, &read_pictures(&reader, &entry, &session)?).into_bytes(),
        ),
        ExportFormat::Odt => (
            export::file_name(&minutes, "odt"),
            export::odt(&minutes, &read_pictures(&reader, &entry, &session)?)?,
        ),
        ExportFormat::Pdf => (
            export::file_name(&minutes, "pdf"),
            export::pdf(&minutes, &read_pictures(&reader, &entry, &session)?)?,
        ),
        ExportFormat::Markdown => {
            (export::file_name(&minutes, "md"), export::markdown(&minutes).into_bytes())
        }
        ExportFormat::Csv => {
            let mut table = Vec::new();
            export::answers_csv(&minutes, None, Bom::Without, &mut table)?;
            (export::answers_file_name(&minutes, None, "csv"), table)
        }
        ExportFormat::Xlsx => (export::answers_file_name(&minutes, None, "xlsx"), export::xlsx(&minutes)?),
        ExportFormat::Pptx => (
            export::slides_file_name(&minutes),
            export::slides(&minutes, look.colours, &read_pictures(&reader, &entry, &session)?)?,
        ),
        ExportFormat::Svg => {
            let (number, question) = asked(&minutes, arguments.question)?;
            let pictures = read_pictures(&reader, &entry, &session)?;
            let drawing = export::result_svg(&minutes, question, look.colours, &pictures);
            (export::picture_file_name(&minutes, number, "svg"), drawing.into_bytes())
        }
        ExportFormat::Png => {
            let (number, question) = asked(&minutes, arguments.question)?;
            let pictures = read_pictures(&reader, &entry, &session)?;
            let picture = export::result_png(&minutes, question, look.colours, &pictures)?;
            (export::picture_file_name(&minutes, number, "png"), picture)
        }
        ExportFormat::Archive => {
            let pictures = read_pictures(&reader, &entry, &session)?;
            let archive = export::archive(&session, code.number().into()).with_pictures(&session, &pictures);
            (export::archive_file_name(&archive.details), serde_json::to_vec(&archive)?)
        }
    };
    let output = arguments.output.clone().unwrap_or_else(|| name.into());
    if output.as_os_str() == "-" {
        return Ok(io::stdout().write_all(&body)?);
    }
    std::fs::write(&output, body).with_context(|| format!("{} could not be written", output.display()))?;
    println!("{}", output.display());
    Ok(())
}

/// The question with this number among those that were asked, or the only one.
fn asked(minutes: &Minutes, number: Option<usize>) -> Result<(usize, &AskedQuestion)> {
    let only = (minutes.questions.len() == 1).then_some(1);
    let number = number.or(only).unwrap_or(0);
    let question = number.checked_sub(1).and_then(|index| minutes.questions.get(index));
    let question = question.with_context(|| {
        let prompt =
            |question: &AskedQuestion| question.prompt.split_whitespace().collect::<Vec<_>>().join(" ");
        let listed =
            (1..).zip(&minutes.questions).map(|(number, asked)| format!("\n  {number}  {}", prompt(asked)));
        if minutes.questions.is_empty() {
            String::from("Nobody has been asked anything in this session yet, so there is no result to draw")
        } else {
            format!("Say with --question which result is wanted:{}", listed.collect::<String>())
        }
    })?;
    Ok((number, question))
}

/// Verifies every session's log: the chain of hashes, and that its events can be read and folded.
pub fn check(arguments: &CheckArgs) -> ExitCode {
    let folder = &arguments.data.folder;
    let entries = SqliteReader::open(folder).and_then(|reader| Ok((reader.catalogue()?, reader)));
    let (entries, reader) = match entries {
        Ok(opened) => opened,
        Err(problem) => {
            eprintln!("{}: {problem}", folder.display());
            return ExitCode::from(2);
        }
    };
    let mut damaged = 0;
    for entry in &entries {
        match check_one(&reader, entry) {
            Ok((verified, title)) => println!(
                "{}  whole    {} events, {} erased  {title}",
                entry.code, verified.records, verified.erased
            ),
            Err(problem) => {
                damaged += 1;
                println!("{}  DAMAGED  {problem}", entry.code);
            }
        }
    }
    println!("{} sessions checked, {damaged} damaged.", entries.len());
    if damaged == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn check_one(reader: &SqliteReader, entry: &CatalogueEntry) -> Result<(Verified, String), StoreError> {
    let verified = reader.verify(entry.session)?;
    let session = read_session(reader, entry)?;
    Ok((verified, session.details.title.to_string()))
}

fn read_pictures(
    reader: &SqliteReader,
    entry: &CatalogueEntry,
    session: &Session,
) -> Result<Pictures, StoreError> {
    let mut pictures = Pictures::new();
    for id in session.pictures_shown() {
        pictures.extend(reader.picture(entry.session, id.bits())?.map(|bytes| (id, bytes.into())));
    }
    Ok(pictures)
}

fn read_session(reader: &SqliteReader, entry: &CatalogueEntry) -> Result<Session, StoreError> {
    let rows = plenum::hub::recorded(reader.read(entry.session, 0)?)?;
    Ok(Session::replay(rows).0)
}
