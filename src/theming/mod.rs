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
//! 5. `families` sets themes that belong together under a heading over theirs, where there are many.
//! 6. `follower` goes on while answers arrive: `placer` puts each where the latest grouping would have, and all are
//!    grouped as a whole when they have grown by a tenth, held together by where they were.
//!
//! `piles` joins what people in the room put together, a few answers at a time. `split` parts one theme, and `concepts_of` makes a list of own concepts of a finished grouping.
//!
//! An organisation's own concepts are groups from the start, before the catalogue and before what is found.
//!
//! # How good
//! `cargo run --release -p load-tests -- themes DIR` compares with themes that people made. On the six sets the engine
//! was developed with the adjusted mutual information is 0.48 (0 is chance, 1 is the same), where shared words alone
//! reach 0.22; on five sets of short English questions whose themes are their intents 0.79, and words alone 0.78. Fields
//! that neither the catalogue nor the word tables know well come out at 0.2 to 0.25. Two careful people who group the
//! same answers agree at 0.5 to 0.8, and long answers that say several things remain hard: what is suggested here is a
//! beginning for a person's hand.

mod said;
mod words;

mod catalogue;
mod compounds;
mod concepts_text;
mod detect;
mod meaning;
mod sorted_lines;
mod typos;

mod blend;
mod corpus;
mod lexical;
mod vectors;

mod cluster;
mod explanation;
mod families;
mod headings;
mod identity;

mod affinity;
mod cloud;
mod concepts_of;
mod follower;
mod piles;
mod placer;
mod split;

use crate::session::Language;

pub use affinity::affinities;
pub use cloud::gather;
pub use concepts_text::{
    CONCEPT_HEADING_CHARS_MAX, CONCEPT_WORDS_CHARS_MAX, CONCEPT_WORDS_MAX, ConceptsError, read_concepts,
    write_concepts,
};
pub use detect::detect_language;
pub use explanation::{Explanation, ThemeExplanation};
pub use families::Family;
pub use follower::{FIRST_ANSWERS, Flow, Follower};
pub use piles::{Hand, PILED_MAX, join_piles};
pub use placer::Placer;
pub use split::{Part, SPLIT_ANSWERS_MAX, split};

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
    /// Which of the previous themes it was, if it was one.
    pub was: Option<usize>,
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
    /// The answer that is most like the others; none where none can be compared.
    pub typical: Option<usize>,
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
    suggest(request, Hold::Bonds).0
}

/// The same, and what places further answers as this grouping would have.
pub fn group_with_placer(request: &Request) -> (Grouping, Placer) {
    suggest(request, Hold::Bonds)
}

/// Groups the answers afresh, as if there were no previous suggestion; themes keep the identity of the previous theme
/// they share most answers with. For when somebody asks for it.
pub fn regroup(request: &Request) -> Grouping {
    suggest(request, Hold::Nothing).0
}

/// Why a grouping of this request is as it is. Reads the answers once more.
pub fn explain(request: &Request, grouping: &Grouping) -> Explanation {
    explanation::explained(request, &Material::read(request).corpus, grouping)
}

/// Headings of an organisation's own made of this grouping of the request, with the words that tell each theme from the
/// others; a word that one answer alone has is never among them. In the shape that [`read_concepts`] reads.
pub fn concepts_of(request: &Request, grouping: &Grouping) -> Vec<(String, String)> {
    let Material { corpus, lexicon, .. } = Material::read(request);
    concepts_of::concepts(&corpus, &lexicon, grouping)
}

/// How far the previous suggestion is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    /// Themes keep their identity and nothing more.
    Nothing,
    /// Answers are drawn to the theme they were in.
    Bonds,
}

fn suggest(request: &Request, hold: Hold) -> (Grouping, Placer) {
    let material = Material::read(request);
    let start = material.start(request, hold);
    let families = match hold {
        Hold::Nothing => &[],
        Hold::Bonds => request.families,
    };
    let vectors = material.vectors();
    let bonds = cluster::Bonds {
        fixed: &start.fixed,
        leaning: &start.leaning,
        fixed_count: start.fixed_count,
        previous: &start.previous,
        gate: material.corpus.gate,
    };
    let groups = cluster::cluster(&vectors, &bonds);
    let middles = cluster::Middles::of(&vectors, &groups, start.fixed_count);
    let (mut grouping, theme_of_group) = assemble(request, &material, &groups[..request.answers.len()], None);
    grouping.families = if families.is_empty() {
        families::families_of(request, &material.corpus, &grouping)
    } else {
        families::kept(request.language, &grouping, families)
    };
    let placer = Placer::of(request, material, middles, start.fixed_count, theme_of_group, &grouping);
    (grouping, placer)
}

