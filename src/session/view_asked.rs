//! What each audience may see of the questions to the speaker.

use super::asked::{Asked, AskedPlace};
use super::audience::Audience;
use super::change::Change;
use super::effects::{Effects, Part};
use super::ids::{AnswerKey, AskedId, Pseudonym};
use super::parts::{AskedView, AskingView, OwnAsked, OwnVote};
use super::state::Session;

/// All of them, from nothing; none where there is nothing to tell.
pub(super) fn all_asked(session: &Session, audience: Audience) -> Option<Change> {
    let asking = asking(session);
    let asked = seen(session, audience);
    let is_news = asking != AskingView::default() || !asked.is_empty();
    is_news.then(|| Change::Asked {
        asking,
        all: true,
        asked,
        gone: Vec::new(),
        votes: Vec::new(),
        order: order(session, audience),
    })
}

/// What was touched of them, if anything was that the audience sees.
pub(super) fn touched_asked(session: &Session, audience: Audience, effects: &Effects) -> Option<Change> {
    let is_set = effects.parts.contains(&Part::Asking);
    if audience == Audience::Presenter && (is_set || !session.asked.on_projector) {
        // It is told all of them when it begins to show them, and to let them go when it no longer does.
        return is_set.then(|| Change::Asked {
            asking: asking(session),
            all: true,
            asked: seen(session, audience),
            gone: Vec::new(),
            votes: Vec::new(),
            order: order(session, audience),
        });
    }
    let known = |id: &AskedId| session.asked.all().get(id).filter(|asked| is_seen(audience, asked));
    let asked: Vec<AskedView> =
        effects.asked.iter().filter_map(|id| known(id).map(|asked| view(*id, asked))).collect();
    let gone: Vec<AskedId> = effects.asked.iter().filter(|id| known(id).is_none()).copied().collect();
    let voted = effects.voted.difference(&effects.asked);
    let votes: Vec<(AskedId, u32)> = voted.filter_map(|id| Some((*id, known(id)?.votes))).collect();
    let is_news = is_set || !asked.is_empty() || !gone.is_empty() || !votes.is_empty();
    is_news.then(|| Change::Asked {
        asking: asking(session),
        all: false,
        asked,
        gone,
        votes,
        order: order(session, audience),
    })
}

/// All that were not erased, in the order they were asked; for whoever may facilitate.
pub fn asked_views(session: &Session) -> Vec<AskedView> {
    seen(session, Audience::Facilitator)
}

/// One person's own questions to the speaker, and what that person last said of those of others.
pub fn own_asked(session: &Session, who: Pseudonym) -> (Vec<OwnAsked>, Vec<OwnVote>) {
    let own = |(key, id): (&AnswerKey, AskedId)| {
        let asked = session.asked.all().get(&id)?;
        let text = (asked.place != AskedPlace::Removed).then(|| asked.text.clone());
        Some(OwnAsked { key: key.clone(), id, text, place: asked.place })
    };
    let held = session.asked.held.get(&who).into_iter().flatten();
    let asked = held.filter_map(|(key, held)| own((key, held.asked?))).collect();
    let vote = |id: &AskedId| {
        let vote = session.asked.vote(*id, who)?;
        Some(OwnVote { asked: *id, version: vote.version, up: vote.up })
    };
    let votes = session.asked.all().iter().filter(|(_, asked)| asked.place.is_public());
    (asked, votes.filter_map(|(id, _)| vote(id)).collect())
}

fn asking(session: &Session) -> AskingView {
    let asked = &session.asked;
    AskingView {
        open: asked.plan.open,
        moderation: asked.plan.moderation,
        on_projector: asked.on_projector,
        now: asked.now,
    }
}

fn seen(session: &Session, audience: Audience) -> Vec<AskedView> {
    if audience == Audience::Presenter && !session.asked.on_projector {
        return Vec::new();
    }
    let all = session.asked.all().iter().filter(|(_, asked)| is_seen(audience, asked));
    all.map(|(id, asked)| view(*id, asked)).collect()
}

fn order(session: &Session, audience: Audience) -> Vec<AskedId> {
    if audience == Audience::Presenter && !session.asked.on_projector {
        return Vec::new();
    }
    session.asked.order()
}

fn is_seen(audience: Audience, asked: &Asked) -> bool {
    match audience {
        Audience::Facilitator => true,
        Audience::Phone | Audience::Presenter => asked.place.is_public(),
    }
}

fn view(id: AskedId, asked: &Asked) -> AskedView {
    AskedView { id, text: asked.text.clone(), place: asked.place, votes: asked.votes }
}
