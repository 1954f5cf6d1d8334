//! The minutes in short: facts that were counted, one line for each question, and no judgement.

use std::cmp::Reverse;

use super::minutes::{
    AskedQuestion, Cloud, Minutes, OpenOutcome, Outcome, RankingOutcome, Tallied, one_line,
};
use super::summary_words::{SummaryWords, summary_words};
use super::tallied::label;
use super::tally_words::{TallyWords, tally_words};
use super::words::{Words, words};
use crate::session::{Ask, Language, PointedOption, ScaledStatement, TallyView};

/// So many themes, words or options are named.
const NAMED_MAX: usize = 3;
/// A question's wording up to this length stands as it is; a longer one is cut after a word.
const PROMPT_CHARS_MAX: usize = 90;

/// The lines of the summary; none where there is one question or none, since the minutes themselves are as short.
pub(super) fn summary(minutes: &Minutes) -> Vec<String> {
    if minutes.questions.len() < 2 {
        return Vec::new();
    }
    let summary = Summary::of(minutes.language);
    minutes.questions.iter().map(|question| summary.line(question)).collect()
}

struct Summary {
    words: &'static Words,
    said: &'static SummaryWords,
    tally: &'static TallyWords,
}

impl Summary {
    fn of(language: Language) -> Self {
        Summary { words: words(language), said: summary_words(language), tally: tally_words(language) }
    }

    /// "Hva er viktigst? 38 svarte. Flest svar om: Samhandling (18), Tid (9) og Kompetanse (7)."
    fn line(&self, question: &AskedQuestion) -> String {
        let title = if question.title.is_empty() { &question.prompt } else { &question.title };
        let title = ended(&shortened(&one_line(title)));
        if question.people == 0 {
            return format!("{title} {}", self.words.nobody);
        }
        let people = self.said.answered.replace("{people}", &question.people.to_string());
        match self.found(&question.outcome) {
            Some(found) => format!("{title} {people} {found}"),
            None => format!("{title} {people}"),
        }
    }

