//! What an archive must hold to, since it may come from anywhere.

use std::collections::BTreeSet;

use super::VERSION;
use super::form::{Archive, ArchivedAsked, ArchivedItem, Shown};
use super::outcome_form::{ArchivedOutcome, ArchivedPerson, ArchivedVotes};
use crate::session::{
    ASKED_MAX, AnswerContent, Ask, AskedPlace, ITEMS_MAX, Limits, NOTES_MAX, PICTURES_MAX, Rejection,
    SORT_HEADINGS_MAX, THEMES_MAX, ThemeId,
};
use ArchiveError::Contradiction;

/// Highest number of an item: far above any that a session comes to.
const ITEM_MAX: u32 = 1_000_000;
/// Highest number of a theme: grouping again and again gives new ones.
const THEME_MAX: u32 = 1_000_000_000;
/// Most times that an item can have been shown.
const SHOWN_MAX: usize = 10_000;
/// The end of the year 9999, the last that can be told, in milliseconds since 1970.
const MOMENT_MS_MAX: i64 = 253_402_300_799_000;

/// Why an archive cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// It was written by a later program; has its version.
    #[error(
        "the archive is of version {0}, which a later Plenum wrote; this server reads up to version {VERSION}, so have \
         the server updated, or read the archive back where it was written"
    )]
    Newer(u32),
    /// It is no archive, or none of the version that it says; tells what is wrong with its form.
    #[error("the file is no archive that can be read: {0}")]
    Form(String),
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

/// Whether it is within these limits and contradicts itself nowhere.
pub(super) fn check(archive: &Archive, limits: &Limits) -> Result<(), ArchiveError> {
    if archive.version > VERSION {
        return Err(ArchiveError::Newer(archive.version));
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
    let helped = outcomes().flat_map(|outcome| {
        let voters = outcome.stands.map(|stands| stands.people);
        let sorters = outcome.sorting.as_ref().map(|sorting| sorting.people);
        [voters, sorters, outcome.pilers].into_iter().flatten()
    });
    if helped.max().unwrap_or(0) as usize > limits.participants_max {
        return Err(ArchiveError::TooLarge);
    }
    check_asked(archive, limits)?;
    if archive.survey.as_ref().is_some_and(|survey| survey.items.len() > ITEMS_MAX) {
        return Err(ArchiveError::TooLarge);
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
    let survey = archive.survey.iter().flat_map(|survey| [survey.opens_ms, survey.closes_ms]);
    let moments = moments.flat_map(|shown| [Some(shown.from_ms), shown.to_ms]);
    let moments = moments.chain(survey).chain([archive.started_ms, archive.ended_ms]);
    if moments.flatten().any(|at_ms| !(0..=MOMENT_MS_MAX).contains(&at_ms)) {
        return Err(Contradiction("a time is none"));
    }
    Ok(())
}

fn check_asked(archive: &Archive, limits: &Limits) -> Result<(), ArchiveError> {
    let people = |asked: &ArchivedAsked| asked.chances.unwrap_or(0).max(asked.votes) as usize;
    let most = archive.asked.iter().map(people).max().unwrap_or(0);
    if archive.asked.len() > ASKED_MAX || most > limits.participants_max {
        return Err(ArchiveError::TooLarge);
    }
    if archive.asked.iter().any(|asked| asked.place == AskedPlace::Removed) {
        return Err(Contradiction("a question to the speaker was removed"));
    }
    if archive.asked.iter().any(|asked| asked.chances.is_some_and(|chances| chances < asked.votes)) {
        return Err(Contradiction("more people voted for a question to the speaker than could"));
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
    check_players(&question.ask, outcome)?;
    check_votes(&question.ask, outcome)?;
    check_themes(outcome)?;
    check_sorting(&question.ask, outcome)
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

/// Players and the clock are in a quiz alone, and nobody plays twice.
fn check_players(ask: &Ask, outcome: &ArchivedOutcome) -> Result<(), ArchiveError> {
    let mut players = BTreeSet::new();
    let mut fits = |person: &ArchivedPerson| {
        let is_new = person.player.is_none_or(|player| players.insert(player));
        let plays = person.player.is_some() || person.answers.iter().any(|answer| answer.used_ms.is_some());
        is_new && (ask.is_quiz() || !plays)
    };
    if outcome.people.iter().all(&mut fits) { Ok(()) } else { Err(Contradiction("who played the quiz")) }
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
    let mut numbers = BTreeSet::new();
    let number_fits = |number: ThemeId| (1..=THEME_MAX).contains(&number.0);
    let mut is_free = |number: ThemeId| number_fits(number) && numbers.insert(number);
    let has_numbers = outcome.themes.iter().any(|theme| theme.number.is_some());
    if has_numbers && !outcome.themes.iter().all(|theme| theme.number.is_some_and(&mut is_free)) {
        return Err(Contradiction("a theme's number is taken, or is none"));
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

/// What was sorted are answers in words that stand, under themes that are there.
fn check_sorting(ask: &Ask, outcome: &ArchivedOutcome) -> Result<(), ArchiveError> {
    let mut sorted = outcome.people.iter().flat_map(|person| &person.answers).filter(|answer| answer.sorted);
    let fits = match &outcome.sorting {
        Some(sorting) => {
            let mut headings = BTreeSet::new();
            let is_there = |index: &u32| (*index as usize) < outcome.themes.len() && headings.insert(*index);
            ask.is_open_text()
                && sorting.headings.len() <= SORT_HEADINGS_MAX
                && sorting.headings.iter().all(is_there)
                && sorted.all(|answer| !answer.awaits && sorting.people > 0)
        }
        None => sorted.next().is_none(),
    };
    let piles = ask.is_open_text() || outcome.pilers.is_none();
    if fits && piles { Ok(()) } else { Err(Contradiction("how the room sorted its answers")) }
}
