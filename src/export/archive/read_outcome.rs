//! From an archive to what came of a question.

use std::collections::BTreeMap;

use super::outcome_form::{ArchivedOutcome, ArchivedPerson, ArchivedTheme};
use crate::session::{
    AnswerId, ClosedBy, Event, FULL_WEIGHT, Facts, Family, ItemId, Pseudonym, SortHeading, Stand,
    SuggestedTheme, ThemeId,
};

impl Facts {
    /// A question's answers and what was made of them; who plays the quiz is the same in all of its questions.
    pub(super) fn outcome(
        &mut self,
        item: ItemId,
        outcome: &ArchivedOutcome,
        players: &mut BTreeMap<u32, Pseudonym>,
    ) {
        self.tell(Event::QuestionOpened { item });
        let mut person = |person: &ArchivedPerson| match person.player {
            Some(player) => *players.entry(player).or_insert_with(|| self.somebody()),
            None => self.somebody(),
        };
        let people: Vec<Pseudonym> = outcome.people.iter().map(&mut person).collect();
        if outcome.second_round {
            for (person, who) in outcome.people.iter().zip(&people) {
                if let Some(first) = &person.first {
                    self.give(item, *who, first.clone(), person.first_awaits);
                }
            }
            self.tell(Event::SecondRoundStarted { item });
        }
        // The number in the archive and the number that it gets.
        let mut numbers: Vec<(u32, AnswerId)> = Vec::new();
        for (person, who) in outcome.people.iter().zip(&people) {
            for answer in &person.answers {
                let content = answer.content.clone();
                let given = match answer.used_ms {
                    Some(used_ms) => self.play(item, *who, content, used_ms),
                    None => self.give(item, *who, content, answer.awaits),
                };
                numbers.push((answer.number, given));
            }
        }
        numbers.sort_unstable();
        self.themes(item, outcome, &numbers);
        self.piles(item, outcome);
        self.sorting(item, outcome, &numbers);
        self.votes(item, outcome, &numbers);
        self.tell(Event::ResultsShown { item, to: outcome.results });
        self.tell(Event::QuestionClosed { item, by: ClosedBy::Hand });
    }

    /// The themes in their order: what was suggested, then what people decided.
    fn themes(&mut self, item: ItemId, outcome: &ArchivedOutcome, numbers: &[(u32, AnswerId)]) {
        if outcome.themes.is_empty() && !outcome.edited {
            return;
        }
        let answers = |theme: &ArchivedTheme| {
            theme.answers.iter().filter_map(|number| given(numbers, *number)).collect::<Vec<AnswerId>>()
        };
        let themes = || (0..).map(|index| theme_at(outcome, index)).zip(&outcome.themes);
        let next_theme = themes().map(|(id, _)| id.0).max().unwrap_or(0) + 1;
        let families = outcome.families.iter().map(|family| Family {
            label: family.label.clone(),
            themes: family.themes.iter().map(|index| theme_at(outcome, *index)).collect(),
        });
        let families: Vec<Family> = families.collect();
        let suggested = themes().map(|(id, theme)| SuggestedTheme {
            id,
            label: theme.label.clone(),
            answers: answers(theme),
            typical: theme.typical.and_then(|number| given(numbers, number)),
        });
        self.tell(Event::ThemesSuggested {
            item,
            themes: suggested.collect(),
            next_theme,
            families: if outcome.families_decided { Vec::new() } else { families.clone() },
        });
        for (theme, archived) in themes() {
            let (label, answers) = (archived.label.clone(), answers(archived));
            if archived.hidden {
                self.tell(Event::ThemeHidden { item, theme, label, answers });
            } else if archived.decided {
                self.tell(Event::ThemeDecided { item, theme, label, answers, absorbed: None });
            }
        }
        let pinned: Vec<ThemeId> = themes().filter(|(_, theme)| theme.pinned).map(|(id, _)| id).collect();
        if !pinned.is_empty() {
            self.tell(Event::ThemesOrdered { item, first: pinned });
        }
        if outcome.families_decided {
            self.tell(Event::FamiliesArranged { item, families: Some(families) });
        } else if outcome.edited {
            // All that is left of what a person did may be that a theme is gone.
            let dissolved = Some(ThemeId(next_theme));
            self.tell(Event::AnswersSetAside { item, answers: Vec::new(), dissolved });
        }
    }

