//! The minutes as blocks in reading order, worded; what every format renders.

use jiff::civil::{Date, DateTime};

use super::minutes::{
    AskedLine, AskedQuestion, FamilyOutcome, Minutes, Noted, OpenOutcome, Outcome, ProgrammeLine, RankedLine,
    RankingOutcome, ThemeOutcome, one_line,
};
use super::stands::stands_blocks;
use super::stretch::{PlannedTime, Stretch};
use super::summary::summary;
use super::summary_words::summary_words;
use super::tallied::{Reader, cloud_blocks, tallied_blocks};
use super::tally_words::{TallyWords, tally_words};
use super::words::{Words, words};
use crate::picture::Spot;
use crate::session::{Ask, NoteKind, Picture, PictureId};

/// A question's wording up to this length can be its heading; a longer one stands below.
const HEADING_CHARS_MAX: usize = 120;

/// One block of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// The title of the whole; the first block.
    Title(String),
    /// What kind of document it is; the second.
    Subtitle(String),
    /// Date, time, place and the like.
    Facts(Vec<Fact>),
    /// A heading.
    Heading(Level, String),
    /// A sentence or two.
    Paragraph(String),
    /// A question's own words; may have several lines.
    Prompt(String),
    /// A remark for who wants to know how.
    Note(String),
    /// Lines of the programme.
    Programme(Vec<Line>),
    /// Answers, word for word; may have several lines each.
    Answers(Vec<String>),
    /// A table whose cells are short: a place, some words, then numbers.
    Table(Table),
    /// Sentences that each stand for themselves.
    List(Vec<String>),
    /// A picture.
    Picture(Figure),
}

/// A picture and what is drawn on it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub id: PictureId,
    /// What it shows; may be empty.
    pub alt: String,
    /// "Bilde: Kart over bygda".
    pub caption: String,
    pub spots: Vec<Spot>,
}

impl Figure {
    pub(super) fn new(picture: &Picture, spots: Vec<Spot>, words: &TallyWords) -> Self {
        let alt = one_line(picture.alt.as_str());
        let caption =
            if alt.is_empty() { words.picture.to_owned() } else { format!("{}: {alt}", words.picture) };
        Figure { id: picture.id, alt, caption, spots }
    }
}

/// A labelled value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub label: &'static str,
    pub value: String,
}

/// The levels of headings below the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// A part of the minutes.
    Part,
    /// A question.
    Question,
    /// A theme, or a heading over several.
    Theme,
    /// A theme under such a heading.
    SubTheme,
}

/// One line of the programme.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// "12:15 – 12:45"; may be empty.
    pub when: String,
    /// " (planlagt 12:05 – 12:15)", where that was another time; else empty.
    pub planned: String,
    /// "Lederutvikling (the presenters' names)".
    pub what: String,
    /// How it was done; may be empty, may have several lines.
    pub how: String,
}

/// A table with one header row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// The column of words, which has the room that is left; numbers stand right of it.
    pub words: usize,
    /// How many columns right after it hold words, too, and share that room with it.
    pub more_words: usize,
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// How long the bar of each row is, 0 to 1; empty where rows have none.
    pub bars: Vec<f64>,
}

/// Bars for these numbers, the longest as long as there is room.
pub(super) fn bars(numbers: impl Iterator<Item = f64> + Clone) -> Vec<f64> {
    let most = numbers.clone().fold(0.0, f64::max);
    if most > 0.0 { numbers.map(|number| (number / most).max(0.0)).collect() } else { Vec::new() }
}

