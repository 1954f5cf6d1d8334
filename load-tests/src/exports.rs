//! How long each kind of file takes to make of a large session, how big it is, and how much memory it takes.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use plenum::brand::OwnColours;
use plenum::export::{self, AskedQuestion, Bom, Minutes, MinutesOptions, Outcome, Pictures};
use plenum::session::{
    Amount, AnswerContent, AnswerId, AnswerKey, AnswerText, Ask, Choice, Details, Dot, Event, Grid,
    GridPlace, Heading, ItemContent, ItemId, ItemPlan, JoinCode, Line, Number, OpenText, Paragraph, Plan,
    Points, Pseudonym, Question, Ranking, Recorded, Scales, Session, SuggestedTheme, ThemeId, WordCloud,
    create,
};
use rand::rngs::SmallRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use serde::Serialize;

use crate::write_report;

/// Longest that a file may take to make.
pub const SECONDS_MAX: f64 = 5.0;
/// Most memory that the whole program may take meanwhile.
pub const MEMORY_BYTES_MAX: u64 = 300_000_000;
/// The themes of a question in free text.
const THEMES: u32 = 12;
/// People in the room.
const PEOPLE: u32 = 500;
const SEED: u64 = 7;
const WORDS: [&str; 24] = [
    "bedre",
    "samhandling",
    "mellom",
    "tjenestene",
    "tid",
    "til",
    "hver",
    "bruker",
    "færre",
    "møter",
    "og",
    "mer",
    "åpenhet",
    "om",
    "økonomi",
    "felles",
    "mål",
    "for",
    "alle",
    "ansatte",
    "i",
    "kommunen",
    "nå",
    "ledelse",
];
const OPTIONS: [&str; 6] =
    ["Faste team", "Digitale verktøy", "Rekruttering", "Kurs", "Nytt bygg", "Bedre vaktplan"];

/// Arguments of the measurement.
#[derive(clap::Args)]
pub struct Arguments {
    /// Questions of the session, of all kinds, every other one in free text.
    #[arg(long, value_name = "N", default_value_t = 100)]
    questions: u32,
    /// Answers in all.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    answers: u32,
    /// Folder to keep the files in.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Where to write a report as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

#[derive(Serialize)]
struct Report {
    questions: u32,
    answers: u32,
    /// How long the session is held while a copy of it is taken.
    copy_seconds: f64,
    files: Vec<Measured>,
}

#[derive(Serialize)]
struct Measured {
    format: &'static str,
    seconds: f64,
    file_bytes: usize,
    /// The most that the whole program, session included, took while the file was made.
    memory_bytes: u64,
}

/// As the server does it: a copy of the session is folded, then rendered.
type Render = fn(Session, JoinCode) -> Result<Vec<u8>>;

const FORMATS: [(&str, Render); 11] = [
    ("xlsx", |session, code| Ok(export::xlsx(&folded(session, code))?)),
    ("csv", |session, code| {
        let mut table = Vec::new();
        export::answers_csv(&folded(session, code), None, Bom::Without, &mut table)?;
        Ok(table)
    }),
    ("docx", |session, code| Ok(export::docx(&folded(session, code), &export::Pictures::new())?)),
    ("odt", |session, code| Ok(export::odt(&folded(session, code), &Pictures::new())?)),
    ("html", |session, code| Ok(export::html(&folded(session, code), &export::Pictures::new()).into_bytes())),
    ("md", |session, code| Ok(export::markdown(&folded(session, code)).into_bytes())),
    ("pptx", |session, code| {
        Ok(export::slides(&folded(session, code), OwnColours::default(), &Pictures::new())?)
    }),
    ("svg", |session, code| {
        let minutes = folded(session, code);
        let drawn =
            |question| export::result_svg(&minutes, question, OwnColours::default(), &Pictures::new());
        Ok(drawn(largest(&minutes)?).into_bytes())
    }),
    ("png", |session, code| {
        let minutes = folded(session, code);
        let painted =
            |question| export::result_png(&minutes, question, OwnColours::default(), &Pictures::new());
        Ok(painted(largest(&minutes)?)?)
    }),
    ("json", |session, code| Ok(serde_json::to_vec(&export::archive(&session, code.number().into()))?)),
    // Last, since not all of the memory that it takes goes back to the machine at once.
    ("pdf", |session, code| Ok(export::pdf(&folded(session, code), &Pictures::new())?)),
];

fn folded(session: Session, code: JoinCode) -> Minutes {
    export::minutes(&session, &MinutesOptions::of_session(jiff::tz::TimeZone::UTC, code))
}

/// The first question in free text, which has most to draw.
fn largest(minutes: &Minutes) -> Result<&AskedQuestion> {
    let is_open = |question: &&AskedQuestion| matches!(question.outcome, Outcome::Open(_));
    minutes.questions.iter().find(is_open).context("no question in free text")
}

/// Measures each format; an error where one takes longer or more memory than promised.
pub fn run(arguments: &Arguments) -> Result<()> {
    let session = session(arguments.questions, arguments.answers)?;
    let code: JoinCode = "38851953".parse().map_err(|problem: &str| anyhow!(problem))?;
    let begun = Instant::now();
    let copy = session.clone();
    let copy_seconds = begun.elapsed().as_secs_f64();
    drop(copy);
    println!(" copy  {:6.3} ms", copy_seconds * 1e3);
    let Arguments { questions, answers, .. } = *arguments;
    let mut report = Report { questions, answers, copy_seconds, files: Vec::new() };
    for (format, render) in FORMATS {
        forget_peak()?;
        let begun = Instant::now();
        let file = render(session.clone(), code)?;
        let seconds = begun.elapsed().as_secs_f64();
        let measured = Measured { format, seconds, file_bytes: file.len(), memory_bytes: peak()? };
        println!(
            "{format:>5}  {seconds:6.2} s  {:8.2} MB  {:6.0} MB of memory",
            measured.file_bytes as f64 / 1e6,
            measured.memory_bytes as f64 / 1e6
        );
        if let Some(folder) = &arguments.keep {
            keep(folder, format, &file)?;
        }
        report.files.push(measured);
    }
    if let Some(path) = &arguments.json {
        write_report(path, &report)?;
    }
    let slow = |file: &&Measured| file.seconds > SECONDS_MAX || file.memory_bytes > MEMORY_BYTES_MAX;
    match report.files.iter().find(slow) {
        Some(file) => bail!("{} takes more than {SECONDS_MAX} s or 300 MB", file.format),
        None => Ok(()),
    }
}

fn keep(folder: &Path, format: &str, file: &[u8]) -> Result<()> {
    let path = folder.join(format!("session.{format}"));
    std::fs::write(&path, file).with_context(|| format!("cannot write {}", path.display()))
}

/// Has Linux forget the most memory that this program has had (proc(5), `clear_refs`).
fn forget_peak() -> Result<()> {
    std::fs::write("/proc/self/clear_refs", "5").context("the peak of memory can be told on Linux only")
}

/// The most memory that this program has had since then, in bytes.
fn peak() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("memory can be told on Linux only")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    Ok(kilobytes.context("the peak of memory is not told")? * 1_024)
}

