//! What each audience may see of the quiz: the list of points, and each person's own.

use super::audience::Audience;
use super::change::Change;
use super::ids::{ItemId, Pseudonym};
use super::parts::{Leader, LeaderboardView, OwnQuiz, OwnQuizAnswer, RemovedNickname};
use super::players::Placed;
use super::state::Session;

/// So many are told to the projector, which shows as many.
const LEADERS_SHOWN_MAX: usize = 10;
/// So many before the first question is over, when names come in and nobody leads.
const PLAYERS_SHOWN_MAX: usize = 60;
/// So many are told to the facilitator: more nobody reads.
const LEADERS_TOLD_MAX: usize = 500;

/// The list of points; none before anybody has chosen a nickname.
pub(super) fn leaderboard(session: &Session, audience: Audience) -> Option<Change> {
    let players = &session.players;
    if !players.any_named() {
        return None;
    }
    let counted = session.counted_questions();
    let most = match audience {
        Audience::Phone => return None,
        Audience::Presenter if counted.is_empty() => PLAYERS_SHOWN_MAX,
        Audience::Presenter => LEADERS_SHOWN_MAX,
        Audience::Facilitator => LEADERS_TOLD_MAX,
    };
    let before = before_latest(session, &counted);
    let leader = |placed: Placed<'_>| Leader {
        player: placed.player,
        place: placed.place,
        nickname: placed.nickname.clone(),
        points: placed.points,
        before: before.as_ref().map(|before| before.place_of(&placed)),
    };
    let removed = players
        .removed()
        .map(|(player, removed)| RemovedNickname { player, nickname: removed.nickname.clone() });
    let board = LeaderboardView {
        leaders: players.standings().take(most).map(leader).collect(),
        players: players.len() as u32,
        counted: counted.len() as u32,
        questions: session.quiz_questions() as u32,
        removed: if audience == Audience::Facilitator { removed.collect() } else { Vec::new() },
    };
    Some(Change::Leaderboard { board })
}

/// How one person stands in the quiz; sent to nobody else.
pub fn own_quiz(session: &Session, who: Pseudonym) -> OwnQuiz {
    let players = &session.players;
    let points = players.points_of(who);
    let nickname = players.nickname_of(who).cloned();
    let is_counted = !session.counted_questions().is_empty();
    OwnQuiz {
        place: nickname.as_ref().filter(|_| is_counted).map(|_| players.place_of(points)),
        name_removed: players.lost_name(who),
        nickname,
        points,
        players: players.len() as u32,
        answer: session.current().and_then(|item| own_answer(session, item, who)),
    }
}

/// Whether the answer to the question shown was right, once the room may know.
fn own_answer(session: &Session, item: ItemId, who: Pseudonym) -> Option<OwnQuizAnswer> {
    let (_, question) = session.question(item).filter(|(_, question)| question.is_solved())?;
    let scored = question.scores.as_ref()?.by(who)?;
    Some(OwnQuizAnswer { item, right: scored.right, points: scored.points })
}

/// The points that people had before the latest question, from the most; places follow from them.
struct Before<'a> {
    session: &'a Session,
    latest: ItemId,
    points: Vec<u32>,
}

/// None where there was nothing before.
fn before_latest<'a>(session: &'a Session, counted: &[ItemId]) -> Option<Before<'a>> {
    let [_, .., latest] = counted else { return None };
    let mut before = Before { session, latest: *latest, points: Vec::new() };
    before.points = session.players.standings().map(|placed| before.points_of(&placed)).collect();
    before.points.sort_unstable_by(|one, other| other.cmp(one));
    Some(before)
}

impl Before<'_> {
    fn points_of(&self, placed: &Placed<'_>) -> u32 {
        let question = self.session.questions.get(&self.latest);
        let scored = question.and_then(|question| question.scores.as_ref()?.by(placed.who));
        placed.points - scored.map_or(0, |scored| scored.points).min(placed.points)
    }

    fn place_of(&self, placed: &Placed<'_>) -> u32 {
        let points = self.points_of(placed);
        1 + self.points.partition_point(|other| *other > points) as u32
    }
}
