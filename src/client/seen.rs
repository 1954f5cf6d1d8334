//! The state a page would show, folded from the messages.

use std::collections::BTreeMap;

use crate::http::wire::{Cursor, ServerMessage};
use crate::session::{
    AnswerId, AnswerView, AskedId, AskedView, AskingView, Change, Concept, Details, Family, FirstRoundView,
    ItemId, ItemView, Joining, LeaderboardView, LinkView, ListedRole, NoteView, OwnAnswer, OwnQuiz,
    QuestionPhase, ReactionCounts, RoleCount, RoleId, SharedResults, SignalCounts, SignalsPlan, SortingView,
    StageItem, StageView, StatementsView, TallyView, ThemeView, TimerView,
};

use super::ClientError;

/// What one connection has been told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Where in the feed this stands.
    pub cursor: Option<Cursor>,
    /// Title, language, place, date.
    pub details: Option<Details>,
    /// Headings of the organisation's own; only the facilitator is told.
    pub concepts: Vec<Concept>,
    /// How people join; phones are not told.
    pub joining: Option<Joining>,
    /// Where the session stands.
    pub stage: Option<StageView>,
    /// The clock beside the item shown.
    pub timer: Option<TimerView>,
    /// Roles to choose from; the projector is not told.
    pub roles: Vec<ListedRole>,
    /// How many have chosen each; only the facilitator is told.
    pub role_counts: Vec<RoleCount>,
    /// What a phone's person said of their role, if it was told.
    pub own_role: Option<(bool, Option<RoleId>)>,
    /// What phones may signal; the projector is not told.
    pub signals_allowed: SignalsPlan,
    /// Hands and pace; only the facilitator is told.
    pub signals: SignalCounts,
    /// All reactions heard since the latest snapshot; only the projector is told.
    pub reactions: ReactionCounts,
    /// Whether people may put questions to the speaker, and what is looked at.
    pub asking: AskingView,
    /// Questions to the speaker by number; the projector is told of them while it shows them.
    pub asked: BTreeMap<AskedId, AskedView>,
    /// Those that can be voted on, best first.
    pub asked_order: Vec<AskedId>,
    /// The programme; only the facilitator is told.
    pub programme: Vec<ItemView>,
    /// The points of the quiz; phones are not told.
    pub leaderboard: LeaderboardView,
    /// Further links; only the facilitator is told.
    pub links: Vec<LinkView>,
    /// What was noted for the minutes; only the facilitator is told.
    pub notes: Vec<NoteView>,
    /// Phones connected now, and people joined in all; phones are not told.
    pub presence: (u32, u32),
    /// What is known of each question.
    pub questions: BTreeMap<ItemId, SeenQuestion>,
    /// A phone's own answers.
    pub mine: Vec<OwnAnswer>,
    /// How a phone stands in the quiz, as it was told last.
    pub own_quiz: OwnQuiz,
}

/// What one connection has been told of a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenQuestion {
    /// People with an answer that counts.
    pub people: u32,
    /// Answers that count.
    pub count: u32,
    /// The answers, in the order they came.
    pub answers: Vec<AnswerView>,
    /// Those that the facilitator removed.
    pub removed: Vec<AnswerView>,
    /// The themes.
    pub themes: Vec<ThemeView>,
    /// The second level over them.
    pub families: Vec<Family>,
    /// How far the room's sorting has come.
    pub sorting: Option<SortingView>,
    /// How far people have come in taking a stand on each other's answers; phones are not told.
    pub statements: Option<StatementsView>,
    /// Answers that are no free text.
    pub ballots: u32,
    /// What they add up to; none while hidden.
    pub tally: Option<TallyView>,
    /// The first round, where this is the second.
    pub first: Option<FirstRoundView>,
    /// Answers that wait, and how many; only the facilitator is told.
    pub awaiting: (Vec<AnswerView>, u32),
    /// Results that are shared with everyone.
    pub shared: Option<SharedResults>,
}

impl Seen {
    /// The item on stage.
    pub fn item(&self) -> Option<&StageItem> {
        self.stage.as_ref()?.item.as_ref()
    }

    /// The item on stage if it is a question that takes answers.
    pub fn open_question(&self) -> Option<&StageItem> {
        self.item().filter(|item| item.status.is_some_and(|status| status.phase == QuestionPhase::Open))
    }