/// A session with so many questions and answers, the same each time.
fn session(questions: u32, answers: u32) -> Result<Session> {
    let mut dice = SmallRng::seed_from_u64(SEED);
    let mut session = Session::default();
    let items = (0..questions).map(|number| item(number, ask(number))).collect::<Result<Vec<ItemPlan>>>()?;
    let title = Line::parse("Hundre spørsmål").map_err(|reason| anyhow!("{reason}"))?;
    let plan = Plan { details: Details { title, ..Details::default() }, items, ..Plan::default() };
    let created = create(plan).map_err(|rejection| anyhow!("no session of that: {rejection:?}"))?;
    let mut tell = |event| drop(session.apply(&Recorded::new(1_795_129_200_000, event)));
    tell(created);
    for who in 0..PEOPLE {
        tell(Event::ParticipantJoined { who: pseudonym(who) });
    }
    for number in 0..questions {
        let item = ItemId(number + 1);
        tell(Event::ItemStarted { item });
        tell(Event::QuestionOpened { item });
        let ids: Vec<u32> = (1..=answers).filter(|id| id % questions == number).collect();
        for id in &ids {
            tell(Event::AnswerGiven {
                item,
                who: pseudonym(*id),
                key: AnswerKey::try_from(format!("{id:022}")).map_err(|reason| anyhow!("{reason:?}"))?,
                version: 1,
                answer: AnswerId(*id),
                content: content(&ask(number), &mut dice)?,
                awaits: false,
                used_ms: None,
            });
        }
        if ask(number).takes_text() {
            tell(Event::ThemesSuggested {
                item,
                themes: themes(&ids, &mut dice)?,
                next_theme: THEMES + 1,
                families: Vec::new(),
            });
        }
    }
    tell(Event::SessionEnded);
    Ok(session)
}

fn themes(answers: &[u32], dice: &mut SmallRng) -> Result<Vec<SuggestedTheme>> {
    let theme = |id: u32| {
        let mine = answers.iter().filter(|answer| *answer / 100 % (THEMES + 1) == id);
        Ok(SuggestedTheme {
            id: ThemeId(id),
            label: heading(&words(3, dice))?,
            answers: mine.copied().map(AnswerId).collect(),
            typical: None,
        })
    };
    (1..=THEMES).map(theme).collect()
}

