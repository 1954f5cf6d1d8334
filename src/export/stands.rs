//! What people said of each other's answers: what unites, what divides, and the rest.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::minutes::one_line;
use super::page::{Block, Level, Table};
use super::words::Words;
use crate::languages::InEach;
use crate::session::{
    AnswerId, DIVIDES_PERCENT, HEARD_VOTES, Language, QuestionState, StandCounts, Standing, UNITES_PERCENT,
};

/// The votes on the answers of one question; statements that the room does not see are no part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StandsOutcome {
    /// How many people have voted.
    pub people: usize,
    /// How many votes there are, passes counted.
    pub votes: usize,
    /// What unites the room, best first.
    pub unites: Vec<StandLine>,
    /// What divides it, best first.
    pub divides: Vec<StandLine>,
    /// Every other statement, those with the most votes first.
    pub others: Vec<StandLine>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StandLine {
    /// What was written, as one line.
    pub text: String,
    /// How many said what of it.
    pub counts: StandCounts,
}

/// Where a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandPlace {
    Unites,
    Divides,
    Other,
}

/// The votes on a question's answers; none where nobody has voted.
pub(super) fn stands(state: &QuestionState) -> Option<StandsOutcome> {
    let statements = state.statements.as_ref()?;
    let seen: Vec<AnswerId> = state.votable().collect();
    let line = |id: &AnswerId| {
        let text = one_line(state.standing.get(id)?.content.text()?);
        Some(StandLine { text, counts: statements.counts(*id) })
    };
    let votes: usize = seen.iter().map(|id| statements.counts(*id).votes() as usize).sum();
    let Standing { unites, divides } = statements.standing(seen.iter().copied());
    let listed = |ids: &[AnswerId], bound: fn(StandCounts) -> Option<f64>| {
        let mut lines: Vec<StandLine> = ids.iter().filter_map(line).collect();
        // Equals stand by their words, not in the order they came.
        lines.sort_by(|one, other| {
            let by_bound = bound(other.counts).unwrap_or(0.0).total_cmp(&bound(one.counts).unwrap_or(0.0));
            by_bound.then_with(|| rest_order(one).cmp(&rest_order(other)))
        });
        lines
    };
    let others: Vec<AnswerId> =
        seen.iter().copied().filter(|id| !unites.contains(id) && !divides.contains(id)).collect();
    (votes > 0).then(|| StandsOutcome {
        people: statements.people().min(votes),
        votes,
        unites: listed(&unites, StandCounts::unites),
        divides: listed(&divides, StandCounts::divides),
        others: listed(&others, |_| None),
    })
}

fn rest_order(line: &StandLine) -> (Reverse<u32>, &str) {
    (Reverse(line.counts.votes()), &line.text)
}

impl StandsOutcome {
    /// Every statement with where it stands, in the order in which they are told.
    pub(super) fn lines(&self) -> impl Iterator<Item = (StandPlace, &StandLine)> {
        let unites = self.unites.iter().map(|line| (StandPlace::Unites, line));
        let divides = self.divides.iter().map(|line| (StandPlace::Divides, line));
        unites.chain(divides).chain(self.others.iter().map(|line| (StandPlace::Other, line)))
    }
}

/// The blocks of a section on them; where single answers are not listed, what neither unites nor divides is left out.
pub(super) fn stands_blocks(
    outcome: &StandsOutcome,
    lists_answers: bool,
    language: Language,
    shared: &Words,
    blocks: &mut Vec<Block>,
) {
    let words = stand_words(language);
    blocks.push(Block::Heading(Level::Theme, words.heading.to_owned()));
    blocks.push(Block::Paragraph(words.voted(shared, outcome)));
    let others: &[StandLine] = if lists_answers { &outcome.others } else { &[] };
    let parts: [(&str, &[StandLine]); 3] =
        [(words.unites, &outcome.unites), (words.divides, &outcome.divides), (words.others, others)];
    for (label, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        blocks.push(Block::Heading(Level::SubTheme, format!("{label} ({})", lines.len())));
        let row = |line: &StandLine| {
            let StandCounts { agree, disagree, pass } = line.counts;
            [line.text.clone()].into_iter().chain([agree, disagree, pass].map(|count| count.to_string()))
        };
        blocks.push(Block::Table(Table {
            words: 0,
            more_words: 0,
            header: [words.statement, words.agree, words.disagree, words.pass].map(str::to_owned).to_vec(),
            rows: lines.iter().map(|line| row(line).collect()).collect(),
            bars: Vec::new(),
        }));
    }
    blocks.push(Block::Note(words.rule()));
}

/// Wording on statements, in one language.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct StandWords {
    pub heading: &'static str,
    pub sheet: &'static str,
    pub statement: &'static str,
    pub place: &'static str,
    pub unites: &'static str,
    pub divides: &'static str,
    pub others: &'static str,
    pub agree: &'static str,
    pub disagree: &'static str,
    pub pass: &'static str,
    voted: &'static str,
    rule: &'static str,
}

pub(super) fn stand_words(language: Language) -> &'static StandWords {
    static WORDS: LazyLock<InEach<StandWords>> = LazyLock::new(|| InEach::read("files.stands"));
    &WORDS[language]
}

impl StandWords {
    /// "12 deltakere tok stilling til svarene fra de andre, med 96 stemmer i alt."
    pub fn voted(&self, shared: &Words, outcome: &StandsOutcome) -> String {
        let people = shared.people(outcome.people);
        self.voted.replace("{people}", &people).replace("{votes}", &outcome.votes.to_string())
    }

    /// How what unites and divides is found.
    pub fn rule(&self) -> String {
        let rule = self.rule.replace("{unites}", &UNITES_PERCENT.to_string());
        rule.replace("{divides}", &DIVIDES_PERCENT.to_string()).replace("{heard}", &HEARD_VOTES.to_string())
    }

    pub fn place(&self, place: StandPlace) -> &'static str {
        match place {
            StandPlace::Unites => self.unites,
            StandPlace::Divides => self.divides,
            StandPlace::Other => "",
        }
    }
}
