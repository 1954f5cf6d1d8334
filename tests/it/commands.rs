//! The commands of the real program, by their output and exit codes.

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use plenum::client::Phone;

use crate::common::{Process, Server, TEXT, plan, text};

fn plenum(arguments: &[&str], folder: &Path, input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plenum"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its input may be gone before it has read it.
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn themes_groups_what_it_reads() {
    let folder = tempfile::tempdir().unwrap();
    let answers = "Bedre samhandling\n\nMer parkering\nsamhandling på tvers\nParkering nær inngangen\n";
    let made = plenum(&["themes", "--language", "nb", "--format", "json", "-"], folder.path(), answers);
    assert!(made.status.success(), "{}", stderr(&made));
    let themes: serde_json::Value = serde_json::from_slice(&made.stdout).unwrap();
    let mut groups: Vec<Vec<u64>> = themes["themes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|theme| theme["answers"].as_array().unwrap().iter().filter_map(|index| index.as_u64()).collect())
        .collect();
    groups.sort();
    assert_eq!(groups, [[0, 2], [1, 3]], "{themes}");
    assert_eq!(themes["unthemed"], serde_json::json!([]));
}

#[test]
fn themes_says_what_is_wrong_with_a_file_and_exits_with_2() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("latin1.txt"), b"bl\xe5b\xe6r").unwrap();
    std::fs::write(folder.path().join("table.csv"), "navn,svar\na,b\n").unwrap();
    let cases: [&[&str]; 4] = [
        &["themes", "-"],
        &["themes", "nowhere.txt"],
        &["themes", "latin1.txt"],
        &["themes", "--column", "tekst", "table.csv"],
    ];
    for arguments in cases {
        let made = plenum(arguments, folder.path(), "");
        assert_eq!(made.status.code(), Some(2), "{arguments:?}: {}", stdout(&made));
        assert!(stderr(&made).len() > 20 && made.stdout.is_empty(), "{arguments:?}: {}", stderr(&made));
    }
}

#[tokio::test]
async fn export_writes_the_minutes_while_a_server_runs_and_check_finds_the_logs_whole() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let server = Server::start(&data).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Tid til hver bruker")).await.unwrap();
    let code = session.code.grouped();
    let run = |arguments: &[&str]| plenum(&[arguments, &["--data", "data"]].concat(), folder.path(), "");

    let markdown = run(&["export", &code, "--format", "markdown", "--output", "-"]);
    assert!(stdout(&markdown).contains("\n- Tid til hver bruker\n"), "{}", stderr(&markdown));
    let word = run(&["export", &code]);
    let name = stdout(&word).trim().to_owned();
    assert!(name.ends_with(".docx"), "{name} {}", stderr(&word));
    assert!(std::fs::read(folder.path().join(&name)).unwrap().starts_with(b"PK"));

    let table = run(&["export", &code, "--format", "csv", "--output", "-"]);
    assert!(stdout(&table).contains(",Tid til hver bruker,"), "{}", stderr(&table));
    let book = run(&["export", &code, "--format", "xlsx"]);
    assert!(stdout(&book).starts_with("svar-") && stdout(&book).ends_with(".xlsx\n"), "{}", stderr(&book));

    let archived = run(&["export", &code, "--format", "pdf", "--output", "referat.pdf"]);
    assert!(archived.status.success(), "{}", stderr(&archived));
    assert!(std::fs::read(folder.path().join("referat.pdf")).unwrap().starts_with(b"%PDF-1.7"));

    let unknown = run(&["export", "0000 0000"]);
    assert!(!unknown.status.success() && stderr(&unknown).contains("no session"), "{}", stderr(&unknown));
    let checked = run(&["check"]);
    assert!(
        checked.status.success() && stdout(&checked).contains("1 sessions checked, 0 damaged"),
        "{}",
        stdout(&checked)
    );
    server.stop().await;
}

