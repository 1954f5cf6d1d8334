//! What a hall says without words: what is allowed, and how it is counted and forgotten.

use std::time::Duration;

use plenum::hub::{OwnSignals, PACE_LASTS, RoomSignals, SIGNAL_GRACE};
use plenum::session::{Pace, Reaction, ReactionCounts, SignalCounts, SignalsPlan};
use proptest::prelude::*;
use tokio::time::Instant;

use super::*;

const ALL: SignalsPlan = SignalsPlan { reactions: true, hands: true, pace: true };
const REACTIONS: [Reaction; 4] = [Reaction::Applause, Reaction::Heart, Reaction::ThumbsUp, Reaction::Idea];

fn allow(signals: SignalsPlan) -> F {
    let SignalsPlan { reactions, hands, pace } = signals;
    F::AllowSignals { reactions, hands, pace }
}

#[test]
fn nothing_is_allowed_at_first_and_what_is_holds_while_an_item_is_shown() {
    let gathering = Gathering::of(vec![talk("Velkommen")]);
    assert_eq!(gathering.session.signals, SignalsPlan::default());
    let gathering = gathering.given(allow(ALL));
    assert_eq!(gathering.session.signals_now(), SignalsPlan::default());
    let gathering = gathering.given(F::Next);
    assert_eq!(gathering.session.signals_now(), ALL);
    let gathering = gathering.given(F::EndSession);
    assert_eq!(gathering.session.signals_now(), SignalsPlan::default());
}

#[test]
fn what_is_allowed_is_a_fact_once_and_lowering_hands_is_none() {
    let mut gathering = Gathering::of(vec![talk("Velkommen")]).given(F::Next);
    gathering.leads_to(allow(ALL), vec![Event::SignalsAllowed { signals: ALL }]);
    let mut gathering = gathering.given(allow(ALL));
    gathering.leads_to(allow(ALL), vec![]);
    gathering.leads_to(F::LowerHands, vec![]);
    let mut over = gathering.given(F::EndSession);
    for command in [allow(SignalsPlan::default()), F::LowerHands] {
        assert_eq!(over.when(command), Err(Rejection::SessionEnded));
    }
}

#[test]
fn a_plan_can_allow_signals_and_says_nothing_of_them_where_it_does_not() {
    let mut prepared = plan(vec![talk("Velkommen")]);
    assert!(serde_json::to_value(&prepared).unwrap().get("signals").is_none());
    prepared.signals = SignalsPlan { hands: true, ..SignalsPlan::default() };
    let told = serde_json::to_string(&prepared).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&told).unwrap(), prepared);
    let mut session = Session::default();
    session.apply(&Recorded::new(MORNING_MS, create(prepared).unwrap()));
    assert!(session.signals.hands);
}

#[test]
fn the_pace_is_forgotten_and_its_owner_is_told() {
    let (mut room, start) = (RoomSignals::default(), Instant::now());
    room.judge_pace(&1, 11, Some(Pace::TooFast), start);
    room.judge_pace(&2, 12, Some(Pace::TooSlow), start + Duration::from_secs(30));
    room.raise_hand(&2, 12, true, start);
    assert_eq!(room.look_at(), Some(start + PACE_LASTS));
    assert_eq!(room.forget(start + PACE_LASTS), vec![(11, OwnSignals::default())]);
    assert_eq!(room.counts(), SignalCounts { hands: 1, too_fast: 0, too_slow: 1 });
    let later = room.look_at().unwrap();
    assert_eq!(room.forget(later), vec![(12, OwnSignals { hand: true, pace: None })]);
    assert_eq!(room.counts(), SignalCounts { hands: 1, too_fast: 0, too_slow: 0 });
    assert_eq!(room.look_at(), None);
}

#[test]
fn a_pace_that_is_said_again_lasts_from_then() {
    let (mut room, start) = (RoomSignals::default(), Instant::now());
    let again = start + Duration::from_secs(60);
    room.judge_pace(&1, 11, Some(Pace::TooFast), start);
    room.judge_pace(&1, 11, Some(Pace::TooFast), again);
    assert!(room.forget(start + PACE_LASTS).is_empty());
    assert_eq!(room.look_at(), Some(again + PACE_LASTS));
}

