//! Follows the answers of a question while they arrive: new ones are placed, those that are placed stay where they are.

use super::{
    Family, Grouping, Hold, Origin, Placer, Request, THEME_ANSWERS_MIN, Theme, identity, placer_of, suggest,
};

/// So many answers tell which themes there are: of those that are made earlier, half turn out otherwise, and on a screen
/// that people look at, what is placed should stay.
pub const FIRST_ANSWERS: usize = 20;
/// A whole grouping comes when answers have come or gone since the last by one in so many of those it had,
const GROWN_BY: usize = 10;
/// and by at least so many.
const CHANGES_MIN: usize = 2;

/// Whether answers are coming in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// More are likely to come soon: themes wait for [`FIRST_ANSWERS`].
    Coming,
    /// None has come for a while, or none can: themes are made of what there is.
    Calm,
}

/// Keeps a grouping going from call to call.
///
/// Most calls only place what is new, one answer at a time. From time to time all are grouped as a whole, so that new
/// themes show; then, too, answers keep to the themes they are in. Measured on sets that people grouped, with answers
/// arriving one by one, fewer than one placed answer in two thousand moves when one more arrives.
#[derive(Default)]
pub struct Follower {
    latest: Option<Latest>,
}

/// A grouping by the keys of its answers.
struct Latest {
    placer: Placer,
    asked: Asked,
    keys: Vec<u32>,
    themes: Vec<Followed>,
    families: Vec<Family>,
    /// Answers that the latest whole grouping had.
    whole: usize,
    /// Answers that came or went since.
    changes: usize,
}

struct Followed {
    label: String,
    keys: Vec<u32>,
    typical: Option<u32>,
}

/// What a placed answer's place depends on besides the answers.
#[derive(PartialEq)]
struct Asked {
    language: crate::session::Language,
    question: String,
    decided: Vec<(String, Vec<u32>)>,
    concepts: Vec<(String, String)>,
}

impl Follower {
    /// Whether it follows anything yet.
    pub fn has_begun(&self) -> bool {
        self.latest.is_some()
    }

    /// Goes on from a grouping that stands, as after a restart: what it placed stays where it is. `standing` is of this
    /// request, the decided themes first; `known` are the keys of the answers it was made of, in ascending order, and of
    /// those alone.
    pub fn take_up(request: &Request, keys: &[u32], known: Vec<u32>, standing: &Grouping) -> Self {
        let asked = Asked::of(request, keys);
        let latest = Latest::of(placer_of(request, standing), asked, standing, keys);
        Follower { latest: Some(Latest { whole: known.len(), keys: known, ..latest }) }
    }

    /// Groups the answers of this request. `keys` names them from call to call: one key for each answer, in ascending
    /// order, and never the same key for another text.
    ///
    /// When k answers are new this costs k placings and a copy of the grouping, or now and then a whole grouping.
    pub fn follow(&mut self, request: &Request, keys: &[u32], flow: Flow) -> Grouping {
        let asked = Asked::of(request, keys);
        if let Some(latest) = &mut self.latest
            && latest.asked == asked
            && let Some(grouping) = latest.extend(request, keys)
        {
            return grouping;
        }
        let begun = self.latest.is_some() || !request.previous.is_empty() || !request.decided.is_empty();
        if !begun && flow == Flow::Coming && keys.len() < FIRST_ANSWERS {
            return Grouping { rest: (0..keys.len()).collect(), ..Grouping::default() };
        }
        // What was made of too few answers is made anew once when there are enough, and held from then on.
        let early = self.latest.as_ref().is_some_and(|latest| latest.whole < FIRST_ANSWERS);
        let hold = if early && keys.len() >= FIRST_ANSWERS { Hold::Nothing } else { Hold::Bonds };
        let (grouping, placer) = suggest(request, hold);
        self.latest = Some(Latest::of(placer, asked, &grouping, keys));
        grouping
    }
}

impl Asked {
    fn of(request: &Request, keys: &[u32]) -> Self {
        let key = |index: &usize| keys.get(*index).copied();
        let decided = request.decided.iter();
        let concepts = request.concepts.iter();
        Asked {
            language: request.language,
            question: request.question.to_owned(),
            decided: decided
                .map(|theme| (theme.label.to_owned(), theme.answers.iter().filter_map(key).collect()))
                .collect(),
            concepts: concepts
                .map(|concept| (concept.heading.to_owned(), concept.words.to_owned()))
                .collect(),
        }
    }
}

impl Latest {
    fn of(placer: Placer, asked: Asked, grouping: &Grouping, keys: &[u32]) -> Self {
        let themes = grouping.themes.iter().map(|theme| Followed {
            label: theme.label.clone(),
            keys: theme.answers.iter().map(|&answer| keys[answer]).collect(),
            typical: theme.typical.map(|answer| keys[answer]),
        });
        Latest {
            placer,
            asked,
            themes: themes.collect(),
            families: grouping.families.clone(),
            keys: keys.to_vec(),
            whole: keys.len(),
            changes: 0,
        }
    }

    /// Places what is new and lets go of what has gone; none when it is time for a whole grouping.
    fn extend(&mut self, request: &Request, keys: &[u32]) -> Option<Grouping> {
        let came = (0..keys.len()).filter(|&index| self.keys.binary_search(&keys[index]).is_err());
        let came: Vec<usize> = came.collect();
        let gone = self.keys.len() + came.len() - keys.len();
        self.changes += came.len() + gone;
        if self.changes >= (self.whole / GROWN_BY).max(CHANGES_MIN) {
            return None;
        }
        if gone > 0 {
            for theme in &mut self.themes {
                theme.keys.retain(|key| keys.binary_search(key).is_ok());
            }
        }
        for &index in &came {
            if let Some(theme) = self.placer.place(request.answers[index]) {
                let inside = &mut self.themes[theme].keys;
                let at = inside.partition_point(|key| *key < keys[index]);
                inside.insert(at, keys[index]);
            }
        }
        self.keys = keys.to_vec();
        let decided = self.asked.decided.len();
        // A theme that has lost its answers is no theme; which there are, only a whole grouping tells.
        let whole = self.themes.iter().skip(decided).all(|theme| theme.keys.len() >= THEME_ANSWERS_MIN);
        whole.then(|| self.grouping(request, keys))
    }

    fn grouping(&self, request: &Request, keys: &[u32]) -> Grouping {
        let index = |key: &u32| keys.binary_search(key).ok();
        let decided = self.asked.decided.len();
        let mut placed = vec![false; keys.len()];
        let mut themes: Vec<Theme> = Vec::with_capacity(self.themes.len());
        for (number, theme) in self.themes.iter().enumerate() {
            let answers: Vec<usize> = theme.keys.iter().filter_map(index).collect();
            answers.iter().for_each(|&answer| placed[answer] = true);
            themes.push(Theme {
                origin: if number < decided { Origin::Decided(number) } else { Origin::New },
                label: theme.label.clone(),
                answers,
                typical: theme.typical.as_ref().and_then(index),
            });
        }
        identity::keep(&mut themes, request);
        let rest = (0..keys.len()).filter(|&answer| !placed[answer]).collect();
        Grouping { themes, rest, families: self.families.clone() }
    }
}
