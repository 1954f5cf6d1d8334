//! Groups free text into themes with headings in the answers' own words: words → vectors → groups → headings.
//!
//! Pure and deterministic: the same request always gives the same grouping. What a person decided is never moved.
//!
//! # How
//! 1. `corpus` reads words: stems, parts of compounds, nynorsk and typos brought to one form.
//! 2. `blend` makes a vector of each answer from three parts: the words it shares with others (`lexical`, TF-IDF of
//!    stems and n-grams), what its words mean (`meaning`, word vectors), and the common themes that its words speak of
//!    (`catalogue`). The catalogue passes a gate: it counts only where it explains about half of what is said, and
//!    where answers share many words, words lead.
//! 3. `cluster` links answers by their average likeness and then lets each go to the nearest theme. Where to stop is
//!    a fixed likeness, so the answers decide how many themes there are.
//! 4. `headings` takes a word that all answers of a theme use, else the catalogue's heading, else the words that tell
//!    the theme from the others; never what one answer alone says.
//!
//! # How good
//! `cargo run --release -p load-tests -- themes DIR` compares with themes that people made. On the six sets the engine
//! was developed with the adjusted mutual information is 0.48 (0 is chance, 1 is the same), where shared words alone
//! reach 0.22; on five sets of short English questions whose themes are their intents 0.79, and words alone 0.78. Fields
//! that neither the catalogue nor the word tables know well come out at 0.2 to 0.25. Two careful people who group the
//! same answers agree at 0.5 to 0.8, and long answers that say several things remain hard: what is suggested here is a
//! beginning for a person's hand.

mod words;

mod catalogue;
mod compounds;
mod detect;
mod meaning;
mod sorted_lines;
mod typos;

mod blend;
mod corpus;
mod lexical;
mod vectors;

mod affinity;
mod cluster;
mod explanation;
mod families;
mod headings;
mod identity;

use crate::session::Language;

pub use affinity::affinities;
pub use detect::detect_language;
pub use explanation::{Explanation, ThemeExplanation};
pub use families::Family;

/// What to group.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    /// The language most answers are in: decides stems and the word between the two halves of a heading.
    pub language: Language,
    /// What was asked; its words are not content of the answers.
    pub question: &'a str,
    /// The answers; everything else speaks of them by their index here.
    pub answers: &'a [&'a str],
    /// Themes that a person decided. Their answers never move; other answers may join when they fit.
    pub decided: &'a [Decided<'a>],
    /// The previous suggestion as sets of indexes, so that themes keep their identity and answers hardly move while a
    /// question is open.
    pub previous: &'a [Vec<usize>],
    /// The second level of the previous suggestion: each family as the origins of its themes. While a question is open
    /// it stays as it is; without any, and when grouped afresh, families are made.
    pub families: &'a [Vec<Origin>],
    /// Headings of an organisation's own; where they fit, they lead.
    pub concepts: &'a [OwnConcept<'a>],
}

/// A heading that an organisation brings, with words that speak of it.
#[derive(Clone, Copy, Debug)]
pub struct OwnConcept<'a> {
    /// The heading, which a theme is given untouched.
    pub heading: &'a str,
    /// Further words that speak of it, parted by anything but letters; those of the heading need not be said again.
    pub words: &'a str,
}

/// A theme that a person decided.
#[derive(Clone, Debug)]
pub struct Decided<'a> {
    /// The person's heading, which is given back untouched.
    pub label: &'a str,
    /// Indexes of the answers that the person placed here. An index that does not exist is passed over; of two decided
    /// themes with the same index the first has it.
    pub answers: Vec<usize>,
}

/// A suggestion: every index stands exactly once, in a theme or in the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// First the decided themes in the order they were given, then the others, the largest first.
    pub themes: Vec<Theme>,
    /// Answers that fit nowhere, in ascending order ("Andre tema").
    pub rest: Vec<usize>,
    /// The second level, the family with most answers first; none for a handful of themes or answers.
    pub families: Vec<Family>,
}

