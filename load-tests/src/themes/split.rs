//! How well a suggested split finds back two themes of people's that were put together.

use plenum::theming::{self, Decided, Request};

use super::agreement::agreement;
use super::gold::Gold;

/// The measures of all pairs of a set's themes, on average.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Split {
    /// Adjusted mutual information of the parts with the two themes; an answer in no part is one of its own.
    pub mutual_information: f64,
    /// Share of the answers that are in a part.
    pub placed: f64,
}

/// Themes with fewer answers are not put together.
const ANSWERS_MIN: usize = 4;
/// Pairs of a set that are looked at, the first of them.
const PAIRS_MAX: usize = 60;

/// Puts each two themes of a set together and lets the engine part them again.
pub fn split(gold: &Gold) -> Split {
    let members = |theme: usize| -> Vec<usize> {
        (0..gold.answers.len()).filter(|&answer| gold.theme_of(answer) == Some(theme)).collect()
    };
    let themes: Vec<Vec<usize>> =
        (0..gold.themes.len()).map(members).filter(|answers| answers.len() >= ANSWERS_MIN).collect();
    let answers: Vec<&str> = gold.answers.iter().map(String::as_str).collect();
    let pairs = (0..themes.len()).flat_map(|one| (one + 1..themes.len()).map(move |other| (one, other)));
    let measured: Vec<Split> = pairs
        .take(PAIRS_MAX)
        .map(|(one, other)| {
            let together = [themes[one].as_slice(), &themes[other]].concat();
            let decided = [Decided { label: "?", answers: together.clone(), was: None }];
            let request = Request {
                language: gold.language,
                question: &gold.question,
                answers: &answers,
                decided: &decided,
                ..Request::default()
            };
            let parts = theming::split(&request, &together);
            let people: Vec<usize> =
                together.iter().map(|answer| usize::from(themes[other].contains(answer))).collect();
            let part = |answer: &usize| parts.iter().position(|part| part.answers.contains(answer));
            let engine: Vec<usize> = together
                .iter()
                .enumerate()
                .map(|(own, answer)| part(answer).unwrap_or(parts.len() + own))
                .collect();
            let placed: usize = parts.iter().map(|part| part.answers.len()).sum();
            Split {
                mutual_information: agreement(&people, &engine).mutual_information,
                placed: placed as f64 / together.len() as f64,
            }
        })
        .collect();
    let mean =
        |number: fn(&Split) -> f64| measured.iter().map(number).sum::<f64>() / measured.len().max(1) as f64;
    Split { mutual_information: mean(|one| one.mutual_information), placed: mean(|one| one.placed) }
}
