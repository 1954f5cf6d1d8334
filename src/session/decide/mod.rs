//! The rules: from a wish to the facts that it makes, or a refusal.

mod check;

mod answers;
mod asked;
mod layout;
mod links;
mod notes;
mod pictures;
mod piling;
mod programme;
mod questions;
mod quiz;
mod roles;
mod signals;
mod sorting;
mod stage;
mod statements;
mod survey;
mod themes;
mod timer;

mod erase;

use crate::session::asked::AskingPlan;
use crate::session::command::Command;
use crate::session::event::Event;
use crate::session::facilitator_command::FacilitatorCommand;
use crate::session::ids::ItemId;
use crate::session::plan::{ITEMS_MAX, Plan, Question};
use crate::session::question::QuestionState;
use crate::session::rejection::Rejection;
use crate::session::roles::are_roles;
use crate::session::signals::SignalsPlan;
use crate::session::state::Session;

/// What a command leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// These facts, in order; none when the wish is already so.
    Events(Vec<Event>),
    /// It was said before and is stored at this position of the log.
    Known(u64),
}

/// How much one session may hold; set by whoever runs the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most people that can join.
    pub participants_max: usize,
    /// Most answers that can be given, changed ones counted anew.
    pub answers_max: u32,
}

/// The first event of a session, if the plan holds.
pub fn create(plan: Plan) -> Result<Event, Rejection> {
    check::details(&plan.details)?;
    if plan.items.len() > ITEMS_MAX {
        return Err(Rejection::TooManyItems);
    }
    check::concepts(&plan.concepts)?;
    are_roles(&plan.roles)?;
    plan.items.iter().try_for_each(check::item)?;
    Ok(Event::SessionCreated { plan })
}

/// Decides a command against the session as it is.
pub fn decide(session: &Session, command: &Command, limits: &Limits) -> Result<Decision, Rejection> {
    match command {
        Command::Join { who } => answers::join(session, *who, limits),
        Command::ChooseRole { who, role } => roles::choose(session, *who, *role),
        Command::GiveAnswer { item, who, key, version, content } => {
            answers::give(session, *item, *who, key, *version, content, limits)
        }
        Command::AnswerQuiz { item, who, key, version, content, now_ms } => {
            quiz::answer(session, *item, *who, (key, *version), content, *now_ms, limits)
        }
        Command::ChooseNickname { who, nickname } => {
            quiz::choose(session, *who, nickname).map(Decision::Events)
        }
        Command::WithdrawAnswer { item, who, key, version } => {
            answers::withdraw(session, *item, *who, key, *version)
        }
        Command::AskSpeaker { who, key, text } => asked::ask(session, *who, key, text),
        Command::WithdrawAsked { who, key } => asked::withdraw(session, *who, key),
        Command::VoteAsked { who, asked, version, up } => asked::vote(session, *who, *asked, *version, *up),
        Command::MakeLink { kind, name, hash } => {
            links::make(session, *kind, name, *hash).map(Decision::Events)
        }
        Command::SetPassword { hash } => stage::set_password(session, hash.as_ref()).map(Decision::Events),
        Command::KeepPicture { picture, size } => {
            pictures::keep(session, *picture, *size).map(Decision::Events)
        }
        Command::Facilitate(command) => facilitate(session, command).map(Decision::Events),
        Command::SuggestThemes { item, themes, families } => {
            Ok(Decision::Events(themes::suggest(session, *item, themes, families)))
        }
        Command::SortAnswer { item, who, answer, theme, shown, weight } => {
            sorting::place(session, *item, *who, *answer, *theme, *shown, *weight)
        }
        Command::LayPiles { item, who, piles, weight } => piling::lay(session, *item, *who, piles, *weight),
        Command::TakeStand { item, who, author, statement, version, stand } => {
            statements::vote(session, *item, (*who, *author), *statement, *version, *stand)
        }
        Command::PrimeSorting { item, priors } => {
            Ok(Decision::Events(sorting::prime(session, *item, priors)))
        }
        Command::EraseRemoved { before_ms } => Ok(Decision::Events(erase::removed(session, *before_ms))),
        Command::TimeUp { now_ms } => {
            let mut events = timer::run_out(session, *now_ms);
            // What a survey makes due is decided on what the clock has left; it comes again at once.
            if events.is_empty() {
                events = survey::on_time(session, *now_ms);
            }
            Ok(Decision::Events(events))
        }
        Command::Seal => Ok(Decision::Events(erase::seal(session))),
    }
}

