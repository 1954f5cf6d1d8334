//! Trips in a real browser: each `*.mjs` here is one test against the real program.
//!
//! They need Node, the web side's packages (the build installs them) and Chromium. Without Chromium they are counted as
//! ignored and it is said loudly; with `CI` set they fail.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};

/// Where Chromium is looked for, unless `PLENUM_CHROMIUM` names it.
const CHROMIUM: [&str; 4] =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
/// How many trips run beside each other, unless `--test-threads` says otherwise.
const TRIPS_AT_ONCE: usize = 2;
/// Files that the trips share.
const SHARED: [&str; 1] = ["lib.mjs"];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Much of a trip is waiting; but each starts a server and a browser, which is memory.
    arguments.test_threads.get_or_insert(TRIPS_AT_ONCE);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let chromium = chromium();
    let required = std::env::var_os("CI").is_some();
    if chromium.is_none() && !required && !arguments.list {
        eprintln!(
            "\n*** The browser tests were NOT run: no Chromium was found. ***\n\
             Install it (Debian: apt-get install chromium) or name it in PLENUM_CHROMIUM.\n"
        );
    }
    let ignored = chromium.is_none() && !required;
    let trials = trips(&folder).into_iter().map(|trip| {
        let name = trip.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let chromium = chromium.clone();
        let tells = arguments.nocapture;
        Trial::test(name, move || {
            let told = run(&trip, chromium.as_deref())?;
            if tells {
                print!("{told}");
            }
            Ok(())
        })
        .with_ignored_flag(ignored)
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    if chromium.is_some() && !arguments.list {
        lay_out(&folder);
    }
    conclusion.exit_code()
}

/// Puts the pictures of all trips on one sheet; no test depends on it.
fn lay_out(folder: &Path) {
    let laid_out = Command::new("node").arg(folder.join("shared/contact-sheet.mjs")).status();
    if !laid_out.is_ok_and(|status| status.success()) {
        eprintln!("The pictures were not put on a sheet.");
    }
}

fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("PLENUM_CHROMIUM").map(PathBuf::from);
    named.into_iter().chain(CHROMIUM.map(PathBuf::from)).find(|path| path.exists())
}

fn trips(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder of trips can be read");
    let mut trips: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "mjs"))
        .filter(|path| !SHARED.iter().any(|shared| path.ends_with(shared)))
        .collect();
    trips.sort();
    trips
}

/// Runs one trip; gives what it tells, which is what it measured.
fn run(trip: &Path, chromium: Option<&Path>) -> Result<String, Failed> {
    let Some(chromium) = chromium else {
        return Err("Chromium is required here: apt-get install chromium".into());
    };
    let output = Command::new("node")
        .arg(trip)
        .env("PLENUM_BINARY", env!("CARGO_BIN_EXE_plenum"))
        .env("PLENUM_CHROMIUM", OsString::from(chromium))
        .output()
        .map_err(|problem| format!("Node could not be started ({problem}); install Node 20.19 or newer"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(String::from_utf8_lossy(&said).into_owned().into())
}