    /// That people made piles; what they put together is not known.
    fn piles(&mut self, item: ItemId, outcome: &ArchivedOutcome) {
        let Some(pilers) = outcome.pilers else { return };
        self.tell(Event::PilingStarted { item, each: None });
        for _ in 0..pilers {
            let who = self.somebody();
            self.tell(Event::PilesMade { item, who, piles: Vec::new(), weight: FULL_WEIGHT });
        }
        self.tell(Event::PilingStopped { item });
    }

    /// That people placed answers under headings, each where it came to stand: as many people as there were, one answer
    /// after the other, round and round, until everybody has placed one and each is placed.
    fn sorting(&mut self, item: ItemId, outcome: &ArchivedOutcome, numbers: &[(u32, AnswerId)]) {
        let Some(sorting) = &outcome.sorting else { return };
        let listed = |index: &u32| Some((theme_at(outcome, *index), outcome.themes.get(*index as usize)?));
        let listed: Vec<(ThemeId, &ArchivedTheme)> = sorting.headings.iter().filter_map(listed).collect();
        let under: BTreeMap<u32, ThemeId> = listed
            .iter()
            .flat_map(|(id, theme)| theme.answers.iter().map(move |number| (*number, *id)))
            .collect();
        let headings: Vec<SortHeading> =
            listed.iter().map(|(id, theme)| SortHeading { id: *id, label: theme.label.clone() }).collect();
        let sorted = outcome.people.iter().flat_map(|person| &person.answers).filter(|answer| answer.sorted);
        let placed: Vec<(AnswerId, Option<ThemeId>)> = sorted
            .filter_map(|answer| Some((given(numbers, answer.number)?, under.get(&answer.number).copied())))
            .collect();
        let people: Vec<Pseudonym> = (0..sorting.people).map(|_| self.somebody()).collect();
        let shown = headings.len() as u8;
        self.tell(Event::SortingStarted { item, headings, each: sorting.each });
        let taps = if people.is_empty() || placed.is_empty() { 0 } else { people.len().max(placed.len()) };
        for (who, (answer, theme)) in people.iter().cycle().zip(placed.iter().cycle()).take(taps) {
            let (who, answer, theme) = (*who, *answer, *theme);
            self.tell(Event::AnswerSorted { item, who, answer, theme, shown, weight: FULL_WEIGHT });
        }
        self.tell(Event::SortingStopped { item });
    }

    /// The votes on answers, dealt out to as many people as voted, each of whom votes on an answer once: one after the
    /// other, round and round, so that everybody has a vote.
    fn votes(&mut self, item: ItemId, outcome: &ArchivedOutcome, numbers: &[(u32, AnswerId)]) {
        let Some(stands) = outcome.stands else { return };
        let people: Vec<Pseudonym> = (0..stands.people).map(|_| self.somebody()).collect();
        let mut next = people.iter().copied().cycle();
        self.tell(Event::StatementsStarted { item, each: stands.each });
        for answer in outcome.people.iter().flat_map(|person| &person.answers) {
            let Some(votes) = answer.votes else { continue };
            let Some(statement) = given(numbers, answer.number) else { continue };
            for (stand, count) in
                [(Stand::Agree, votes.agree), (Stand::Disagree, votes.disagree), (Stand::Pass, votes.pass)]
            {
                for who in next.by_ref().take(count as usize) {
                    self.tell(Event::StandTaken { item, who, statement, version: 1, stand });
                }
            }
        }
        self.tell(Event::StatementsStopped { item });
    }
}

/// The answer that has this number in the archive, among all numbers in order with the answers that were made of them.
fn given(numbers: &[(u32, AnswerId)], number: u32) -> Option<AnswerId> {
    let index = numbers.binary_search_by_key(&number, |(number, _)| *number).ok()?;
    Some(numbers[index].1)
}

/// The theme at this place of the list: it keeps its number, where the archive tells it.
fn theme_at(outcome: &ArchivedOutcome, index: u32) -> ThemeId {
    let number = outcome.themes.get(index as usize).and_then(|theme| theme.number);
    number.unwrap_or(ThemeId(index + 1))
}