    fn found(&self, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::Open(open) => self.open(open),
            Outcome::Ranking(ranking) => self.ranking(ranking),
            Outcome::Cloud(cloud) => self.cloud(cloud),
            Outcome::Tallied(tallied) => self.tallied(tallied),
        }
    }

    /// The headings over themes where there are some, else the themes; what a person put first comes first.
    fn open(&self, open: &OpenOutcome) -> Option<String> {
        let within = |index: usize| open.families.iter().any(|family| family.themes.contains(&index));
        let families = open.families.iter().map(|family| {
            let count = family.themes.iter().map(|index| open.themes[*index].answers.len()).sum::<usize>();
            (family.label.clone(), count as u64)
        });
        let alone = open.themes.iter().enumerate().filter(|(index, _)| !within(*index));
        let alone = alone.map(|(_, theme)| (theme.label.clone(), theme.answers.len() as u64));
        self.largest(self.said.themes, families.chain(alone).collect())
    }

    fn ranking(&self, ranking: &RankingOutcome) -> Option<String> {
        let first = ranking.options.iter().filter(|line| line.place == 1).map(|line| line.option.clone());
        self.named(self.said.on_top, first.collect())
    }

    fn cloud(&self, cloud: &Cloud) -> Option<String> {
        let words = cloud.words.iter().map(|given| (given.word.clone(), given.count() as u64));
        self.largest(self.said.words, words.collect())
    }

    fn tallied(&self, tallied: &Tallied) -> Option<String> {
        match (&tallied.ask, &tallied.view) {
            (Ask::Choice(choice), TallyView::Choice { options, other, .. }) => {
                let counts =
                    options.iter().map(|chosen| (label(&choice.options, chosen.option), chosen.count));
                let other = other.as_ref().map(|other| (self.tally.other.to_owned(), other.count));
                self.largest(self.said.chosen, counts.chain(other).collect())
            }
            (Ask::Scales(scales), TallyView::Scales { statements }) => {
                let marked = statements.iter().filter(|statement| statement.marked > 0);
                let mean = |statement: &ScaledStatement| {
                    let name = label(&scales.statements, statement.statement);
                    format!("{name} ({})", self.words.decimal(statement.mean, 1))
                };
                let best = marked.clone().max_by(|one, other| one.mean.total_cmp(&other.mean))?;
                let highest = self.named(self.said.highest, vec![mean(best)])?;
                let least = marked.clone().min_by(|one, other| one.mean.total_cmp(&other.mean))?;
                if least.mean >= best.mean {
                    return Some(highest);
                }
                Some(format!("{highest} {}", self.named(self.said.lowest, vec![mean(least)])?))
            }
            (Ask::Points(points), TallyView::Points { options }) => {
                let given = |option: &PointedOption| (label(&points.options, option.option), option.points);
                self.largest(self.said.points, options.iter().map(given).collect())
            }
            (Ask::Number(number), TallyView::Number(summary)) => {
                let median =
                    format!("{} {}", self.words.trimmed(summary.median), one_line(number.unit.as_str()));
                self.named(self.said.median, vec![median.trim_end().to_owned()])
            }
            (Ask::Quiz(_), TallyView::Quiz(summary)) => {
                self.named(self.said.right, vec![summary.right.to_string()])
            }
            (
                Ask::OpenText(_)
                | Ask::WordCloud(_)
                | Ask::Ranking(_)
                | Ask::Choice(_)
                | Ask::Scales(_)
                | Ask::Points(_)
                | Ask::Number(_)
                | Ask::Grid(_)
                | Ask::Quiz(_)
                | Ask::Dots(_),
                _,
            ) => None,
        }
    }

    /// The largest with their numbers; those that nobody gave are not named, nor some of several that are equal.
    fn largest(&self, said: &str, mut counts: Vec<(String, u64)>) -> Option<String> {
        counts.retain(|(_, count)| *count > 0);
        counts.sort_by_key(|(_, count)| Reverse(*count));
        if let Some(next) = counts.get(NAMED_MAX).map(|(_, count)| *count) {
            counts.retain(|(_, count)| *count > next);
        }
        self.named(said, counts.iter().map(|(name, count)| format!("{name} ({count})")).collect())
    }

    fn named(&self, said: &str, names: Vec<String>) -> Option<String> {
        let list = self.words.enumerate(&names);
        (!names.is_empty()).then(|| format!("{said} {}", ended(&list)))
    }
}

/// With a full stop, unless it ends with a sign of its own.
fn ended(text: &str) -> String {
    let dot = if text.ends_with(['.', '?', '!', '…', ':']) { "" } else { "." };
    format!("{text}{dot}")
}

fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(PROMPT_CHARS_MAX) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..cut].trim_end_matches([',', ';', ':', '-', '–']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_questions_are_cut_after_a_word() {
        let long = "a".repeat(60) + ", " + &"b".repeat(60);
        assert_eq!(shortened(&long), "a".repeat(60) + " …");
        assert_eq!(shortened("Hva nå?"), "Hva nå?");
        assert_eq!(shortened(&"å".repeat(100)), "å".repeat(90) + " …");
    }

    #[test]
    fn equal_ones_are_named_together_or_not_at_all() {
        let summary = Summary::of(Language::Nb);
        let counts =
            |counts: &[u64]| counts.iter().map(|count| (format!("T{count}"), *count)).collect::<Vec<_>>();
        let largest = |given: &[u64]| summary.largest("Flest:", counts(given));
        assert_eq!(largest(&[3, 9, 5]).unwrap(), "Flest: T9 (9), T5 (5) og T3 (3).");
        assert_eq!(largest(&[9, 5, 5, 5]).unwrap(), "Flest: T9 (9).");
        assert_eq!(largest(&[5, 5, 5, 5]), None);
        assert_eq!(largest(&[0, 0]), None);
    }
}