/// Words the minutes.
pub(super) fn page(minutes: &Minutes) -> Vec<Block> {
    let words = words(minutes.language);
    let mut blocks = vec![Block::Title(minutes.title.clone()), Block::Subtitle(words.minutes.to_owned())];
    let facts = facts(minutes, words);
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let summary = summary(minutes);
    if !summary.is_empty() {
        blocks.push(Block::Heading(Level::Part, summary_words(minutes.language).heading.to_owned()));
        blocks.push(Block::List(summary));
    }
    decided_blocks(minutes, words, &mut blocks);
    if !minutes.programme.is_empty() {
        blocks.push(Block::Heading(Level::Part, words.programme.to_owned()));
        let lines = minutes.programme.iter().map(|line| programme_line(minutes, line, words));
        blocks.push(Block::Programme(lines.collect()));
    }
    noted_blocks(minutes, words, &mut blocks);
    if !minutes.questions.is_empty() {
        blocks.push(Block::Heading(Level::Part, words.questions.to_owned()));
    }
    for (index, question) in minutes.questions.iter().enumerate() {
        question_blocks(minutes, index, question, words, &mut blocks);
        let line = minutes.programme.iter().find(|line| line.item == question.item);
        if let Some(line) = line.filter(|line| !line.notes.is_empty()) {
            blocks.push(Block::Heading(Level::Theme, words.notes.to_owned()));
            blocks.push(noted(&line.notes, words));
        }
    }
    asked_blocks(&minutes.asked, words, &mut blocks);
    if !minutes.lists_answers {
        blocks.retain(|block| !matches!(block, Block::Answers(_)));
    }
    blocks
}

/// What was decided and what is to be done, from all over the programme, each with where it was.
fn decided_blocks(minutes: &Minutes, words: &Words, blocks: &mut Vec<Block>) {
    for (kind, heading) in [(NoteKind::Decision, words.decisions), (NoteKind::FollowUp, words.follow_ups)] {
        let of = |line: &ProgrammeLine| -> Vec<String> {
            let notes = line.notes.iter().filter(|note| note.kind == kind);
            notes.map(|note| format!("{} ({})", note.text, line.title)).collect()
        };
        let all: Vec<String> = minutes.programme.iter().flat_map(of).collect();
        if !all.is_empty() {
            blocks.push(Block::Heading(Level::Part, heading.to_owned()));
            blocks.push(Block::List(all));
        }
    }
}

/// What was noted on items that asked nothing; on questions it stands under them.
fn noted_blocks(minutes: &Minutes, words: &Words, blocks: &mut Vec<Block>) {
    let is_asked = |line: &ProgrammeLine| minutes.questions.iter().any(|question| question.item == line.item);
    let mut lines =
        minutes.programme.iter().filter(|line| !line.notes.is_empty() && !is_asked(line)).peekable();
    if lines.peek().is_some() {
        blocks.push(Block::Heading(Level::Part, words.notes.to_owned()));
    }
    for line in lines {
        blocks.push(Block::Heading(Level::Question, line.title.clone()));
        blocks.push(noted(&line.notes, words));
    }
}

fn noted(notes: &[Noted], words: &Words) -> Block {
    let said = |note: &Noted| match note.kind {
        NoteKind::Note => note.text.clone(),
        NoteKind::Decision => format!("{}: {}", words.decision, note.text),
        NoteKind::FollowUp => format!("{}: {}", words.follow_up, note.text),
    };
    Block::List(notes.iter().map(said).collect())
}

/// Questions to the speaker, in a table for those that were answered and one for the others.
fn asked_blocks(asked: &[AskedLine], words: &Words, blocks: &mut Vec<Block>) {
    if asked.is_empty() {
        return;
    }
    blocks.push(Block::Heading(Level::Part, words.asked.to_owned()));
    for (answered, heading) in [(true, words.asked_answered), (false, words.asked_unanswered)] {
        let lines: Vec<&AskedLine> = asked.iter().filter(|line| line.answered == answered).collect();
        let rows: Vec<Vec<String>> =
            lines.iter().map(|line| vec![line.text.clone(), line.votes.to_string()]).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(Level::Question, format!("{heading} ({})", rows.len())));
            let header = [words.question, words.votes].map(str::to_owned).to_vec();
            let bars = bars(lines.iter().map(|line| f64::from(line.votes)));
            blocks.push(Block::Table(Table { words: 0, more_words: 0, header, rows, bars }));
        }
    }
}

/// The day of the minutes: when it was held, or else when it was planned.
pub(super) fn day(minutes: &Minutes) -> Option<Date> {
    minutes.held.map(|held| held.from.date()).or(minutes.planned_date)
}

