//! Builds the pages of the web side and writes the table that `http::pages` embeds.

use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

const READY_BUILT: &str = "PLENUM_WEB_DIST";

/// What the pages are made from. Not `node_modules`: it follows from the lock file.
const SOURCES: [&str; 9] = [
    "accessibility",
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
    fs::write(out.join("pages.rs"), table(&pages)).expect("the build's folder can be written");
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

/// Rust source with the phone's documents and one `Asset` for each other file.
fn table(pages: &Path) -> String {
    let mut source = String::new();
    for language in ["nb", "nn", "en"] {
        let csp = pages.join(format!("phone.{language}.csp"));
        source += &format!(
            "static PHONE_{}: Phone = Phone {{ document: {}, policy: include_str!({csp:?}) }};\n",
            language.to_uppercase(),
            asset(pages, &format!("phone.{language}.html"))
        );
    }
    let mut names = ["facilitator.html", "presenter.html", "preview/phone.html", "preview/projector.html"]
        .map(str::to_owned)
        .to_vec();
    names.extend(["nb", "nn", "en"].map(|language| format!("accessibility/{language}.html")));
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
