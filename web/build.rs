//! Builds the pages of the web side and writes what the sources embed: the table of `http::pages`, and the languages
//! that the pages were built in.

use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use serde_json::Value;

const READY_BUILT: &str = "PLENUM_WEB_DIST";

/// What the pages are made from. Not `node_modules`: it follows from the lock file.
const SOURCES: [&str; 9] = [
    "accessibility.html",
    "build.mjs",
    "facilitator.html",
    "package-lock.json",
    "package.json",
    "phone.html",
    "presenter.html",
    "preview",
    "src",
];

fn main() {
    let web = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"))
        .join("web");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the build's folder"));
    println!("cargo::rerun-if-env-changed={READY_BUILT}");
    println!("cargo::rerun-if-changed=web/build.rs");
    let pages = match env::var_os(READY_BUILT) {
        Some(folder) => {
            let folder = PathBuf::from(folder);
            println!("cargo::rerun-if-changed={}", folder.display());
            fs::canonicalize(&folder)
                .unwrap_or_else(|reason| stop(&format!("{READY_BUILT} names {}: {reason}", folder.display())))
        }
        None => {
            for source in SOURCES {
                println!("cargo::rerun-if-changed=web/{source}");
            }
            let pages = out.join("pages");
            install(&web);
            run(&web, "node", &["build.mjs".as_ref(), pages.as_os_str()]);
            pages
        }
    };
    let languages = read_languages(&pages);
    let sources = web.with_file_name("src");
    for (name, text) in [
        ("languages.json", languages.to_string()),
        ("languages.rs", variants(&languages)),
        ("held_words.rs", held_words(&languages, &sources.join("session/moderation"))),
        ("templates.rs", texts(&sources.join("plan_file/templates"))),
        ("pages.rs", table(&pages, &languages)),
    ] {
        fs::write(out.join(name), text).expect("the build's folder can be written");
    }
}

/// What each language says to the server, in their order.
fn read_languages(pages: &Path) -> Value {
    let path = pages.join("languages.json");
    let text =
        fs::read_to_string(&path).unwrap_or_else(|reason| stop(&format!("no {}: {reason}", path.display())));
    let languages: Value =
        serde_json::from_str(&text).unwrap_or_else(|reason| stop(&format!("{}: {reason}", path.display())));
    if tags(&languages).first() != Some(&"nb") {
        stop("Bokmål must stand first among the languages: it is spoken where no other is asked for");
    }
    languages
}

fn each(languages: &Value) -> &[Value] {
    languages.as_array().map_or(&[], Vec::as_slice)
}

fn tags(languages: &Value) -> Vec<&str> {
    each(languages)
        .iter()
        .map(|each| each["language"]["tag"].as_str().expect("the build checked it"))
        .collect()
}

/// Rust source that hands `session::language` the name, tag and own name of each language.
fn variants(languages: &Value) -> String {
    let variant = |language: &Value| {
        let (tag, name) = (language["tag"].as_str()?, language["name"].as_str()?);
        // "zh-hans" becomes ZhHans.
        let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
        let variant: String = tag.split('-').filter(|part| !part.is_empty()).map(capital).collect();
        Some(format!("    {variant} {tag:?} {name:?},\n"))
    };
    let variants: String = each(languages).iter().filter_map(|each| variant(&each["language"])).collect();
    format!("languages! {{\n{variants}}}\n")
}

/// Rust source with the words that make an answer wait, for each language in order.
fn held_words(languages: &Value, lists: &Path) -> String {
    let mut source = format!("static HELD_WORDS: [&[&str]; {}] = [\n", each(languages).len());
    for held in each(languages).iter().map(|each| &each["heldWords"]) {
        source += "    &[";
        for list in each(&held["lists"]).iter().filter_map(Value::as_str) {
            let path = lists.join(format!("{list}.txt"));
            if !path.is_file() {
                stop(&format!("there is no {}, which a language names", path.display()));
            }
            source += &format!("include_str!({path:?}), ");
        }
        source += &format!("{:?}],\n", held["words"].as_str().unwrap_or_default());
    }
    source + "];\n"
}