/// "41 deltakere: leder 12, tillitsvalgt 3, rolle ikke oppgitt 26".
fn present(minutes: &Minutes, words: &Words) -> String {
    let people = words.people(minutes.present);
    if minutes.roles.is_empty() {
        return people;
    }
    let said: usize = minutes.roles.iter().map(|(_, people)| people).sum();
    let unsaid = minutes.present.saturating_sub(said);
    let named = minutes.roles.iter().map(|(role, people)| (role.as_str(), *people));
    let all = named.chain([(words.role_unsaid, unsaid)]).filter(|(_, people)| *people > 0);
    let parts: Vec<String> = all.map(|(role, people)| format!("{role} {people}")).collect();
    format!("{people}: {}", parts.join(", "))
}

pub(super) fn facts(minutes: &Minutes, words: &Words) -> Vec<Fact> {
    let planned_elsewhen = minutes.planned_date.filter(|date| day(minutes) != Some(*date));
    let date = day(minutes).map(|date| match planned_elsewhen {
        Some(planned) => {
            format!("{} ({} {})", words.long_date(date), words.planned, words.long_date(planned))
        }
        None => words.long_date(date),
    });
    let time = match &minutes.held {
        Some(held) => Some(held_time(held, held.from.date(), words, words.clock)),
        None => planned_time(&minutes.planned, words, words.clock),
    };
    let place = Some(minutes.place.clone()).filter(|place| !place.is_empty());
    let present = Some(present(minutes, words)).filter(|_| minutes.present > 0);
    [(words.date, date), (words.time, time), (words.place, place), (words.present, present)]
        .into_iter()
        .filter_map(|(label, value)| Some(Fact { label, value: value? }))
        .collect()
}

fn programme_line(minutes: &Minutes, line: &ProgrammeLine, words: &Words) -> Line {
    let planned = planned_time(&line.planned, words, "");
    let (when, note) = match (line.held.first(), planned) {
        (Some(first), planned) => {
            let today = minutes.held.unwrap_or(*first).from.date();
            let held: Vec<String> = line.held.iter().map(|held| held_time(held, today, words, "")).collect();
            let note = planned
                .filter(|_| line.planned.differs_from(first))
                .map(|planned| format!(" ({} {planned})", words.planned));
            (words.enumerate(&held), note.unwrap_or_default())
        }
        // Once it has begun, a time that nobody saw pass is only a plan.
        (None, Some(planned)) if minutes.held.is_some() => {
            (format!("{} {planned}", words.planned), String::new())
        }
        (None, planned) => (planned.unwrap_or_default(), String::new()),
    };
    let what =
        if line.who.is_empty() { line.title.clone() } else { format!("{} ({})", line.title, line.who) };
    Line { when, planned: note, what, how: line.how.clone() }
}

/// "12:15 – 12:45", "fra 12:15", "til 12:45".
fn planned_time(planned: &PlannedTime, words: &Words, clock: &str) -> Option<String> {
    match (planned.from, planned.to) {
        (Some(from), Some(to)) if from != to => {
            Some(format!("{clock}{} – {}", words.clock_time(from), words.clock_time(to)))
        }
        (Some(from), Some(_) | None) => Some(format!("{clock}{}", words.clock_time(from))),
        (None, Some(to)) => Some(format!("{} {clock}{}", words.until, words.clock_time(to))),
        (None, None) => None,
    }
}

/// "12:15 – 12:45", "fra 12:15" while it lasts; with the date where it is not that of the day.
fn held_time(held: &Stretch, today: Date, words: &Words, clock: &str) -> String {
    let moment = |at: DateTime, day: Date| {
        let time = words.clock_time(at.time());
        if at.date() == day {
            format!("{clock}{time}")
        } else {
            format!("{} {clock}{time}", words.short_date(at.date()))
        }
    };
    let from = moment(held.from, today);
    match held.to {
        Some(to) if to == held.from => from,
        Some(to) if to.date() == held.from.date() => format!("{from} – {}", words.clock_time(to.time())),
        Some(to) => format!("{from} – {}", moment(to, held.from.date())),
        None => format!("{} {from}", words.from),
    }
}

/// The blocks on one of the questions.
pub(super) fn question_page(minutes: &Minutes, question: &AskedQuestion) -> Vec<Block> {
    let index = minutes.questions.iter().position(|asked| asked.item == question.item).unwrap_or(0);
    let mut blocks = Vec::new();
    question_blocks(minutes, index, question, words(minutes.language), &mut blocks);
    blocks
}

