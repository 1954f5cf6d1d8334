//! A second level: themes that belong together, under a heading made of theirs.

use kodama::{Method, linkage};

use crate::session::Language;

use super::corpus::Corpus;
use super::said::joined_by;
use super::vectors::{Vector, product, sum};
use super::{Grouping, Origin, Request};

/// Themes that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The headings of its largest themes as one: "Samhandling, informasjon og ledelse".
    pub label: String,
    /// Indexes in [`Grouping::themes`], the theme with most answers first; at least two.
    pub themes: Vec<usize>,
}

/// Families of the themes of a grouping, that with most answers first; themes that are like no other are in none.
/// None at all for a handful of themes or answers: one level is easier to read.
pub fn families_of(request: &Request, corpus: &Corpus, grouping: &Grouping) -> Vec<Family> {
    let placed: usize = grouping.themes.iter().map(|theme| theme.answers.len()).sum();
    if grouping.themes.len() < THEMES_MIN || placed < ANSWERS_MIN {
        return Vec::new();
    }
    let middles: Vec<Vector> = grouping.themes.iter().map(|theme| middle(corpus, &theme.answers)).collect();
    let size = |theme: &usize| grouping.themes[*theme].answers.len();
    let mut families: Vec<Family> = linked(&middles)
        .into_iter()
        .filter(|themes| themes.len() > 1)
        .map(|mut themes| {
            themes.sort_by_key(|theme| (usize::MAX - size(theme), *theme));
            Family { label: heading(request.language, grouping, &themes), themes }
        })
        .collect();
    families
        .sort_by_key(|family| (usize::MAX - family.themes.iter().map(size).sum::<usize>(), family.themes[0]));
    families
}

/// Families that go on from the previous suggestion: the same themes under headings made of theirs as they are now.
/// One that has fewer than two themes left is none; themes that are new stand alone until all is grouped afresh.
pub fn kept(language: Language, grouping: &Grouping, previous: &[Vec<Origin>]) -> Vec<Family> {
    let size = |theme: &usize| grouping.themes[*theme].answers.len();
    let mut free: Vec<bool> = vec![true; grouping.themes.len()];
    let mut families: Vec<Family> = previous
        .iter()
        .map(|origins| {
            let mut themes: Vec<usize> = (0..grouping.themes.len())
                .filter(|&theme| free[theme] && origins.contains(&grouping.themes[theme].origin))
                .collect();
            themes.iter().for_each(|&theme| free[theme] = false);
            themes.sort_by_key(|theme| (usize::MAX - size(theme), *theme));
            themes
        })
        .filter(|themes| themes.len() > 1)
        .map(|themes| Family { label: heading(language, grouping, &themes), themes })
        .collect();
    families
        .sort_by_key(|family| (usize::MAX - family.themes.iter().map(size).sum::<usize>(), family.themes[0]));
    families
}

/// Fewer themes than this are read at one glance.
const THEMES_MIN: usize = 8;
/// Fewer answers than this make themes too small to tell what they have in common.
const ANSWERS_MIN: usize = 40;
/// Average likeness of their middles at which families still become one.
const LINK_LIKENESS_MIN: f32 = 0.04;
/// No family has more than this share of the themes: one that has all says nothing.
const THEMES_SHARE_MAX: f32 = 0.5;
/// Headings of so many themes stand in the family's.
const NAMED_MAX: usize = 3;

fn middle(corpus: &Corpus, answers: &[usize]) -> Vector {
    let mut middle = sum(answers.iter().map(|&answer| (&corpus.texts[answer].vector, 1.0)));
    middle.normalise();
    middle
}

/// Sets of middles, by average linkage.
fn linked(middles: &[Vector]) -> Vec<Vec<usize>> {
    let count = middles.len();
    let mut distances: Vec<f32> = Vec::with_capacity(count * (count - 1) / 2);
    for (position, middle) in middles.iter().enumerate() {
        distances.extend(middles[position + 1..].iter().map(|other| 1.0 - product(middle, other)));
    }
    let tree = linkage(&mut distances, count, Method::Average);
    let largest = (count as f32 * THEMES_SHARE_MAX) as usize;
    // Numbers of the tree: a middle is its position, the set made in step s is count + s.
    let mut sets: Vec<Option<Vec<usize>>> = (0..count).map(|position| Some(vec![position])).collect();
    for step in tree.steps() {
        let near = 1.0 - step.dissimilarity >= LINK_LIKENESS_MIN;
        let together = match (&sets[step.cluster1], &sets[step.cluster2]) {
            (Some(one), Some(other)) if near && one.len() + other.len() <= largest => {
                Some([one.as_slice(), other].concat())
            }
            (Some(_) | None, Some(_) | None) => None,
        };
        if together.is_some() {
            sets[step.cluster1] = None;
            sets[step.cluster2] = None;
        }
        sets.push(together);
    }
    sets.into_iter().flatten().collect()
}

/// "A, b og c"; a heading of two parts gives its first that is whole, so that "og" stands once.
fn heading(language: Language, grouping: &Grouping, themes: &[usize]) -> String {
    let and = &*joined_by(language);
    let mut names: Vec<String> = Vec::new();
    for label in themes.iter().map(|&theme| grouping.themes[theme].label.as_str()) {
        // "Ansvars-" says nothing without "rollefordeling", which says enough by itself.
        let part = label.split(and).flat_map(|half| half.split(", ")).find(|part| !part.ends_with('-'));
        let part = part.unwrap_or(label);
        let name = if names.is_empty() { begun(part) } else { continued(part) };
        if names.iter().all(|taken| taken.to_lowercase() != name.to_lowercase()) {
            names.push(name);
        }
    }
    names.truncate(NAMED_MAX);
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{}{and}{last}", names.join(", ")) }
}

/// A part of a heading as it stands first in another: with a capital.
fn begun(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map_or_else(String::new, |initial| initial.to_uppercase().chain(letters).collect())
}

/// A heading as it stands inside another: in lower case, but for an abbreviation.
fn continued(heading: &str) -> String {
    let mut letters = heading.chars();
    let Some(initial) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return heading.to_owned();
    }
    initial.to_lowercase().chain(letters).collect()
}
