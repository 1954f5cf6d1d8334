//! Steers the demo through its programme until a person steers.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::client::{ClientError, Created, Facilitator, Seen, ServerAddress};
use crate::session::{
    FacilitatorCommand, ItemContent, ItemId, ItemPlan, QuestionStatus, ResultsTo, StagePhase, ThemeId,
};

use super::gathering::OPENING_QUESTION;

/// How long the waiting room is shown before the opening question.
const WAITING_ROOM: Duration = Duration::from_secs(4);
/// How long a question that is answered in words is open: nearly all have answered by then.
const QUESTION: Duration = Duration::from_secs(65);
/// The same where there is only something to choose, mark or order.
const TAPS: Duration = Duration::from_secs(40);
/// How long the room sorts the answers to the opening question: time for three taps each at a calm pace.
const SORTING: Duration = Duration::from_secs(28);
/// How many answers each participant is asked to place.
const SORTING_EACH: u8 = 3;
/// Most themes that the room sorts under: more are hard to take in while others look on.
const SORTING_THEMES_MAX: usize = 6;
/// How long people take a stand on the answers to the last open question.
const STANDS: Duration = Duration::from_secs(30);
/// How many statements each participant is asked to vote on.
const STANDS_EACH: u8 = 6;
/// How long shared results are left on the phones.
const RESULTS: Duration = Duration::from_secs(12);
/// How long anything else is shown.
const OTHER: Duration = Duration::from_secs(20);

/// How the steering ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steered {
    /// The programme's last item is shown.
    ToTheEnd,
    /// A person steered, so that the demo no longer does.
    UntilAPersonDid,
}

/// What a step of a person changes and a participant's does not.
#[derive(Clone, Debug, PartialEq)]
struct Sight(Option<StagePhase>, Option<ItemId>, Option<QuestionStatus>);

/// Goes from the opening question, which the room also sorts, through the programme, and shares the results of each. On
/// the answers to the last open question people take a stand. In the break the projector shows what people have asked.
pub async fn steer(server: &ServerAddress, session: &Created) -> Result<Steered, ClientError> {
    let mut desk = Facilitator::facilitate(server, session.code, &session.key).await?;
    desk.until(|seen| !seen.programme.is_empty()).await?;
    let programme = desk.seen().programme.clone();
    if !watch(&mut desk, WAITING_ROOM).await? {
        return Ok(Steered::UntilAPersonDid);
    }
    for (index, item) in programme.iter().enumerate().skip(OPENING_QUESTION) {
        let id = item.id;
        let arrived = move |seen: &Seen| seen.item().is_some_and(|shown| shown.id == id);
        step(&mut desk, FacilitatorCommand::GoTo { item: id }, arrived).await?;
        let stay = match item.plan.question() {
            Some(question) if question.ask.takes_text() => QUESTION,
            Some(_) => TAPS,
            None => OTHER,
        };
        if item.plan.content == ItemContent::Break && !desk.seen().asked.is_empty() {
            let shown = |seen: &Seen| seen.asking.on_projector;
            step(&mut desk, FacilitatorCommand::ShowAsked { on_projector: true }, shown).await?;
        }
        if !watch(&mut desk, stay).await? {
            return Ok(Steered::UntilAPersonDid);
        }
        if index == OPENING_QUESTION && !sort(&mut desk, id).await? {
            return Ok(Steered::UntilAPersonDid);
        }
        let is_last = programme.iter().skip(index + 1).all(|later| !is_open_text(&later.plan));
        if index > OPENING_QUESTION && is_open_text(&item.plan) && is_last && !vote(&mut desk, id).await? {
            return Ok(Steered::UntilAPersonDid);
        }
        if item.plan.question().is_some() {
            let to = ResultsTo::Everyone;
            let shared = move |seen: &Seen| status(seen).is_some_and(|status| status.results == to);
            step(&mut desk, FacilitatorCommand::ShowResults { item: id, to }, shared).await?;
            if !watch(&mut desk, RESULTS).await? {
                return Ok(Steered::UntilAPersonDid);
            }
        }
    }
    Ok(Steered::ToTheEnd)
}

/// Lets the room sort the answers under the largest themes there are; false as soon as somebody else has steered.
async fn sort(desk: &mut Facilitator, item: ItemId) -> Result<bool, ClientError> {
    let question = desk.seen().questions.get(&item);
    let largest = question.into_iter().flat_map(|question| &question.themes).take(SORTING_THEMES_MAX);
    let themes: Vec<ThemeId> = largest.map(|theme| theme.id).collect();
    let running = |seen: &Seen| status(seen).is_some_and(|status| sorts(&status));
    match desk.command(FacilitatorCommand::StartSorting { item, themes, each: Some(SORTING_EACH) }).await {
        Ok(_) => desk.until(running).await?,
        // There are too few themes, or the engine grouped anew just now: the gathering goes on without.
        Err(ClientError::Refused(_)) => return Ok(true),
        Err(reason) => return Err(reason),
    }
    if !watch(desk, SORTING).await? {
        return Ok(false);
    }
    step(desk, FacilitatorCommand::StopSorting { item }, |seen| !running(seen)).await?;
    Ok(true)
}

/// Lets people take a stand on each other's answers; false as soon as somebody else has steered.
async fn vote(desk: &mut Facilitator, item: ItemId) -> Result<bool, ClientError> {
    let running = |seen: &Seen| {
        status(seen).is_some_and(|status| status.statements.is_some_and(|statements| statements.running))
    };
    match desk.command(FacilitatorCommand::StartStatements { item, each: Some(STANDS_EACH) }).await {
        Ok(_) => desk.until(running).await?,
        // Hardly anybody has answered: the gathering goes on without.
        Err(ClientError::Refused(_)) => return Ok(true),
        Err(reason) => return Err(reason),
    }
    if !watch(desk, STANDS).await? {
        return Ok(false);
    }
    step(desk, FacilitatorCommand::StopStatements { item }, |seen| !running(seen)).await?;
    Ok(true)
}

fn is_open_text(plan: &ItemPlan) -> bool {
    plan.question().is_some_and(|question| question.ask.is_open_text())
}

fn sorts(status: &QuestionStatus) -> bool {
    status.sorting.is_some_and(|sorting| sorting.running)
}

/// Gives a command and waits until it shows.
async fn step(
    desk: &mut Facilitator,
    command: FacilitatorCommand,
    shows: impl Fn(&Seen) -> bool,
) -> Result<(), ClientError> {
    desk.command(command).await?;
    desk.until(shows).await
}

/// Watches for a while; false as soon as somebody else has steered.
async fn watch(desk: &mut Facilitator, stay: Duration) -> Result<bool, ClientError> {
    let left_alone = sight(desk.seen());
    let end = Instant::now() + stay;
    while let Ok(message) = timeout_at(end, desk.receive()).await {
        message?;
        if sight(desk.seen()) != left_alone {
            return Ok(false);
        }
    }
    Ok(true)
}

fn sight(seen: &Seen) -> Sight {
    let phase = seen.stage.as_ref().map(|stage| stage.phase);
    Sight(phase, seen.item().map(|item| item.id), status(seen))
}

fn status(seen: &Seen) -> Option<QuestionStatus> {
    seen.item().and_then(|item| item.status)
}
