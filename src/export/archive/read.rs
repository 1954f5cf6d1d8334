//! From an archive to the facts of a session that has the same results and is over for good.

use std::collections::BTreeSet;

use super::VERSION;
use super::form::{Archive, ArchivedItem, ArchivedOutcome, ArchivedTheme, ArchivedVotes, Shown};
use crate::session::{
    self, ASKED_MAX, AnswerContent, AnswerId, AnswerKey, Ask, AskedId, AskedPlace, AskingPlan, ClosedBy,
    Event, Facts, Family, ItemId, ItemPlan, Limits, NOTES_MAX, Note, NoteId, PICTURES_MAX, Plan, Pseudonym,
    Recorded, Rejection, RoleId, Stand, SuggestedTheme, THEMES_MAX, ThemeId,
};
use ArchiveError::Contradiction;

/// Highest number of an item: far above any that a session comes to.
const ITEM_MAX: u32 = 1_000_000;
/// Most times that an item can have been shown.
const SHOWN_MAX: usize = 10_000;
/// The end of the year 9999, the last that can be told, in milliseconds since 1970.
const MOMENT_MS_MAX: i64 = 253_402_300_799_000;

/// Why an archive cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// It was written by a later program.
    #[error("the archive is of a version that this server does not know; it knows version {VERSION}")]
    Version,
    /// Its plan does not hold.
    #[error("the archive's programme does not hold: {}", .0.code())]
    Plan(Rejection),
    /// It has more people or answers than a session of this server can have.
    #[error("the archive has more people or answers than a session of this server can have")]
    TooLarge,
    /// Something in it contradicts something else; says what.
    #[error("the archive does not hold: {0}")]
    Contradiction(&'static str),
}

/// The facts of a session with the same results, sealed, all people new; `now_ms` is when it is made.
pub fn from_archive(archive: &Archive, limits: &Limits, now_ms: i64) -> Result<Vec<Recorded>, ArchiveError> {
    check(archive, limits)?;
    let mut facts = Facts::from(first_moment(archive).unwrap_or(now_ms));
    facts.plan(archive)?;
    facts.people(archive);
    facts.asked(archive);
    for item in &archive.items {
        if let Some(outcome) = &item.outcome {
            facts.outcome(item.item, outcome);
        }
    }
    facts.notes(archive);
    facts.shown(archive);
    let ended_ms = archive.ended_ms.unwrap_or(facts.at_ms);
    facts.at_ms = ended_ms;
    facts.tell(Event::SessionEnded);
    facts.tell(Event::SessionSealed);
    Ok(facts.events)
}

impl Facts {
    /// The programme; items keep their numbers.
    fn plan(&mut self, archive: &Archive) -> Result<(), ArchiveError> {
        let plan = |items| Plan {
            details: archive.details.clone(),
            items,
            concepts: archive.concepts.clone(),
            roles: archive.roles.iter().map(|role| role.name.clone()).collect(),
            signals: archive.signals,
            questions: AskingPlan::default(),
        };
        let plans: Vec<ItemPlan> =
            archive.items.iter().map(|item| archive.plan_with_what_is_there(&item.plan)).collect();
        session::create(plan(plans.clone())).map_err(ArchiveError::Plan)?;
        self.tell(Event::SessionCreated { plan: plan(Vec::new()) });
        for picture in &archive.pictures {
            if let Some(size) = archive.size_of(picture.id) {
                self.tell(Event::PictureKept { picture: picture.id, size });
            }
        }
        for ((index, item), plan) in (0..).zip(&archive.items).zip(plans) {
            self.tell(Event::ItemAdded { item: item.item, plan, index });
        }
        Ok(())
    }

    /// Everybody who joined, and what they said of their roles: those of the first role first.
    fn people(&mut self, archive: &Archive) {
        let said = (1..).zip(&archive.roles).flat_map(|(id, role)| (0..role.people).map(move |_| RoleId(id)));
        let mut said = said.fuse();
        for _ in 0..archive.joined {
            let who = self.somebody();
            self.tell(Event::ParticipantJoined { who });
            if let Some(role) = said.next() {
                self.tell(Event::RoleChosen { who, role: Some(role) });
            }
        }
    }