#[tokio::test]
async fn export_writes_slides_pictures_and_the_archive_that_the_server_gives() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&folder.path().join("data")).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Tid til hver bruker")).await.unwrap();
    let code = session.code.grouped();
    let run = |arguments: &[&str]| {
        let arguments = [&["export", &code, "--data", "data"], arguments].concat();
        plenum(&arguments, folder.path(), "")
    };
    let slides = run(&["--format", "pptx"]);
    let name = stdout(&slides).trim().to_owned();
    assert!(name.starts_with("lysbilder-") && name.ends_with(".pptx"), "{name} {}", stderr(&slides));
    assert!(std::fs::read(folder.path().join(&name)).unwrap().starts_with(b"PK"));

    // There is but one, and none with number 2.
    let drawing = run(&["--format", "svg", "--output", "-"]);
    assert!(stdout(&drawing).contains("Tid til hver bruker"), "{}", stderr(&drawing));
    let picture = run(&["--format", "png", "--question", "1"]);
    let name = stdout(&picture).trim().to_owned();
    assert!(name.ends_with(".png"), "{name} {}", stderr(&picture));
    assert!(std::fs::read(folder.path().join(&name)).unwrap().starts_with(b"\x89PNG"));
    let missing = run(&["--format", "png", "--question", "2"]);
    assert!(!missing.status.success() && stderr(&missing).contains("--question"), "{}", stderr(&missing));
    assert!(stderr(&missing).contains("  1  Hva er viktigst?"), "{}", stderr(&missing));

    let archive = run(&["--format", "archive", "--output", "-"]);
    let path = format!("/api/v1/sessions/{}/archive.json", session.code);
    let served = server.address.get(&path, &session.key).await.unwrap();
    assert_eq!(stdout(&archive).as_bytes(), served, "{}", stderr(&archive));
    server.stop().await;
}

#[test]
fn a_setting_that_cannot_be_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let url = plenum(&["serve", "--public-url", "plenum.example.no"], folder.path(), "");
    assert!(!url.status.success() && stderr(&url).contains("http://"), "{}", stderr(&url));
    std::fs::write(folder.path().join(".env"), "PLENUM_LISTEN=nowhere\n").unwrap();
    let listen = plenum(&["serve"], folder.path(), "");
    assert!(!listen.status.success() && stderr(&listen).contains("--listen"), "{}", stderr(&listen));

    std::fs::write(folder.path().join("begreper.txt"), "Tillit\n: ro\n").unwrap();
    for (file, said) in [("begreper.txt", "Line 2 has no heading"), ("nowhere.txt", "--concepts")] {
        let concepts = plenum(&["--listen", "127.0.0.1:0", "--concepts", file], folder.path(), "");
        assert!(!concepts.status.success() && stderr(&concepts).contains(said), "{}", stderr(&concepts));
    }
}

#[tokio::test]
async fn minutes_are_written_in_a_template_by_server_and_command_and_a_broken_one_stops_both() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("mal.dotx"), template()).unwrap();
    let process = Process::start(&data, &folder.path().join("log"), &["--minutes-template", "mal.dotx"]);
    let session = process.address.create(&plan()).await.unwrap();
    let path = format!("/api/v1/sessions/{}/minutes.docx", session.code);
    let served = process.address.get(&path, &session.key).await.unwrap();
    assert!(header(&served).contains("Fjordglimt: Samling om hjemmetjenesten"), "{}", header(&served));
    let code = session.code.grouped();
    let run = |arguments: &[&str]| plenum(&[arguments, &["--data", "."]].concat(), &data, "");
    let written = run(&["export", &code, "--minutes-template", "mal.dotx", "--output", "referat.docx"]);
    assert!(written.status.success(), "{}", stderr(&written));
    let file = std::fs::read(data.join("referat.docx")).unwrap();
    assert!(header(&file).contains("Fjordglimt: Samling om hjemmetjenesten"));

    std::fs::write(data.join("brutt.docx"), b"PK\x03\x04 halvt").unwrap();
    for arguments in [vec!["--listen", "127.0.0.1:0"], vec!["export", &code]] {
        for (file, said) in
            [("brutt.docx", "it is damaged: open it in Word"), ("ingen.dotx", "could not be read")]
        {
            let refused = run(&[arguments.as_slice(), &["--minutes-template", file]].concat());
            let told = stderr(&refused);
            assert!(!refused.status.success() && told.contains(said) && told.contains(file), "{told}");
        }
    }
}

/// A template with a header, as docx-rs writes it.
fn template() -> Vec<u8> {
    use docx_rs::{Docx, Header, Paragraph, Run};
    let said = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
    let mut file = Cursor::new(Vec::new());
    let header = Header::new().add_paragraph(said("Fjordglimt: {{tittel}}"));
    Docx::new().header(header).add_paragraph(said("{{referat}}")).pack(&mut file).unwrap();
    file.into_inner()
}

fn header(file: &[u8]) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    archive.by_name("word/header1.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}