fn question_blocks(
    minutes: &Minutes,
    index: usize,
    question: &AskedQuestion,
    words: &'static Words,
    blocks: &mut Vec<Block>,
) {
    let short = question.prompt.chars().count() <= HEADING_CHARS_MAX && !question.prompt.contains('\n');
    let heading = if !question.title.is_empty() {
        question.title.clone()
    } else if short {
        one_line(&question.prompt)
    } else {
        format!("{} {}", words.question, index + 1)
    };
    let told = heading == question.prompt;
    blocks.push(Block::Heading(Level::Question, heading));
    if !told {
        blocks.push(Block::Prompt(question.prompt.clone()));
    }
    let reader = Reader {
        language: minutes.language,
        present: minutes.present,
        lists_answers: minutes.lists_answers,
        words,
        picture: question.picture.as_ref(),
    };
    if let Some(picture) = question.picture.as_ref().filter(|_| !shows_dots(&question.outcome)) {
        let words = tally_words(minutes.language);
        blocks.push(Block::Picture(Figure::new(picture, Vec::new(), words)));
    }
    let come_of = |outcome: &Outcome, blocks: &mut Vec<Block>| match outcome {
        Outcome::Open(outcome) => open_blocks(minutes, question, outcome, words, blocks),
        Outcome::Ranking(outcome) => ranking_blocks(minutes, outcome, words, blocks),
        Outcome::Cloud(cloud) => cloud_blocks(&reader, cloud, question.people, blocks),
        Outcome::Tallied(tallied) => tallied_blocks(&reader, tallied, blocks),
    };
    let Some(first) = &question.first else { return come_of(&question.outcome, blocks) };
    blocks.push(Block::Paragraph(words.rounds(first.both, first.moved)));
    blocks.push(Block::Heading(Level::Theme, words.first_round.to_owned()));
    come_of(&first.outcome, blocks);
    blocks.push(Block::Heading(Level::Theme, words.second_round.to_owned()));
    come_of(&question.outcome, blocks);
}

/// Whether the picture comes with what was placed on it.
fn shows_dots(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Tallied(tallied) => matches!(tallied.ask, Ask::Dots(_)) && tallied.people > 0,
        Outcome::Open(_) | Outcome::Ranking(_) | Outcome::Cloud(_) => false,
    }
}

fn open_blocks(
    minutes: &Minutes,
    question: &AskedQuestion,
    outcome: &OpenOutcome,
    words: &Words,
    blocks: &mut Vec<Block>,
) {
    if outcome.answers == 0 {
        blocks.push(Block::Paragraph(words.nobody.to_owned()));
        return;
    }
    let answered = words.answered(question.people, minutes.present, outcome.answers);
    if outcome.themes.is_empty() {
        blocks.push(Block::Paragraph(answered));
        if !outcome.rest.is_empty() {
            blocks.push(Block::Answers(outcome.rest.clone()));
        }
        blocks.extend(words.kept_out(outcome.hidden).map(Block::Note));
        if let Some(stands) = &outcome.stands {
            stands_blocks(stands, minutes.lists_answers, minutes.language, words, blocks);
        }
        return;
    }
    blocks.push(Block::Paragraph(format!("{answered} {}", how_grouped(outcome, words))));
    // What stands alone comes after what stands under headings, unless a person put it first.
    let alone = |pinned: bool| {
        let under = |index: usize| outcome.families.iter().any(|family| family.themes.contains(&index));
        let themes = outcome.themes.iter().enumerate().filter(move |(index, _)| !under(*index));
        themes.map(|(_, theme)| theme).filter(move |theme| theme.pinned == pinned)
    };
    for theme in alone(true) {
        theme_blocks(Level::Theme, &theme.label, &theme.answers, blocks);
    }
    for family in &outcome.families {
        family_blocks(family, outcome, blocks);
    }
    for theme in alone(false) {
        theme_blocks(Level::Theme, &theme.label, &theme.answers, blocks);
    }
    if !outcome.rest.is_empty() {
        theme_blocks(Level::Theme, words.other_themes, &outcome.rest, blocks);
    }
    blocks.extend(words.kept_out(outcome.hidden).map(Block::Note));
    if let Some(stands) = &outcome.stands {
        stands_blocks(stands, minutes.lists_answers, minutes.language, words, blocks);
    }
}

