//! LibreOffice opens every file for an office program, and lays it out: what it makes of it holds what it should.
//!
//! Without LibreOffice these are not run, and say so; with `CI` set they fail.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use plenum::brand::OwnColours;
use plenum::export::{Minutes, Outcome, Pictures, docx, odt, slides, xlsx};
use plenum::session::Language;

use super::gathering::{Gathering, invented, open_question, plan};
use super::hostile::hostile;
use super::sheet::every_kind;
use super::word::with_picture;

/// What LibreOffice makes of a file in another format; none where there is no LibreOffice.
pub fn converted(name: &str, bytes: &[u8], to: &str) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .args([folder.path(), &file])
        .output();
    let Ok(run) = run else {
        let install = "Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui";
        assert!(std::env::var_os("CI").is_none(), "LibreOffice is required here: {install}");
        // Not captured, unlike what `eprintln!` says.
        let mut told = std::io::stderr();
        writeln!(told, "NOT RUN: {name} in LibreOffice, since there is no soffice here ({install}).")
            .unwrap();
        return None;
    };
    let ending = to.split(':').next().unwrap();
    let made = Path::new(name).with_extension(ending);
    let said = String::from_utf8_lossy(&run.stderr);
    Some(
        std::fs::read(folder.path().join(made)).unwrap_or_else(|problem| panic!("{name}: {problem}: {said}")),
    )
}

/// How many pages a PDF has.
pub fn pages(pdf: &[u8]) -> usize {
    assert!(pdf.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type/Page").count() - text.matches("/Type/Pages").count()
}

pub fn texts(name: &str, bytes: &[u8]) -> Option<String> {
    converted(name, bytes, "txt:Text (encoded):UTF8").map(|text| String::from_utf8(text).unwrap())
}

#[test]
fn minutes_are_laid_out_with_all_that_stands_in_them() {
    let (minutes, pictures) = (invented().minutes(), Pictures::new());
    for (name, bytes) in [
        ("referat.docx", docx(&minutes, &pictures).unwrap()),
        ("referat.odt", odt(&minutes, &pictures).unwrap()),
    ] {
        let Some(text) = texts(name, &bytes) else { return };
        for part in [
            "Ledersamling om helse og omsorg i Lyngvær",
            "Samhandling og felles mål (12)",
            "Bedre parkering 🚗",
        ] {
            assert!(text.contains(part), "{name}: {part} is not in {text}");
        }
        let pdf = converted(name, &bytes, "pdf").unwrap();
        assert!((2..=4).contains(&pages(&pdf)), "{name}: {} pages", pages(&pdf));
    }
}

#[test]
fn every_kind_and_a_picture_are_laid_out() {
    let (pictured, pictures) = with_picture();
    for (what, minutes) in [("every-kind", every_kind().minutes()), ("picture", pictured.minutes())] {
        let files = [
            (format!("{what}.docx"), docx(&minutes, &pictures).unwrap()),
            (format!("{what}.odt"), odt(&minutes, &pictures).unwrap()),
            (format!("{what}.xlsx"), xlsx(&minutes).unwrap()),
        ];
        for (name, bytes) in files {
            let Some(pdf) = converted(&name, &bytes, "pdf") else { return };
            assert!(pages(&pdf) >= 1, "{name}");
        }
    }
}

#[test]
fn slides_are_shown_one_for_each_question_after_the_title() {
    let (pictured, pictures) = with_picture();
    for (what, minutes) in [
        ("invented", invented().minutes()),
        ("every-kind", every_kind().minutes()),
        ("picture", pictured.minutes()),
    ] {
        let name = format!("{what}.pptx");
        let file = slides(&minutes, OwnColours::default(), &pictures).unwrap();
        let Some(pdf) = converted(&name, &file, "pdf") else { return };
        assert_eq!(pages(&pdf), 1 + minutes.questions.len(), "{name}");
    }
}

#[test]
fn hostile_texts_break_no_file() {
    let minutes = said(hostile());
    // The last of them comes after all the others.
    let last = "slutten på alle svarene";
    for (name, bytes) in [
        ("hostile.docx", docx(&minutes, &Pictures::new()).unwrap()),
        ("hostile.odt", odt(&minutes, &Pictures::new()).unwrap()),
    ] {
        let Some(text) = texts(name, &bytes) else { return };
        assert!(text.contains(last), "{name}");
    }
    let Some(table) = converted("hostile.xlsx", &xlsx(&minutes).unwrap(), "pdf") else { return };
    assert!(pages(&table) >= 1);
}

pub fn said(texts: Vec<String>) -> Minutes {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answer(1, "ja");
    let mut minutes = gathering.minutes();
    match &mut minutes.questions[0].outcome {
        Outcome::Open(open) => {
            open.rest = texts;
            open.rest.push(String::from("slutten på alle svarene"));
        }
        other => panic!("{other:?} is no free text"),
    }
    minutes
}