/// What places further answers as a grouping that stands would have; nothing that it says is made anew. `standing` is of
/// this request: the decided themes first, in their order.
fn placer_of(request: &Request, standing: &Grouping) -> Placer {
    let material = Material::read(request);
    let decided_count = request.decided.len();
    let fixed_count = decided_count + material.concepts.len();
    let own_concept = |label: &str| {
        let own = material.concepts.iter().position(|&concept| request.concepts[concept].heading == label);
        own.map(|own| decided_count + own)
    };
    let mut groups: Vec<Option<usize>> = vec![None; material.corpus.texts.len()];
    for group in 0..fixed_count {
        groups[request.answers.len() + group] = Some(group);
    }
    let mut theme_of_group: Vec<Option<usize>> = vec![None; fixed_count];
    for (number, theme) in standing.themes.iter().enumerate() {
        let known = if number < decided_count { Some(number) } else { own_concept(&theme.label) };
        let group = known.unwrap_or_else(|| {
            theme_of_group.push(None);
            theme_of_group.len() - 1
        });
        theme_of_group[group] = Some(number);
        theme.answers.iter().for_each(|&answer| groups[answer] = Some(group));
    }
    let middles = cluster::Middles::of(&material.vectors(), &groups, fixed_count);
    Placer::of(request, material, middles, fixed_count, theme_of_group, standing)
}

/// All that a request gives to read, as vectors: the answers, then the headings that a person typed, then the
/// organisation's own concepts. Each of the latter two is read as one more text of its group, so that answers can join
/// an empty one.
struct Material {
    lexicon: words::Lexicon,
    corpus: corpus::Corpus,
    blend: blend::Blend,
    /// The own concepts that no person has decided a theme for.
    concepts: Vec<usize>,
    /// For each own concept the group that answers which speak of it begin in.
    group_of_concept: Vec<Option<usize>>,
}

/// Which groups there are from the start, and who begins in them.
struct Start {
    fixed: Vec<Option<usize>>,
    leaning: Vec<Option<usize>>,
    fixed_count: usize,
    previous: Vec<Option<usize>>,
}

impl Material {
    fn read(request: &Request) -> Self {
        let lexicon = words::Lexicon::of(request.language);
        let own = &request.concepts[..request.concepts.len().min(OWN_CONCEPTS_MAX)];
        let said: Vec<String> =
            own.iter().map(|concept| format!("{} {}", concept.heading, concept.words)).collect();
        let concept_of = |label: &str| {
            let label = label.to_lowercase();
            own.iter().position(|concept| concept.heading.to_lowercase() == label)
        };
        let decided: Vec<Option<usize>> =
            request.decided.iter().map(|theme| concept_of(theme.label)).collect();
        let concepts: Vec<usize> =
            (0..own.len()).filter(|concept| !decided.contains(&Some(*concept))).collect();
        let labels = request
            .decided
            .iter()
            .zip(&decided)
            .map(|(theme, concept)| concept.map_or(theme.label, |concept| said[concept].as_str()));
        let own_texts = concepts.iter().map(|&concept| said[concept].as_str());
        let texts: Vec<&str> = request.answers.iter().copied().chain(labels).chain(own_texts).collect();
        let mut corpus = corpus::read(&texts, request.question, &said, &lexicon);
        let blend = blend::blend(&mut corpus, &lexicon);
        let group_of_concept = (0..own.len())
            .map(|concept| {
                let of_person = decided.iter().position(|named| *named == Some(concept));
                let own = || concepts.iter().position(|own| *own == concept);
                of_person.or_else(|| Some(request.decided.len() + own()?))
            })
            .collect();
        Material { lexicon, corpus, blend, concepts, group_of_concept }
    }

    fn vectors(&self) -> Vec<&vectors::Vector> {
        self.corpus.texts.iter().map(|text| &text.vector).collect()
    }

