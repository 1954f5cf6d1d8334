//! How good the engine's themes are beside those that people made of the same answers, and how fast they come.

mod agreement;
mod gold;
mod headings;
mod invented;
mod live;
mod speed;
mod split;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use plenum::theming::{self, Grouping, Request};
use serde::Serialize;

use agreement::agreement;
use gold::Gold;

/// What to measure.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folders of JSON files with answers (`input`), the theme of each (`gold`) and the headings (`themes`).
    #[arg(value_name = "DIR", required_unless_present = "speed")]
    folders: Vec<PathBuf>,
    /// Measure how long 100, 1,000 and 10,000 answers take.
    #[arg(long)]
    speed: bool,
    /// Print every theme with its answers under the measures of a set.
    #[arg(long)]
    show: bool,
    /// Where to write the measures as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// The measures of one set. All but the numbers of themes, the time and `unthemed` are best at 1.
#[derive(Clone, Debug, Default, Serialize)]
struct Measures {
    set: String,
    answers: usize,
    themes_of_people: usize,
    themes_of_engine: usize,
    adjusted_mutual_information: f64,
    adjusted_rand: f64,
    b_cubed: f64,
    /// Share of the answers in no theme.
    unthemed: f64,
    /// Share of the people's themes whose heading has a content word in common with that of the engine's theme.
    headings_hit: f64,
    /// Adjusted mutual information when the answers arrived one by one.
    live_mutual_information: f64,
    /// Share of the placed answers that move when one more arrives, in percent.
    live_moved_percent: f64,
    /// Adjusted mutual information of a suggested split of two of the people's themes put together with those two.
    split_mutual_information: f64,
    /// Share of their answers that the split puts in a part.
    split_placed: f64,
    time_ms: f64,
}

/// Measures and prints a table for each folder.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut all = Vec::new();
    for folder in &arguments.folders {
        let mut measured = Vec::new();
        println!("{}\n{}", folder.display(), heading_line());
        for file in json_files(folder)? {
            for gold in Gold::read(&file)? {
                let (measures, grouping) = measure(&gold);
                println!("{}", line(&measures));
                if arguments.show {
                    show(&gold, &grouping);
                }
                measured.push(measures);
            }
        }
        ensure!(!measured.is_empty(), "{} has no sets with answers", folder.display());
        println!("{}\n", line(&mean(&measured)));
        all.extend(measured);
    }
    if arguments.speed {
        speed::run();
    }
    if let Some(path) = &arguments.json {
        crate::write_report(path, &all)?;
    }
    Ok(())
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    if files.is_empty() {
        bail!("{} has no JSON files", folder.display());
    }
    Ok(files)
}

fn measure(gold: &Gold) -> (Measures, Grouping) {
    let answers: Vec<&str> = gold.answers.iter().map(String::as_str).collect();
    let request = Request {
        language: gold.language,
        question: &gold.question,
        answers: &answers,
        ..Request::default()
    };
    let started = Instant::now();
    let grouping = theming::group(&request);
    let time_ms = started.elapsed().as_secs_f64() * 1_000.0;
    let live = live::live(gold);
    let split = split::split(gold);
    let agreed = agreement(&gold.groups(), &groups_of(&grouping, answers.len()));
    let measures = Measures {
        set: gold.name.clone(),
        answers: answers.len(),
        themes_of_people: gold.theme_count(),
        themes_of_engine: grouping.themes.len(),
        adjusted_mutual_information: agreed.mutual_information,
        adjusted_rand: agreed.rand,
        b_cubed: agreed.b_cubed,
        unthemed: grouping.rest.len() as f64 / answers.len() as f64,
        headings_hit: headings::hit(gold, &grouping),
        live_mutual_information: live.mutual_information,
        live_moved_percent: 100.0 * live.moved,
        split_mutual_information: split.mutual_information,
        split_placed: split.placed,
        time_ms,
    };
    (measures, grouping)
}

/// The number of each answer's group; an answer in no theme is a group of its own.
fn groups_of(grouping: &Grouping, answer_count: usize) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..answer_count).map(|index| grouping.themes.len() + index).collect();
    for (theme, answers) in grouping.themes.iter().map(|theme| &theme.answers).enumerate() {
        for &index in answers {
            groups[index] = theme;
        }
    }
    groups
}

fn mean(measured: &[Measures]) -> Measures {
    let of = |number: fn(&Measures) -> f64| measured.iter().map(number).sum::<f64>() / measured.len() as f64;
    let rounded = |number: fn(&Measures) -> f64| of(number).round() as usize;
    Measures {
        set: "mean".to_owned(),
        answers: rounded(|measures| measures.answers as f64),
        themes_of_people: rounded(|measures| measures.themes_of_people as f64),
        themes_of_engine: rounded(|measures| measures.themes_of_engine as f64),
        adjusted_mutual_information: of(|measures| measures.adjusted_mutual_information),
        adjusted_rand: of(|measures| measures.adjusted_rand),
        b_cubed: of(|measures| measures.b_cubed),
        unthemed: of(|measures| measures.unthemed),
        headings_hit: of(|measures| measures.headings_hit),
        live_mutual_information: of(|measures| measures.live_mutual_information),
        live_moved_percent: of(|measures| measures.live_moved_percent),
        split_mutual_information: of(|measures| measures.split_mutual_information),
        split_placed: of(|measures| measures.split_placed),
        time_ms: of(|measures| measures.time_ms),
    }
}

fn heading_line() -> String {
    format!(
        "{:34} {:>7} {:>7} {:>7} {:>6} {:>6} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "set",
        "answers",
        "people",
        "engine",
        "AMI",
        "ARI",
        "B3 F1",
        "unthemed",
        "headings",
        "live AMI",
        "moved %",
        "split",
        "in parts",
        "ms"
    )
}

fn line(measures: &Measures) -> String {
    format!(
        "{:34} {:>7} {:>7} {:>7} {:>6.3} {:>6.3} {:>6.3} {:>8.2} {:>8.2} {:>8.3} {:>8.3} {:>8.3} {:>8.2} {:>8.1}",
        measures.set,
        measures.answers,
        measures.themes_of_people,
        measures.themes_of_engine,
        measures.adjusted_mutual_information,
        measures.adjusted_rand,
        measures.b_cubed,
        measures.unthemed,
        measures.headings_hit,
        measures.live_mutual_information,
        measures.live_moved_percent,
        measures.split_mutual_information,
        measures.split_placed,
        measures.time_ms
    )
}

fn show(gold: &Gold, grouping: &Grouping) {
    let themes = grouping.themes.iter().map(|theme| (theme.label.as_str(), &theme.answers));
    for (label, answers) in themes.chain([("(in no theme)", &grouping.rest)]) {
        println!("    {label} ({})", answers.len());
        for &index in answers {
            println!("        {}  [{}]", gold.answers[index], gold.heading_of(index));
        }
    }
}