#[test]
fn a_phone_that_comes_back_in_time_keeps_its_hand_up() {
    let (mut room, start) = (RoomSignals::default(), Instant::now());
    for who in [1, 2] {
        room.raise_hand(&who, 10 + who, true, start);
        room.leave(&who, start);
    }
    room.come_back(&1, 21);
    room.forget(start + SIGNAL_GRACE);
    assert_eq!((room.own(&1).hand, room.own(&2).hand), (true, false));
    assert_eq!(room.lower_hands(), vec![(21, OwnSignals::default())]);
    assert_eq!(room.counts(), SignalCounts::default());
}

#[test]
fn what_is_allowed_no_more_is_let_go() {
    let (mut room, start) = (RoomSignals::default(), Instant::now());
    room.raise_hand(&1, 11, true, start);
    room.judge_pace(&1, 11, Some(Pace::TooSlow), start);
    room.react(Reaction::Heart);
    room.keep_to(SignalsPlan { hands: false, ..ALL });
    assert_eq!(room.counts(), SignalCounts { hands: 0, too_fast: 0, too_slow: 1 });
    assert!(room.has_reactions());
    room.keep_to(SignalsPlan::default());
    assert_eq!(room.counts(), SignalCounts::default());
    assert!(!room.has_reactions());
}

proptest! {
    #[test]
    fn reactions_told_are_those_sent_whenever_they_are_told(
        sent in prop::collection::vec((0usize..4, any::<bool>()), 0..200),
    ) {
        let mut room = RoomSignals::<u8>::default();
        let (mut told, mut all) = (ReactionCounts::default(), ReactionCounts::default());
        for (which, tells) in sent {
            room.react(REACTIONS[which]);
            all.add(REACTIONS[which]);
            if tells {
                told.merge(room.take_reactions());
            }
        }
        told.merge(room.take_reactions());
        prop_assert_eq!(told, all);
        prop_assert!(!room.has_reactions());
    }

    #[test]
    fn the_numbers_are_those_of_the_people_under_any_order(
        steps in prop::collection::vec((0u8..6, 0u8..8, 0u64..40), 0..120),
    ) {
        let mut room = RoomSignals::default();
        let mut now = Instant::now();
        for (who, what, seconds) in steps {
            now += Duration::from_secs(seconds);
            let connection = u64::from(who);
            match what {
                0 => room.raise_hand(&who, connection, true, now),
                1 => room.raise_hand(&who, connection, false, now),
                2 => room.judge_pace(&who, connection, Some(Pace::TooFast), now),
                3 => room.judge_pace(&who, connection, Some(Pace::TooSlow), now),
                4 => room.judge_pace(&who, connection, None, now),
                5 => room.leave(&who, now),
                6 => room.come_back(&who, connection),
                _ => drop(room.lower_hands()),
            }
            let own: Vec<OwnSignals> = (0..6).map(|who| room.own(&who)).collect();
            let paces = |pace| own.iter().filter(|own| own.pace == Some(pace)).count() as u32;
            prop_assert_eq!(room.counts(), SignalCounts {
                hands: own.iter().filter(|own| own.hand).count() as u32,
                too_fast: paces(Pace::TooFast),
                too_slow: paces(Pace::TooSlow),
            });
            if room.look_at().is_some_and(|at| at <= now) {
                room.forget(now);
            }
            let stands = room.counts() != SignalCounts::default();
            let paced = room.counts().too_fast + room.counts().too_slow > 0;
            prop_assert!(stands || room.look_at().is_none_or(|at| at > now));
            prop_assert!(!paced || room.look_at().is_some(), "what stands for a while is looked at again");
        }
        // Everybody leaves, and in the end nothing of it is left.
        for who in 0..6 {
            room.leave(&who, now);
        }
        while let Some(at) = room.look_at() {
            room.forget(at);
        }
        prop_assert_eq!(room.counts(), SignalCounts::default());
    }
}