fn facilitate(session: &Session, command: &FacilitatorCommand) -> Result<Vec<Event>, Rejection> {
    use FacilitatorCommand as F;
    match command {
        F::ChangeDetails { details } => programme::change_details(session, details),
        F::ChangeConcepts { concepts } => programme::change_concepts(session, concepts),
        F::ChangeRoles { roles } => roles::change(session, roles),
        F::AddItem { plan, index } => programme::add(session, plan, *index),
        F::ChangeItem { item, plan } => programme::change(session, *item, plan),
        F::MoveItem { item, index } => programme::shift(session, *item, *index),
        F::DuplicateItem { item } => programme::duplicate(session, *item),
        F::DeleteItem { item } => programme::delete(session, *item),
        F::UndoProgramme => programme::undo(session),
        F::RedoProgramme => programme::redo(session),
        F::Next => stage::next(session),
        F::Back => stage::back(session),
        F::GoTo { item } => stage::go_to(session, *item),
        F::PlanSurvey { survey } => survey::plan(session, survey.as_ref()),
        F::StartSurvey => survey::start(session),
        F::CloseSurvey => survey::close(session),
        F::SetDoor { open } => Ok(stage::set_door(session, *open)),
        F::AllowSignals { reactions, hands, pace } => {
            signals::allow(session, SignalsPlan { reactions: *reactions, hands: *hands, pace: *pace })
        }
        F::LowerHands => signals::lower_hands(session),
        F::AllowAsking { open, moderation } => {
            asked::allow(session, AskingPlan { open: *open, moderation: *moderation })
        }
        F::PlaceAsked { asked, place } => asked::place(session, asked, *place),
        F::TakeUpAsked { asked } => asked::take_up(session, *asked),
        F::ShowAsked { on_projector } => asked::show(session, *on_projector),
        F::WriteNote { item, kind, text, again } => notes::write(session, *item, *kind, text, *again),
        F::ChangeNote { note, kind, text } => notes::change(session, *note, *kind, text),
        F::RemoveNote { note } => notes::remove(session, *note),
        F::WithdrawLink { link } => links::withdraw(session, *link),
        F::EndSession => Ok(stage::end(session)),
        F::ReopenSession => stage::reopen(session),
        F::StartTimer { timer } => timer::start(session, timer.as_ref()),
        F::PauseTimer => timer::pause(session),
        F::ResumeTimer => timer::resume(session),
        F::SkipStretch => timer::skip(session),
        F::ExtendTimer { seconds } => timer::extend(session, *seconds),
        F::StopTimer => timer::stop(session),
        F::OpenQuestion { item } => questions::open(session, *item),
        F::CloseQuestion { item } => questions::close(session, *item),
        F::ShowResults { item, to } => questions::show_results(session, *item, *to),
        F::ApproveAnswers { item, answers } => questions::approve(session, *item, answers),
        F::HoldAnswers { item, answers } => questions::hold(session, *item, answers),
        F::PlaceOther { item, text, place } => questions::place_other(session, *item, text, *place),
        F::StartSecondRound { item } => questions::start_second_round(session, *item),
        F::DropSecondRound { item } => questions::drop_second_round(session, *item),
        F::RemoveAnswer { item, answer } => questions::remove_answer(session, *item, *answer),
        F::RestoreAnswer { item, answer } => questions::restore_answer(session, *item, *answer),
        F::ResetQuestion { item } => questions::reset(session, *item),
        F::UndoReset { item } => questions::undo_reset(session, *item),
        F::AcceptQuizAnswer { item, text } => quiz::accept(session, *item, text),
        F::RemoveNickname { player } => quiz::remove_nickname(session, *player),
        F::RestoreNickname { player } => quiz::restore_nickname(session, *player),
        F::RenameTheme { item, theme, label } => themes::rename(session, *item, *theme, label),
        F::MergeThemes { item, from, into } => themes::merge(session, *item, *from, *into),
        F::MoveAnswers { item, answers, to } => themes::place(session, *item, answers, *to),
        F::MakeTheme { item, label, answers } => themes::make(session, *item, label, answers),
        F::DissolveTheme { item, theme } => themes::dissolve(session, *item, *theme),
        F::SplitTheme { item, theme, parts } => layout::split(session, *item, *theme, parts),
        F::OrderThemes { item, first } => layout::order(session, *item, first),
        F::HideTheme { item, theme } => layout::hide(session, *item, *theme),
        F::UnhideTheme { item, theme } => layout::unhide(session, *item, *theme),
        F::ArrangeFamilies { item, families } => {
            layout::arrange_families(session, *item, families.as_deref())
        }
        F::StartSorting { item, themes, each } => sorting::start(session, *item, themes, *each),
        F::StopSorting { item } => sorting::stop(session, *item),
        F::ResumeSorting { item, each } => sorting::resume(session, *item, *each),
        F::StartPiling { item, each } => piling::start(session, *item, *each),
        F::StopPiling { item } => piling::stop(session, *item),
        F::DiscardPiling { item } => piling::discard(session, *item),
        F::StartStatements { item, each } => statements::start(session, *item, *each),
        F::StopStatements { item } => statements::stop(session, *item),
        F::DiscardSorting { item } => sorting::discard(session, *item),
        F::UndoThemes { item } => themes::undo(session, *item),
        F::RedoThemes { item } => themes::redo(session, *item),
    }
}

/// The question of an item in the programme.
fn question_of(session: &Session, item: ItemId) -> Result<(&Question, &QuestionState), Rejection> {
    session.programme.item(item).ok_or(Rejection::NoSuchItem)?;
    session.question(item).ok_or(Rejection::NotAQuestion)
}

fn must_go_on(session: &Session) -> Result<(), Rejection> {
    if session.is_over() { Err(Rejection::SessionEnded) } else { Ok(()) }
}
