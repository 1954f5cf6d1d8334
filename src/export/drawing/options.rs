//! What came of options, as bars.

use super::bars::Bar;
use super::words::{DrawingWords, drawing_words};
use crate::export::minutes::{AskedQuestion, Outcome, RankingOutcome, Tallied, one_line};
use crate::export::tallied::label;
use crate::export::tally_words::tally_words;
use crate::export::words::{Words, words};
use crate::session::{
    Choice, ChosenOption, Language, OtherView, POINTS, PointedOption, Points, Quiz, QuizSummary, TallyView,
};

/// Options of a choice with how many chose each, and of how large a part of the people; in the order they were written.
pub(super) fn chosen(
    choice: &Choice,
    options: &[ChosenOption],
    correct: &[u8],
    other: Option<&OtherView>,
    people: u64,
    question: &AskedQuestion,
    language: Language,
) -> Vec<Bar> {
    let own = drawing_words(language);
    let first = question.first.as_ref().and_then(|first| match &first.outcome {
        Outcome::Tallied(Tallied { people, view: TallyView::Choice { options, other, .. }, .. }) => {
            Some((options, other, *people))
        }
        Outcome::Open(_) | Outcome::Cloud(_) | Outcome::Ranking(_) | Outcome::Tallied(_) => None,
    });
    let counts: Vec<u64> =
        options.iter().map(|chosen| chosen.count).chain(other.map(|other| other.count)).collect();
    let bar = |name: String, count: u64, before: Option<f64>, is_right: bool| Bar {
        note: before.map(|before| own.before(&percent(before, language))).unwrap_or_default(),
        before,
        is_right,
        ..counted(name, count, people, &counts, language)
    };
    let listed = options.iter().map(|chosen| {
        let before = first.and_then(|(options, _, people)| {
            let before = options.iter().find(|before| before.option == chosen.option)?;
            Some(share(before.count, people))
        });
        let name = label(&choice.options, chosen.option);
        bar(name, chosen.count, before, correct.contains(&chosen.option))
    });
    let last = other.map(|other| {
        let before = first.and_then(|(_, other, people)| Some(share(other.as_ref()?.count, people)));
        bar(tally_words(language).other.to_owned(), other.count, before, false)
    });
    listed.chain(last).collect()
}

/// Options of a quiz, or what was typed, with how many answered so.
pub(super) fn picked(quiz: &Quiz, summary: &QuizSummary, people: u64, language: Language) -> Vec<Bar> {
    let bar = |name: String, count: u64, counts: &[u64], is_right: bool| Bar {
        is_right,
        ..counted(name, count, people, counts, language)
    };
    if quiz.is_typed() {
        let counts: Vec<u64> = summary.typed.iter().map(|typed| typed.count).collect();
        let typed =
            summary.typed.iter().map(|typed| bar(one_line(&typed.text), typed.count, &counts, typed.right));
        return typed.collect();
    }
    let counts: Vec<u64> = summary.options.iter().map(|chosen| chosen.count).collect();
    let options = summary.options.iter().map(|chosen| {
        let is_right = summary.correct.contains(&chosen.option);
        bar(label(&quiz.options, chosen.option), chosen.count, &counts, is_right)
    });
    options.collect()
}

/// Options with their points, most points first; of all points that were given out.
pub(super) fn pointed(
    points: &Points,
    options: &[PointedOption],
    people: u64,
    language: Language,
) -> Vec<Bar> {
    let counts: Vec<u64> = options.iter().map(|option| option.points).collect();
    let all = people * u64::from(POINTS);
    let bar = |option: &PointedOption| {
        counted(label(&points.options, option.option), option.points, all, &counts, language)
    };
    options.iter().map(bar).collect()
}

/// Options in the order that the room put them in, with their points as a part of the most that one could have.
pub(super) fn ranked(
    ranking: &RankingOutcome,
    question: &AskedQuestion,
    own: &DrawingWords,
    shared: &Words,
) -> Vec<Bar> {
    let most = ranking.ballots as f64 * (ranking.options.len() as f64 - 1.0);
    let before = |option: &str| {
        let first = question.first.as_ref()?;
        match &first.outcome {
            Outcome::Ranking(before) => {
                before.options.iter().find(|line| line.option == option).map(|line| line.place)
            }
            Outcome::Open(_) | Outcome::Cloud(_) | Outcome::Tallied(_) => None,
        }
    };
    let bar = |line: &crate::export::minutes::RankedLine| Bar {
        label: line.option.clone(),
        place: line.place.to_string(),
        share: if most > 0.0 { line.points / most } else { 0.0 },
        before: None,
        figures: [
            format!("{} {}", own.mean, shared.decimal(line.mean_position, 1)),
            format!("{} {}", shared.points_of(line.points), own.points),
        ],
        note: before(&line.option).map(|place| own.place_before(place)).unwrap_or_default(),
        is_most: line.place == 1,
        is_right: false,
    };
    ranking.options.iter().map(bar).collect()
}

fn counted(label: String, count: u64, of: u64, counts: &[u64], language: Language) -> Bar {
    let share = share(count, of);
    Bar {
        label,
        place: String::new(),
        share,
        before: None,
        figures: [percent(share, language), count.to_string()],
        note: String::new(),
        is_most: count > 0 && counts.iter().all(|other| *other <= count),
        is_right: false,
    }
}

fn share(count: u64, of: u64) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}

fn percent(share: f64, language: Language) -> String {
    format!("{} %", words(language).decimal(share * 100.0, 0))
}