/// One theme and its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Which theme of the request this is, if any.
    pub origin: Origin,
    /// The heading; no two themes that are suggested have the same.
    pub label: String,
    /// Indexes of the answers in ascending order; at least two unless a person decided the theme.
    pub answers: Vec<usize>,
}

/// Where a theme comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Index in [`Request::decided`].
    Decided(usize),
    /// Index in [`Request::previous`]; each is used at most once.
    Previous(usize),
    /// A theme that was not there before.
    New,
}

/// Groups the answers while they arrive: answers hardly ever leave the theme they had in the previous suggestion.
pub fn group(request: &Request) -> Grouping {
    suggest(request, request.previous)
}

/// Groups the answers afresh, as if there were no previous suggestion; themes keep the identity of the previous theme
/// they share most answers with. For when a question closes or somebody asks for it.
pub fn regroup(request: &Request) -> Grouping {
    suggest(request, &[])
}

/// Why a grouping of this request is as it is. Reads the answers once more.
pub fn explain(request: &Request, grouping: &Grouping) -> Explanation {
    let (corpus, _) = read(request);
    explanation::explained(request, &corpus, grouping)
}

/// Groups; answers of one set of `held` are held together.
fn suggest(request: &Request, held: &[Vec<usize>]) -> Grouping {
    let (corpus, lexicon) = read(request);
    let (decided, previous) = identity::memberships(request, held, corpus.texts.len());
    let vectors: Vec<&vectors::Vector> = corpus.texts.iter().map(|text| &text.vector).collect();
    let bonds = cluster::Bonds {
        decided: &decided,
        decided_count: request.decided.len(),
        previous: &previous,
        gate: corpus.gate,
    };
    let groups = cluster::cluster(&vectors, &bonds);
    let mut grouping = assemble(request, &corpus, &lexicon, &groups[..request.answers.len()]);
    grouping.families = families::families_of(request, &corpus, &grouping);
    grouping
}

/// The answers and, after them, the headings that a person typed: each is read as one more answer of its theme, so that
/// answers can join an empty theme.
fn read(request: &Request) -> (corpus::Corpus, words::Lexicon) {
    let lexicon = words::Lexicon::of(request.language);
    let labels = request.decided.iter().map(|decided| decided.label);
    let texts: Vec<&str> = request.answers.iter().copied().chain(labels).collect();
    let mut corpus = corpus::read(&texts, request.question, &lexicon);
    blend::blend(&mut corpus, &lexicon);
    (corpus, lexicon)
}

fn assemble(
    request: &Request,
    corpus: &corpus::Corpus,
    lexicon: &words::Lexicon,
    groups: &[Option<usize>],
) -> Grouping {
    let decided_count = request.decided.len();
    let group_count = groups.iter().flatten().max().map_or(0, |&group| group + 1).max(decided_count);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); group_count];
    let mut rest = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        match group {
            Some(group) => members[*group].push(index),
            None => rest.push(index),
        }
    }
    let mut suggested = members.split_off(decided_count);
    suggested.sort_by_key(|answers| (usize::MAX - answers.len(), answers.first().copied()));
    let taken: Vec<&str> = request.decided.iter().map(|decided| decided.label).collect();
    let labels = headings::headings(corpus, &suggested, &taken, lexicon, request.language);
    let mut themes: Vec<Theme> = request
        .decided
        .iter()
        .zip(members)
        .enumerate()
        .map(|(index, (decided, answers))| Theme {
            origin: Origin::Decided(index),
            label: decided.label.to_owned(),
            answers,
        })
        .collect();
    for (answers, label) in suggested.into_iter().zip(labels) {
        match label {
            Some(label) => themes.push(Theme { origin: Origin::New, label, answers }),
            None => rest.extend(answers),
        }
    }
    rest.sort_unstable();
    identity::keep(&mut themes, request.previous);
    Grouping { themes, rest, families: Vec::new() }
}