/// Who had a hand in the themes.
pub(super) fn how_grouped(outcome: &OpenOutcome, words: &Words) -> String {
    let grouped = if outcome.edited { words.grouped_and_edited } else { words.grouped };
    let piled = (outcome.pilers > 0).then(|| words.piled(outcome.pilers));
    let sorted = outcome.sorted.map(|sorted| words.sorted(sorted.people, sorted.answers, outcome.answers));
    let how: Vec<String> = [grouped.to_owned()].into_iter().chain(piled).chain(sorted).collect();
    how.join(" ")
}

/// The heading over several themes, a line that sums them up, and each of them.
fn family_blocks(family: &FamilyOutcome, outcome: &OpenOutcome, blocks: &mut Vec<Block>) {
    let themes: Vec<&ThemeOutcome> = family.themes.iter().map(|index| &outcome.themes[*index]).collect();
    let count: usize = themes.iter().map(|theme| theme.answers.len()).sum();
    blocks.push(Block::Heading(Level::Theme, format!("{} ({count})", family.label)));
    let sums = themes.iter().map(|theme| format!("{} ({})", theme.label, theme.answers.len()));
    blocks.push(Block::Paragraph(sums.collect::<Vec<String>>().join(" · ")));
    for theme in themes {
        theme_blocks(Level::SubTheme, &theme.label, &theme.answers, blocks);
    }
}

fn theme_blocks(level: Level, label: &str, answers: &[String], blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(level, format!("{label} ({})", answers.len())));
    blocks.push(Block::Answers(answers.to_vec()));
}

fn ranking_blocks(minutes: &Minutes, outcome: &RankingOutcome, words: &Words, blocks: &mut Vec<Block>) {
    if outcome.options.is_empty() {
        blocks.push(Block::Paragraph(words.nobody.to_owned()));
        return;
    }
    blocks.push(Block::Paragraph(words.ranked(outcome.ballots as usize, minutes.present)));
    let rows = outcome.options.iter().map(|line| {
        vec![
            line.place.to_string(),
            line.option.clone(),
            words.decimal(line.mean_position, 1),
            words.points_of(line.points),
            line.firsts.to_string(),
        ]
    });
    blocks.push(Block::Table(Table {
        words: 1,
        more_words: 0,
        header: [words.rank, words.option, words.mean_position, words.points, words.firsts]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
        bars: bars(outcome.options.iter().map(|line| line.points)),
    }));
    blocks.extend(ranking_sentences(outcome, words).map(Block::Paragraph));
    let top = usize::from(outcome.top);
    blocks.push(Block::Note(words.borda(outcome.options.len(), top)));
}

/// How far the ballots agree, and whether pairwise comparison gives the same order or which; none for a ballot alone.
pub(super) fn ranking_sentences(outcome: &RankingOutcome, words: &Words) -> Option<String> {
    let agreement = words.agreement(outcome.agreement?);
    let mut pairwise: Vec<&RankedLine> = outcome.options.iter().collect();
    pairwise.sort_by_key(|line| line.schulze_place);
    let order = if pairwise.iter().all(|line| line.schulze_place == line.place) {
        words.pairwise_same.to_owned()
    } else {
        let places = pairwise.iter().map(|line| format!("{}. {}", line.schulze_place, line.option));
        words.pairwise_other(&places.collect::<Vec<String>>().join("; "))
    };
    Some(format!("{agreement} {order}"))
}

/// The text with what neither HTML (13.1.4) nor XML (2.2) can write replaced: noncharacters and controls.
pub(super) fn legal(text: &str) -> String {
    let unwritable = |letter: char| {
        let code = u32::from(letter);
        letter.is_control() && !matches!(letter, '\n' | '\t')
            || (0xfdd0..=0xfdef).contains(&code)
            || code & 0xfffe == 0xfffe
    };
    text.chars().map(|letter| if unwritable(letter) { '\u{fffd}' } else { letter }).collect()
}
