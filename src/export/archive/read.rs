//! From an archive to the facts of a session that has the same results and is over for good.

use std::collections::BTreeMap;

use super::VERSION;
use super::check::{ArchiveError, check};
use super::form::{Archive, ArchivedItem, ArchivedSurvey};
use crate::session::{
    self, Event, Facts, ItemContent, ItemId, ItemPlan, Limits, Line, Note, NoteId, Paragraph, Plan,
    Pseudonym, Recorded, RoleId, SurveyPlan,
};

/// An archive from its JSON. One of a later version says so, whatever else this server does not know of it.
pub fn read_archive(json: &[u8]) -> Result<Archive, ArchiveError> {
    /// What every version has.
    #[derive(serde::Deserialize)]
    struct Head {
        version: u32,
    }
    serde_json::from_slice(json).map_err(|problem| match serde_json::from_slice(json) {
        Ok(Head { version }) if version > VERSION => ArchiveError::Newer(version),
        Ok(Head { .. }) | Err(_) => ArchiveError::Form(problem.to_string()),
    })
}

/// The facts of a session with the same results, sealed, all people new; `now_ms` is when it is made.
pub fn from_archive(archive: &Archive, limits: &Limits, now_ms: i64) -> Result<Vec<Recorded>, ArchiveError> {
    check(archive, limits)?;
    let mut facts = Facts::from(first_moment(archive).unwrap_or(now_ms));
    facts.plan(archive)?;
    facts.people(archive);
    facts.asked(archive);
    let mut players: BTreeMap<u32, Pseudonym> = BTreeMap::new();
    for item in &archive.items {
        if let Some(outcome) = &item.outcome {
            facts.outcome(item.item, outcome, &mut players);
        }
    }
    facts.notes(archive);
    facts.survey(archive);
    facts.started(archive);
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
            questions: archive.questions,
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

    /// What was asked at everybody's own pace; what was closed can have been planned anew.
    fn survey(&mut self, archive: &Archive) {
        let Some(ArchivedSurvey { items, opens_ms, closes_ms, closed }) = archive.survey.clone() else {
            return;
        };
        let survey = Some(SurveyPlan { items, opens_ms, closes_ms });
        if closed {
            self.tell(Event::SurveyPlanned { survey: survey.clone() });
            self.tell(Event::SurveyClosed);
        }
        self.tell(Event::SurveyPlanned { survey });
    }

    /// When the first item was shown, where that was one that has been deleted since.
    fn started(&mut self, archive: &Archive) {
        let Some(started_ms) = archive.started_ms else { return };
        if first_shown(archive) == Some(started_ms) {
            return;
        }
        let item = ItemId(1 + archive.items.iter().map(|item| item.item.0).max().unwrap_or(0));
        self.at_ms = started_ms;
        self.tell(Event::ItemAdded { item, plan: nothing(), index: 0 });
        self.tell(Event::ItemStarted { item });
        self.tell(Event::StageCleared);
        self.tell(Event::ItemDeleted { item });
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

/// When the first item was shown.
fn first_moment(archive: &Archive) -> Option<i64> {
    archive.started_ms.into_iter().chain(first_shown(archive)).min()
}

/// When the first of its items was shown.
fn first_shown(archive: &Archive) -> Option<i64> {
    archive.items.iter().flat_map(|item| &item.shown).map(|shown| shown.from_ms).min()
}

/// An item of which nothing is known.
fn nothing() -> ItemPlan {
    ItemPlan {
        starts: None,
        ends: None,
        what: Line::default(),
        how: Paragraph::default(),
        who: Line::default(),
        timer: None,
        content: ItemContent::Break,
    }
}
