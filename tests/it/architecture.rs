//! The rules of who may know whom, read from the source itself.

use std::fs;
use std::path::{Path, PathBuf};

/// What pure modules never name: clocks, randomness, the network and the disk.
const IMPURE: [&str; 13] = [
    "tokio",
    "axum",
    "rusqlite",
    "dashmap",
    "std::time",
    "std::fs",
    "std::net",
    "std::env",
    "std::thread",
    "SystemTime",
    "Instant",
    "rand",
    "hyper",
];

/// Maps whose order is chance. Theming may look things up in them, never walk through them: the lint
/// `iter_over_hash_type` sees to that.
const UNORDERED: [&str; 2] = ["HashMap", "HashSet"];

#[test]
fn the_session_knows_nothing_but_values() {
    never_names("session", &IMPURE);
    never_names("session", &UNORDERED);
    never_names("session", &["plan_file", "theming", "export", "store", "hub", "http", "jiff", "tracing"]);
}

#[test]
fn what_languages_say_knows_nothing_but_the_session() {
    never_names("languages.rs", &IMPURE);
    never_names("languages.rs", &UNORDERED);
    never_names(
        "languages.rs",
        &["plan_file", "theming", "export", "store", "hub", "http", "jiff", "tracing"],
    );
}

#[test]
fn a_plan_file_knows_nothing_but_the_session() {
    never_names("plan_file", &IMPURE);
    never_names("plan_file", &UNORDERED);
    never_names("plan_file", &["theming", "image", "export", "store", "hub", "http", "jiff", "tracing"]);
}

#[test]
fn theming_knows_nothing_but_values() {
    never_names("theming", &IMPURE);
    never_names("theming", &["export", "store", "hub", "http"]);
}

#[test]
fn a_picture_knows_nothing_but_values() {
    never_names("picture", &IMPURE);
    never_names("picture", &UNORDERED);
    never_names("picture", &["session", "export", "store", "hub", "http", "jiff", "tracing"]);
}

#[test]
fn a_look_knows_nothing_but_values() {
    never_names("brand", &IMPURE);
    never_names("brand", &UNORDERED);
    never_names("brand", &["session", "export", "store", "hub", "http", "jiff", "tracing"]);
}

#[test]
fn export_knows_nothing_but_values() {
    never_names("export", &IMPURE);
    never_names("export", &UNORDERED);
    never_names("export", &["store", "hub", "http"]);
}

#[test]
fn import_knows_nothing_but_values() {
    never_names("import", &IMPURE);
    never_names("import", &UNORDERED);
    never_names("import", &["theming", "store", "hub", "http", "jiff", "tracing"]);
}

#[test]
fn the_store_knows_neither_hub_nor_http() {
    never_names("store", &["hub", "http", "axum", "theming", "export"]);
}

#[test]
fn the_hub_never_names_axum() {
    never_names("hub", &["axum", "http", "hyper"]);
}

#[test]
fn a_name_is_found_as_a_word_in_code_and_not_in_comments_or_texts() {
    let code = "use std::time::Duration; // tokio\n/* axum /* rand */ */ let operand = \"hub // \\\" store\"; '\"'; r#\"dashmap\"#;";
    let stripped = without_comments_and_texts(code);
    assert!(names(&stripped, "std::time"));
    assert!(names(&stripped, "operand"));
    for absent in ["tokio", "axum", "rand", "hub", "store", "dashmap"] {
        assert!(!names(&stripped, absent), "{absent} in {stripped}");
    }
    assert!(names("use crate::{\n    hub::Hub,\n};", "hub"));
    assert!(names("std :: time", "std::time"));
    assert!(names("use std::{collections::BTreeMap, time::Instant};", "std::time"));
}

/// Fails when the code of a module, a folder or a file, names one of these, as a whole word.
#[track_caller]
fn never_names(module: &str, forbidden: &[&str]) {
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module));
    assert!(!files.is_empty(), "src/{module} has no files");
    for file in files {
        let code = without_comments_and_texts(&fs::read_to_string(&file).unwrap());
        for name in forbidden {
            assert!(!names(&code, name), "{} names {name}", file.display());
        }
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// Whether the code has this path as whole words; white space counts for nothing, and `std::{…, time, …}` is found.
fn names(code: &str, path: &str) -> bool {
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let dense: String = code.split("::").map(str::trim).collect::<Vec<_>>().join("::");
    let has = |code: &str, word: &str| {
        code.match_indices(word).any(|(start, _)| {
            let before = code[..start].chars().next_back();
            let after = code[start + word.len()..].chars().next();
            !before.is_some_and(in_word) && !after.is_some_and(in_word)
        })
    };
    let grouped = |head: &str, tail: &str| {
        let group = format!("{head}::{{");
        dense.split(&group).skip(1).any(|rest| has(rest.split(';').next().unwrap_or(""), tail))
    };
    has(&dense, path) || path.split_once("::").is_some_and(|(head, tail)| grouped(head, tail))
}

/// Code with its comments and string literals left out.
fn without_comments_and_texts(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(hashes) = raw_string(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let from = hashes + 2;
            rest[from..].find(&end).map_or(rest.len(), |at| from + at + end.len())
        } else if letter == '"' {
            quoted(rest)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            kept.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        kept.push(' ');
        rest = &rest[skipped..];
    }
    kept
}

/// How many hashes a raw string that begins here has.
fn raw_string(code: &str) -> Option<usize> {
    let after = code.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Length of the string literal that begins here.
fn quoted(code: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in code.char_indices().skip(1) {
        if !escaped && letter == '"' {
            return at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    code.len()
}

/// Length of the block comment that begins here; they nest.
fn block_comment(code: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < code.len() {
        if code[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if code[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += code[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    code.len()
}