    /// Questions to the speaker, each of and voted for by people of its own.
    fn asked(&mut self, archive: &Archive) {
        for (id, asked) in (1..).map(AskedId).zip(&archive.asked) {
            let who = self.somebody();
            let key = AnswerKey::numbered(id.0);
            let (text, place) = (asked.text.clone(), asked.place);
            self.tell(Event::SpeakerAsked { asked: id, who, key, text, place });
            for _ in 0..asked.votes {
                let who = self.somebody();
                self.tell(Event::AskedVoted { asked: id, who, version: 1, up: true });
            }
        }
    }

    fn outcome(&mut self, item: ItemId, outcome: &ArchivedOutcome) {
        self.tell(Event::QuestionOpened { item });
        let people: Vec<Pseudonym> = outcome.people.iter().map(|_| self.somebody()).collect();
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
                let given = self.give(item, *who, answer.content.clone(), answer.awaits);
                numbers.push((answer.number, given));
            }
        }
        numbers.sort_unstable();
        self.themes(item, outcome, &numbers);
        self.votes(item, outcome, &numbers);
        self.tell(Event::ResultsShown { item, to: outcome.results });
        self.tell(Event::QuestionClosed { item, by: ClosedBy::Hand });
    }

    /// The themes in their order: what was suggested, then what people decided.
    fn themes(&mut self, item: ItemId, outcome: &ArchivedOutcome, numbers: &[(u32, AnswerId)]) {
        if outcome.themes.is_empty() && !outcome.edited {
            return;
        }
        let given = |number: &u32| {
            let index = numbers.binary_search_by_key(number, |(number, _)| *number).ok()?;
            Some(numbers[index].1)
        };
        let answers =
            |theme: &ArchivedTheme| theme.answers.iter().filter_map(given).collect::<Vec<AnswerId>>();
        let themes = || (1..).map(ThemeId).zip(&outcome.themes);
        let next_theme = outcome.themes.len() as u32 + 1;
        let families = outcome.families.iter().map(|family| Family {
            label: family.label.clone(),
            themes: family.themes.iter().map(|index| ThemeId(index + 1)).collect(),
        });
        let families: Vec<Family> = families.collect();
        let suggested = themes().map(|(id, theme)| SuggestedTheme {
            id,
            label: theme.label.clone(),
            answers: answers(theme),
            typical: theme.typical.as_ref().and_then(given),
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

    /// The votes on answers, dealt out to as many people as voted, each of whom votes on an answer once: one after the
    /// other, round and round, so that everybody has a vote.
    fn votes(&mut self, item: ItemId, outcome: &ArchivedOutcome, numbers: &[(u32, AnswerId)]) {
        let Some(stands) = outcome.stands else { return };
        let people: Vec<Pseudonym> = (0..stands.people).map(|_| self.somebody()).collect();
        let mut next = people.iter().copied().cycle();
        self.tell(Event::StatementsStarted { item, each: stands.each });
        for answer in outcome.people.iter().flat_map(|person| &person.answers) {
            let Some(votes) = answer.votes else { continue };
            let Ok(index) = numbers.binary_search_by_key(&answer.number, |(number, _)| *number) else {
                continue;
            };
            let statement = numbers[index].1;
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

    fn notes(&mut self, archive: &Archive) {
        let on = |item: &ArchivedItem| {
            let of = item.item;
            let notes = item.notes.iter().map(move |note| Note {
                item: of,
                kind: note.kind,
                text: note.text.clone(),
            });
            notes.collect::<Vec<Note>>()
        };
        for (id, content) in (1..).zip(archive.items.iter().flat_map(on)) {
            self.tell(Event::NoteWritten { note: NoteId(id), content });
        }
    }

    /// When each item was shown, whichever was before the other.
    fn shown(&mut self, archive: &Archive) {
        let runs =
            archive.items.iter().flat_map(|item| item.shown.iter().map(move |shown| (item.item, *shown)));
        let mut runs: Vec<_> = runs.collect();
        runs.sort_by_key(|(_, shown)| (shown.from_ms, shown.to_ms.unwrap_or(i64::MAX)));
        let next = runs.iter().skip(1).map(|(_, shown)| Some(shown.from_ms)).chain([archive.ended_ms]);
        let next: Vec<Option<i64>> = next.collect();
        for ((item, shown), next) in runs.into_iter().zip(next) {
            self.at_ms = shown.from_ms;
            self.tell(Event::ItemStarted { item });
            if let Some(to_ms) = shown.to_ms {
                self.at_ms = to_ms;
                if next != Some(to_ms) {
                    self.tell(Event::StageCleared);
                }
            }
        }
    }
}

/// When its first item was shown.
fn first_moment(archive: &Archive) -> Option<i64> {
    archive.items.iter().flat_map(|item| &item.shown).map(|shown| shown.from_ms).min()
}

fn check(archive: &Archive, limits: &Limits) -> Result<(), ArchiveError> {
    if archive.version != VERSION {
        return Err(ArchiveError::Version);
    }
    let outcomes = || archive.items.iter().filter_map(|item| item.outcome.as_ref());
    let people = outcomes().map(|outcome| outcome.people.len()).max().unwrap_or(0);
    let given = outcomes().flat_map(|outcome| &outcome.people);
    let answers: usize = given.map(|person| person.answers.len() + usize::from(person.first.is_some())).sum();
    if archive.joined as usize > limits.participants_max
        || people > limits.participants_max
        || answers > limits.answers_max as usize
    {
        return Err(ArchiveError::TooLarge);
    }
    let voters = outcomes().filter_map(|outcome| outcome.stands).map(|stands| stands.people).max();
    if voters.unwrap_or(0) as usize > limits.participants_max {
        return Err(ArchiveError::TooLarge);
    }
    let votes = archive.asked.iter().map(|asked| asked.votes as usize).max().unwrap_or(0);
    if archive.asked.len() > ASKED_MAX || votes > limits.participants_max {
        return Err(ArchiveError::TooLarge);
    }
    if archive.asked.iter().any(|asked| asked.place == AskedPlace::Removed) {
        return Err(Contradiction("a question to the speaker was removed"));
    }
    let notes = || archive.items.iter().flat_map(|item| &item.notes);
    if notes().count() > NOTES_MAX {
        return Err(ArchiveError::TooLarge);
    }
    if notes().any(|note| note.text.is_empty()) {
        return Err(Contradiction("a note says nothing"));
    }
    if archive.pictures.len() > PICTURES_MAX {
        return Err(ArchiveError::TooLarge);
    }
    let mut pictures = BTreeSet::new();
    if !archive.pictures.iter().all(|picture| pictures.insert(picture.id.bits())) {
        return Err(Contradiction("a picture is there twice"));
    }
    let said: u64 = archive.roles.iter().map(|role| u64::from(role.people)).sum();
    if said > u64::from(archive.joined) {
        return Err(Contradiction("more people said a role than joined"));
    }
    let mut numbers = BTreeSet::new();
    for item in &archive.items {
        if !(1..=ITEM_MAX).contains(&item.item.0) || !numbers.insert(item.item) {
            return Err(Contradiction("an item's number is taken, or is none"));
        }
        check_item(item)?;
    }
    let moments = archive.items.iter().flat_map(|item| &item.shown);
    let moments = moments.flat_map(|shown| [Some(shown.from_ms), shown.to_ms]).chain([archive.ended_ms]);
    if moments.flatten().any(|at_ms| !(0..=MOMENT_MS_MAX).contains(&at_ms)) {
        return Err(Contradiction("a time is none"));
    }
    Ok(())
}

fn check_item(item: &ArchivedItem) -> Result<(), ArchiveError> {
    let turned = |shown: &Shown| shown.to_ms.is_some_and(|to_ms| to_ms < shown.from_ms);
    if item.shown.len() > SHOWN_MAX || item.shown.iter().any(turned) {
        return Err(Contradiction("the times at which an item was shown"));
    }
    let Some(outcome) = &item.outcome else { return Ok(()) };
    let question = item.plan.question().ok_or(Contradiction("an item that asks nothing has an outcome"))?;
    check_answers(&question.ask, outcome)?;
    check_votes(&question.ask, outcome)?;
    check_themes(outcome)
}

fn check_answers(ask: &Ask, outcome: &ArchivedOutcome) -> Result<(), ArchiveError> {
    if outcome.second_round && ask.takes_text() {
        return Err(Contradiction("answers in words have no second round"));
    }
    // What was asked may have got shorter since; a text is a text all the same.
    let fits = |content: &AnswerContent| match content {
        AnswerContent::Text { text } => ask.takes_text() && !text.is_empty(),
        AnswerContent::Ranking { .. }
        | AnswerContent::Choice { .. }
        | AnswerContent::Scales { .. }
        | AnswerContent::Points { .. }
        | AnswerContent::Number { .. }
        | AnswerContent::Grid { .. }
        | AnswerContent::Dots { .. }
        | AnswerContent::QuizChoice { .. }
        | AnswerContent::QuizText { .. } => content.check(ask).is_ok(),
    };
    let mut numbers = BTreeSet::new();
    for person in &outcome.people {
        let firsts = person.first.iter();
        if !firsts.chain(person.answers.iter().map(|answer| &answer.content)).all(fits) {
            return Err(Contradiction("an answer does not fit its question"));
        }
        if person.first.is_some() && !outcome.second_round {
            return Err(Contradiction("there is an answer of a first round without a second"));
        }
        if !ask.takes_text() && person.answers.len() > 1 {
            return Err(Contradiction("somebody answered twice"));
        }
        if !person.answers.iter().all(|answer| numbers.insert(answer.number)) {
            return Err(Contradiction("an answer's number is taken"));
        }
    }
    Ok(())
}

/// Nobody votes twice on an answer, and everybody who voted has a vote.
fn check_votes(ask: &Ask, outcome: &ArchivedOutcome) -> Result<(), ArchiveError> {
    let people = outcome.stands.map_or(0, |stands| u64::from(stands.people));
    let of =
        |votes: &ArchivedVotes| u64::from(votes.agree) + u64::from(votes.disagree) + u64::from(votes.pass);
    let answers = || outcome.people.iter().flat_map(|person| &person.answers);
    let votes: Vec<u64> = answers().filter_map(|answer| answer.votes.as_ref()).map(of).collect();
    let awaits = answers().any(|answer| answer.awaits && answer.votes.is_some());
    let fits = (ask.is_open_text() || votes.is_empty() && outcome.stands.is_none())
        && votes.iter().all(|votes| (1..=people).contains(votes))
        && votes.iter().sum::<u64>() >= people
        && !awaits;
    if fits { Ok(()) } else { Err(Contradiction("the votes on its answers")) }
}

fn check_themes(outcome: &ArchivedOutcome) -> Result<(), ArchiveError> {
    let standing = outcome.people.iter().flat_map(|person| &person.answers).filter(|answer| !answer.awaits);
    let mut free: BTreeSet<u32> = standing.map(|answer| answer.number).collect();
    if outcome.themes.len() > THEMES_MAX || outcome.themes.iter().any(|theme| theme.label.is_empty()) {
        return Err(Contradiction("its themes"));
    }
    for theme in &outcome.themes {
        if !theme.answers.iter().all(|number| free.remove(number)) {
            return Err(Contradiction("an answer stands in two themes, or is not there"));
        }
    }
    let mut themes: BTreeSet<u32> = (0..outcome.themes.len() as u32).collect();
    if !outcome.families.iter().flat_map(|family| &family.themes).all(|index| themes.remove(index)) {
        return Err(Contradiction("a theme stands under two headings, or is not there"));
    }
    Ok(())
}