/// A question of the session, by its number from 0.
pub fn item(number: u32, ask: Ask) -> Result<ItemPlan> {
    let prompt =
        format!("Spørsmål {}: hva mener du om {}?", number + 1, WORDS[number as usize % WORDS.len()]);
    let prompt = Paragraph::parse(&prompt).map_err(|reason| anyhow!("{reason}"))?;
    Ok(ItemPlan {
        starts: None,
        ends: None,
        what: Line::default(),
        how: Paragraph::default(),
        who: Line::default(),
        timer: None,
        content: ItemContent::Question(Question::new(prompt, ask)),
    })
}

/// Every other question is in free text, the others of each kind in turn.
pub fn ask(number: u32) -> Ask {
    let options: Vec<Heading> = OPTIONS.iter().filter_map(|option| Heading::parse(option).ok()).collect();
    match number % 14 {
        1 => {
            Ask::Choice(Choice { options, most: 3, correct: Vec::new(), pictures: Vec::new(), other: false })
        }
        3 => Ask::Ranking(Ranking { top: options.len() as u8, options }),
        5 => Ask::Scales(Scales { statements: options, steps: 5, ..scales() }),
        7 => Ask::Points(Points { options }),
        9 => Ask::Number(Number::default()),
        11 => Ask::WordCloud(WordCloud { answers_max: 3 }),
        13 => Ask::Grid(Box::new(Grid { items: options, ..grid() })),
        _ => Ask::OpenText(OpenText { answers_max: 3, length_max: 500 }),
    }
}

fn scales() -> Scales {
    Scales { statements: Vec::new(), steps: 5, low: Heading::default(), high: Heading::default() }
}

fn grid() -> Grid {
    use plenum::session::{Axis, Quadrants};
    let axis = |name| Axis { name: Heading::parse(name).unwrap_or_default(), ..axis() };
    fn axis() -> Axis {
        Axis { name: Heading::default(), low: Heading::default(), high: Heading::default() }
    }
    Grid { x: axis("Innsats"), y: axis("Nytte"), items: Vec::new(), quadrants: Quadrants::default() }
}

/// Somebody's answer.
pub fn content(ask: &Ask, dice: &mut SmallRng) -> Result<AnswerContent> {
    let mut order: Vec<u8> = (0..OPTIONS.len() as u8).collect();
    order.shuffle(dice);
    let text = |text: String| {
        AnswerText::parse(&text)
            .map(|text| AnswerContent::Text { text })
            .map_err(|reason| anyhow!("{reason}"))
    };
    Ok(match ask {
        Ask::OpenText(_) => text(words(dice.random_range(2..30), dice))?,
        Ask::WordCloud(_) => text(words(1, dice))?,
        Ask::Choice(_) => {
            AnswerContent::Choice { chosen: order[..dice.random_range(1..=3)].to_vec(), other: None }
        }
        Ask::Ranking(_) => AnswerContent::Ranking { order },
        Ask::Scales(_) => {
            AnswerContent::Scales { marks: OPTIONS.iter().map(|_| Some(dice.random_range(1..=5))).collect() }
        }
        Ask::Points(_) => AnswerContent::Points { points: vec![50, 20, 10, 10, 5, 5] },
        Ask::Quiz(quiz) => {
            AnswerContent::QuizChoice { option: dice.random_range(0..quiz.options.len()) as u8 }
        }
        Ask::Dots(_) => {
            let dot = Dot { x: dice.random_range(0..=1_000), y: dice.random_range(0..=1_000) };
            AnswerContent::Dots { dots: vec![dot] }
        }
        Ask::Number(_) => AnswerContent::Number {
            value: Amount::try_from(f64::from(dice.random_range(0..500)))
                .map_err(|reason| anyhow!("{reason}"))?,
        },
        Ask::Grid(_) => {
            let mut place =
                || Some(GridPlace { x: dice.random_range(0..=100), y: dice.random_range(0..=100) });
            AnswerContent::Grid { places: OPTIONS.iter().map(|_| place()).collect() }
        }
    })
}

fn words(count: usize, dice: &mut SmallRng) -> String {
    let words: Vec<&str> = (0..count).map(|_| WORDS[dice.random_range(0..WORDS.len())]).collect();
    words.join(" ")
}

fn heading(text: &str) -> Result<Heading> {
    Heading::parse(text).map_err(|reason| anyhow!("{reason}"))
}

fn pseudonym(number: u32) -> Pseudonym {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&number.to_le_bytes());
    Pseudonym(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_to_measure_has_all_its_answers() {
        let session = session(28, 600).expect("a session");
        let code = "38851953".parse().expect("a code");
        let minutes = folded(session, code);
        assert_eq!(minutes.questions.len(), 28);
        assert_eq!(minutes.questions.iter().map(|question| question.people).sum::<usize>(), 600);
    }
}