    /// Decided groups come first, then those of own concepts; an answer that speaks of one begins in it.
    fn start(&self, request: &Request, hold: Hold) -> Start {
        let texts = &self.corpus.texts;
        let held = match hold {
            Hold::Nothing => &[],
            Hold::Bonds => request.previous,
        };
        let (mut fixed, previous) = identity::memberships(request, held, texts.len());
        let decided_count = request.decided.len();
        let first_own = request.answers.len() + decided_count;
        for number in 0..self.concepts.len() {
            fixed[first_own + number] = Some(decided_count + number);
        }
        let begins = |index: usize| {
            let strongest = texts[index]
                .own_concepts
                .iter()
                .max_by(|left, right| left.1.total_cmp(&right.1).then(right.0.cmp(&left.0)));
            let (concept, _) = strongest.filter(|_| index < request.answers.len())?;
            self.group_of_concept[*concept as usize]
        };
        Start {
            leaning: (0..texts.len()).map(begins).collect(),
            fixed,
            fixed_count: decided_count + self.concepts.len(),
            previous,
        }
    }
}

/// Most own concepts that are looked at: each is compared with every answer.
pub const OWN_CONCEPTS_MAX: usize = 200;

/// The themes of these groups, and for each group its theme. A group whose answers share no word that can be shown is no
/// theme, unless there is a word for those that have no name: "Bunke 1".
fn assemble(
    request: &Request,
    material: &Material,
    groups: &[Option<usize>],
    unnamed: Option<&str>,
) -> (Grouping, Vec<Option<usize>>) {
    let decided_count = request.decided.len();
    let fixed_count = decided_count + material.concepts.len();
    let group_count = groups.iter().flatten().max().map_or(0, |&group| group + 1).max(fixed_count);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); group_count];
    let mut rest = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        match group {
            Some(group) => members[*group].push(index),
            None => rest.push(index),
        }
    }
    let mut suggested: Vec<usize> = (decided_count..group_count).collect();
    suggested.sort_by_key(|&group| (usize::MAX - members[group].len(), members[group].first().copied()));
    let own_heading = |group: usize| {
        let concept = group.checked_sub(decided_count).and_then(|own| material.concepts.get(own))?;
        Some(request.concepts[*concept].heading)
    };
    // Headings that somebody gave are taken; the others are made of the answers' words.
    let (own, found): (Vec<usize>, Vec<usize>) =
        suggested.iter().partition(|&&group| own_heading(group).is_some());
    let own: Vec<usize> =
        own.into_iter().filter(|&group| members[group].len() >= THEME_ANSWERS_MIN).collect();
    let taken: Vec<&str> = (request.decided.iter().map(|decided| decided.label))
        .chain(own.iter().filter_map(|&group| own_heading(group)))
        .collect();
    let sets: Vec<Vec<usize>> = found.iter().map(|&group| members[group].clone()).collect();
    let made = headings::headings(&material.corpus, &sets, &taken, &material.lexicon, request.language);
    let mut labels: Vec<Option<String>> = vec![None; group_count];
    for &group in &own {
        labels[group] = own_heading(group).map(str::to_owned);
    }
    let mut number = 0;
    for (group, label) in found.into_iter().zip(made) {
        let numbered = |unnamed: &str| {
            number += 1;
            format!("{unnamed} {number}")
        };
        let real = members[group].len() >= THEME_ANSWERS_MIN;
        labels[group] = label.or_else(|| unnamed.filter(|_| real).map(numbered));
    }
    let theme = |origin: Origin, label: String, answers: Vec<usize>| Theme {
        origin,
        label,
        typical: explanation::typical(&material.corpus, &answers),
        answers,
    };
    let mut theme_of_group: Vec<Option<usize>> = vec![None; group_count];
    let mut themes: Vec<Theme> = Vec::new();
    for (index, decided) in request.decided.iter().enumerate() {
        theme_of_group[index] = Some(index);
        themes.push(theme(
            Origin::Decided(index),
            decided.label.to_owned(),
            std::mem::take(&mut members[index]),
        ));
    }
    for group in suggested {
        let answers = std::mem::take(&mut members[group]);
        match labels[group].take() {
            Some(label) => {
                theme_of_group[group] = Some(themes.len());
                themes.push(theme(Origin::New, label, answers));
            }
            None => rest.extend(answers),
        }
    }
    rest.sort_unstable();
    identity::keep(&mut themes, request);
    (Grouping { themes, rest, families: Vec::new() }, theme_of_group)
}

/// One answer is no theme, unless a person says so.
const THEME_ANSWERS_MIN: usize = 2;