/// Installs the tools when the lock file is newer than what is installed; one build at a time.
fn install(web: &Path) {
    // Any file of ours would do as the lock; this one is read by nobody while the pages are built.
    let turn = File::open(web.join("build.rs")).expect("the build's own source can be read");
    turn.lock().expect("a file can be locked");
    // npm writes this file last, so it also tells whether an earlier installation was cut short.
    let installed = changed(&web.join("node_modules/.package-lock.json"));
    if installed.is_none() || installed < changed(&web.join("package-lock.json")) {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        run(
            web,
            npm,
            &["ci".as_ref(), "--ignore-scripts".as_ref(), "--no-audit".as_ref(), "--no-fund".as_ref()],
        );
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

fn run(web: &Path, program: &str, arguments: &[&std::ffi::OsStr]) {
    let output = Command::new(program).args(arguments).current_dir(web).output();
    match output {
        Ok(output) if output.status.success() => {}
        Ok(output) => stop(&format!(
            "the pages could not be built:\n{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )),
        Err(_) => stop(&format!(
            "building the pages needs Node 20.19 or newer with npm (https://nodejs.org), or {READY_BUILT} naming a folder of ready-built pages"
        )),
    }
}

fn stop(sentence: &str) -> ! {
    println!("cargo::error={}", sentence.trim().replace('\n', "\ncargo::error="));
    std::process::exit(1)
}

/// Rust source with the name and the content of each file in a folder.
fn texts(folder: &Path) -> String {
    println!("cargo::rerun-if-changed={}", folder.display());
    let files =
        fs::read_dir(folder).unwrap_or_else(|reason| stop(&format!("{}: {reason}", folder.display())));
    let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    paths.sort();
    let text = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        format!("    ({name:?}, include_str!({path:?})),\n")
    };
    format!("static TEXTS: &[(&str, &str)] = &[\n{}];\n", paths.iter().map(text).collect::<String>())
}

/// Rust source with the phone's document in each language, in their order, and one `Asset` for each other file.
fn table(pages: &Path, languages: &Value) -> String {
    let tags = tags(languages);
    let mut source = format!("static PHONES: [Phone; {}] = [\n", tags.len());
    for tag in tags {
        let csp = pages.join(format!("phone.{tag}.csp"));
        let document = asset(pages, &format!("phone.{tag}.html"));
        source += &format!("    Phone {{ document: {document}, policy: include_str!({csp:?}) }},\n");
    }
    source += "];\n";
    let mut names = [
        "accessibility.html",
        "facilitator.html",
        "presenter.html",
        "preview/phone.html",
        "preview/projector.html",
    ]
    .map(str::to_owned)
    .to_vec();
    let assets = fs::read_dir(pages.join("assets"))
        .unwrap_or_else(|reason| stop(&format!("no pages in {}: {reason}", pages.display())));
    for entry in assets {
        let name = entry.expect("a folder that was opened can be read").file_name();
        names.push(format!("assets/{}", name.to_string_lossy()));
    }
    names.retain(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
    names.sort();
    source += &format!("static ASSETS: [Asset; {}] = [\n", names.len());
    for name in names {
        source += &format!("    {},\n", asset(pages, &name));
    }
    source + "];\n"
}

fn asset(pages: &Path, name: &str) -> String {
    let plain = pages.join(name);
    if !plain.is_file() {
        stop(&format!("no {name} in {}", pages.display()));
    }
    let compressed = |ending: &str| {
        let path = pages.join(format!("{name}.{ending}"));
        if path.is_file() { format!("Some(include_bytes!({path:?}))") } else { "None".to_owned() }
    };
    format!(
        "Asset {{ name: {name:?}, plain: include_bytes!({plain:?}), brotli: {}, gzip: {} }}",
        compressed("br"),
        compressed("gz")
    )
}