    /// Folds one message.
    ///
    /// A snapshot begins from nothing. An update must follow upon what was seen, in the same epoch.
    pub fn fold(&mut self, message: &ServerMessage) -> Result<(), ClientError> {
        match message {
            ServerMessage::Snapshot { cursor, changes } => {
                let (mine, own_quiz) = (std::mem::take(&mut self.mine), std::mem::take(&mut self.own_quiz));
                *self = Seen { cursor: Some(cursor.clone()), mine, own_quiz, ..Seen::default() };
                changes.iter().for_each(|change| self.change(change));
                Ok(())
            }
            ServerMessage::Update { cursor, changes } => {
                let follows = self
                    .cursor
                    .as_ref()
                    .is_some_and(|seen| seen.epoch == cursor.epoch && seen.position <= cursor.position);
                if !follows {
                    return Err(ClientError::Unexpected(format!(
                        "an update to {cursor:?} after {:?}",
                        self.cursor
                    )));
                }
                self.cursor = Some(cursor.clone());
                changes.iter().for_each(|change| self.change(change));
                Ok(())
            }
            ServerMessage::Mine { answers } => {
                self.mine.clone_from(answers);
                Ok(())
            }
            ServerMessage::OwnRole { said, role } => {
                self.own_role = Some((*said, *role));
                Ok(())
            }
            ServerMessage::OwnQuiz { own } => {
                self.own_quiz = own.clone();
                Ok(())
            }
            ServerMessage::Accepted { .. }
            | ServerMessage::Done { .. }
            | ServerMessage::Refused { .. }
            | ServerMessage::Task { .. }
            | ServerMessage::Hand { .. }
            | ServerMessage::NoTask { .. }
            | ServerMessage::Statements { .. }
            | ServerMessage::StandTaken { .. }
            | ServerMessage::OwnSignals { .. }
            | ServerMessage::OwnAsked { .. }
            | ServerMessage::Voted { .. }
            | ServerMessage::Pong { .. }
            | ServerMessage::Goodbye { .. } => Ok(()),
        }
    }

    fn change(&mut self, change: &Change) {
        match change {
            Change::Details { details } => self.details = Some(details.clone()),
            Change::Concepts { concepts } => self.concepts.clone_from(concepts),
            Change::Joining { joining } => self.joining = Some(joining.clone()),
            Change::Stage { stage } => self.stage = Some(stage.clone()),
            Change::Timer { timer } => self.timer.clone_from(timer),
            Change::Roles { roles } => self.roles.clone_from(roles),
            Change::RoleCounts { counts } => self.role_counts.clone_from(counts),
            Change::SignalsAllowed { signals } => self.signals_allowed = *signals,
            Change::Asked { asking, all, asked, gone, votes, order } => {
                self.asking = *asking;
                self.change_asked(*all, asked, gone, votes);
                self.asked_order.clone_from(order);
            }
            Change::Signals { counts } => self.signals = *counts,
            Change::Reactions { counts } => self.reactions.merge(*counts),
            Change::Leaderboard { board } => self.leaderboard = board.clone(),
            Change::Programme { items, .. } => self.programme.clone_from(items),
            Change::Links { links } => self.links.clone_from(links),
            Change::Notes { notes } => self.notes.clone_from(notes),
            Change::Presence { connected, joined } => self.presence = (*connected, *joined),
            Change::Counts { item, people, answers } => {
                let question = self.question(*item);
                (question.people, question.count) = (*people, *answers);
            }
            Change::Answers { item, answers } => self.question(*item).answers.clone_from(answers),
            Change::AnswersChanged { item, added, removed } => {
                self.question(*item).change_answers(added, removed);
            }
            Change::RemovedAnswers { item, answers } => self.question(*item).removed.clone_from(answers),
            Change::Themes { item, themes, families, .. } => {
                let question = self.question(*item);
                question.themes.clone_from(themes);
                question.families.clone_from(families);
            }
            Change::Sorting { item, sorting } => self.question(*item).sorting.clone_from(sorting),
            Change::Statements { item, statements } => self.question(*item).statements.clone_from(statements),
            Change::AwaitingAnswers { item, answers, count } => {
                let question = self.question(*item);
                question.awaiting = (answers.clone(), *count);
            }
            Change::Tally { item, ballots, tally, first } => {
                let question = self.question(*item);
                question.ballots = *ballots;
                question.tally.clone_from(tally);
                question.first.clone_from(first);
            }
            Change::Results { item, results } => self.question(*item).shared.clone_from(results),
        }
    }

    fn change_asked(&mut self, all: bool, asked: &[AskedView], gone: &[AskedId], votes: &[(AskedId, u32)]) {
        if all {
            self.asked.clear();
        }
        self.asked.extend(asked.iter().map(|asked| (asked.id, asked.clone())));
        self.asked.retain(|id, _| !gone.contains(id));
        for (id, votes) in votes {
            if let Some(known) = self.asked.get_mut(id) {
                known.votes = *votes;
            }
        }
    }

    fn question(&mut self, item: ItemId) -> &mut SeenQuestion {
        self.questions.entry(item).or_default()
    }
}

impl SeenQuestion {
    /// An answer that is named again takes the new words where it stands; a new one comes last.
    fn change_answers(&mut self, added: &[AnswerView], removed: &[AnswerId]) {
        self.answers.retain(|answer| !removed.contains(&answer.id));
        for answer in added {
            match self.answers.iter_mut().find(|known| known.id == answer.id) {
                Some(known) => known.text.clone_from(&answer.text),
                None => self.answers.push(answer.clone()),
            }
        }
    }
}
