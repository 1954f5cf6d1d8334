//! Questions to the speaker: asked, voted on, put where they belong, and seen by whom they concern.

use plenum::session::{
    ASKED_EACH_MAX, ASKED_MAX, AskedId, AskedPlace, AskedText, AskedView, AskingPlan, changes, own_asked,
    wilson_lower,
};
use proptest::prelude::*;
use serde_json::json;

use super::*;

const OPEN: F = F::AllowAsking { open: true, moderation: Moderation::Off };

/// People ask while a talk is shown.
fn asking() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), open_text(3)]).given(OPEN).given(F::Next)
}

fn ask(who: u8, name: u32, words: &str) -> Command {
    Command::AskSpeaker { who: person(who), key: key(name), text: AskedText::parse(words).unwrap() }
}

fn take_back(who: u8, name: u32) -> Command {
    Command::WithdrawAsked { who: person(who), key: key(name) }
}

fn vote(who: u8, number: u32, version: u32, up: bool) -> Command {
    Command::VoteAsked { who: person(who), asked: AskedId(number), version, up }
}

fn place(number: u32, place: AskedPlace) -> F {
    F::PlaceAsked { asked: vec![AskedId(number)], place }
}

fn asked(gathering: &Gathering, audience: Audience) -> (Vec<AskedView>, Vec<u32>) {
    let parts = snapshot(&gathering.session, audience).into_iter();
    let mut seen = parts.filter_map(|part| match part {
        Change::Asked { asked, order, .. } => Some((asked, order.iter().map(|id| id.0).collect())),
        _ => None,
    });
    seen.next().unwrap_or_default()
}

fn order(gathering: &Gathering) -> Vec<u32> {
    gathering.session.asked.order().iter().map(|id| id.0).collect()
}

#[test]
fn the_lower_bound_is_that_of_published_examples() {
    // R. G. Newcombe, Statistics in Medicine 17, 1998, table I, the score method without continuity correction.
    for (votes, chances, bound) in [(81, 263, 0.2553), (15, 148, 0.0624), (0, 20, 0.0), (1, 29, 0.0061)] {
        let found = wilson_lower(votes, chances);
        assert!((found - bound).abs() < 0.00005, "{votes} of {chances}: {found}");
    }
    // By hand: with one of one it is 1 / (1 + z²) = 1 / 4.8415.
    assert!((wilson_lower(1, 1) - 0.206_55).abs() < 0.000_01);
    assert_eq!(wilson_lower(0, 0), 0.0);
}

proptest! {
    #[test]
    fn the_lower_bound_is_below_the_share_and_rises_with_votes(votes in 0u32..5_000, more in 1u32..5_000) {
        let chances = votes + more;
        let bound = wilson_lower(votes, chances);
        prop_assert!((0.0..=f64::from(votes) / f64::from(chances)).contains(&bound));
        prop_assert!(wilson_lower(votes + 1, chances) > bound);
        prop_assert!(wilson_lower(votes, chances + 1) <= bound);
    }
}

#[test]
fn nobody_asks_until_it_is_allowed_or_when_it_is_over() {
    let mut gathering = Gathering::of(vec![talk("Velkommen")]);
    gathering.refuses(ask(1, 1, "Når?"), Rejection::AskingClosed);
    let mut gathering = gathering.given(OPEN).given(ask(1, 1, "Når?"));
    gathering.is_so_already(OPEN);
    let mut closed = gathering.clone().given(F::AllowAsking { open: false, moderation: Moderation::Off });
    closed.refuses(vote(2, 1, 1, true), Rejection::AskingClosed);
    assert_eq!(closed.when(ask(1, 1, "Når?")), Ok(Decision::Known(3)), "a resend is still confirmed");
    assert!(closed.when(take_back(1, 1)).is_ok(), "what was asked can be taken back");
    let mut over = gathering.given(F::EndSession);
    over.refuses(ask(1, 2, "Og hvem?"), Rejection::SessionEnded);
    over.refuses(take_back(1, 1), Rejection::SessionEnded);
}

#[test]
fn a_plan_can_let_people_ask_and_says_nothing_of_it_where_it_does_not() {
    let mut prepared = plan(vec![talk("Velkommen")]);
    assert!(serde_json::to_value(&prepared).unwrap().get("questions").is_none());
    prepared.questions = AskingPlan { open: true, moderation: Moderation::Words };
    let told = serde_json::to_string(&prepared).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&told).unwrap(), prepared);
    let mut session = Session::default();
    session.apply(&Recorded::new(MORNING_MS, create(prepared.clone()).unwrap()));
    assert_eq!(session.asked.plan, prepared.questions);
}

#[test]
fn a_question_is_stored_once_and_has_words() {
    let mut gathering = asking().given(ask(1, 1, "Når?"));
    assert!(matches!(gathering.when(ask(1, 1, "Når?")), Ok(Decision::Known(_))));
    gathering.refuses(ask(1, 2, "  "), Rejection::QuestionEmpty);
    assert!(AskedText::parse(&"å".repeat(301)).is_err());
    assert_eq!(gathering.session.asked.all().len(), 1);
}

#[test]
fn a_person_has_five_questions_that_wait_for_an_answer_and_a_session_five_hundred() {
    let mut gathering = asking();
    for name in 0..ASKED_EACH_MAX as u32 {
        gathering = gathering.given(ask(1, name, "Når?"));
    }
    gathering.refuses(ask(1, 9, "Og hvem?"), Rejection::AskedFull);
    let mut gathering = gathering.given(place(1, AskedPlace::Answered)).given(ask(1, 9, "Og hvem?"));
    for number in gathering.session.asked.all().len() as u32..ASKED_MAX as u32 {
        let who =
            Pseudonym([number as u8, (number >> 8) as u8 + 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]);
        let text = AskedText::parse("Når?").unwrap();
        gathering = gathering.given(Command::AskSpeaker { who, key: key(100 + number), text });
    }
    gathering.refuses(ask(2, 99, "Hvor?"), Rejection::TooManyAsked);
}

#[test]
fn a_person_votes_once_on_a_question_of_somebody_else() {
    let mut gathering = asking().given(ask(1, 1, "Når?")).given(vote(2, 1, 1, true));
    gathering.is_so_already(vote(2, 1, 1, true));
    gathering.refuses(vote(1, 1, 1, true), Rejection::OwnAsked);
    gathering.refuses(vote(2, 7, 1, true), Rejection::NoSuchAsked);
    gathering.refuses(vote(3, 1, 51, true), Rejection::TooManyChanges);
    let votes = |gathering: &Gathering| gathering.session.asked.all()[&AskedId(1)].votes;
    assert_eq!(votes(&gathering), 1);
    let mut gathering = gathering.given(vote(2, 1, 2, false));
    gathering.is_so_already(vote(2, 1, 1, true));
    assert_eq!(votes(&gathering), 0, "an old step that comes late changes nothing");
    let mut answered = gathering.given(place(1, AskedPlace::Answered));
    answered.refuses(vote(3, 1, 1, true), Rejection::NoSuchAsked);
}

#[test]
fn a_good_late_question_rises_above_an_early_one_with_more_votes() {
    let mut gathering = asking().given(ask(1, 1, "Tidlig?")).given(ask(2, 2, "Også tidlig?"));
    // Twenty people vote before the late one is asked: twelve for the first, eight for the second.
    let voter = |number: u8| Pseudonym([100 + number; 16]);
    let by = |number: u8, asked: u32| Command::VoteAsked {
        who: voter(number),
        asked: AskedId(asked),
        version: 1,
        up: true,
    };
    for number in 0..20 {
        gathering = gathering.given(by(number, if number < 12 { 1 } else { 2 }));
    }
    assert_eq!(order(&gathering), [1, 2]);
    let mut gathering = gathering.given(ask(3, 3, "Sent?"));
    for number in 20..30 {
        gathering = gathering.given(by(number, 3));
    }
    let asked = &gathering.session.asked.all();
    let figures = |number: u32| (asked[&AskedId(number)].votes, asked[&AskedId(number)].chances);
    assert_eq!([figures(1), figures(2), figures(3)], [(12, 30), (8, 30), (10, 10)]);
    assert_eq!(order(&gathering), [3, 1, 2]);
}

#[test]
fn what_waits_is_seen_by_the_facilitator_alone_until_it_is_shown() {
    let all = F::AllowAsking { open: true, moderation: Moderation::All };
    let gathering = asking().given(all).given(F::ShowAsked { on_projector: true }).given(ask(1, 1, "Når?"));
    assert_eq!(asked(&gathering, Audience::Facilitator).0[0].place, AskedPlace::Awaiting);
    for audience in [Audience::Phone, Audience::Presenter] {
        assert_eq!(asked(&gathering, audience), (vec![], vec![]));
    }
    let (own, _) = own_asked(&gathering.session, person(1));
    assert_eq!((own[0].place, own[0].id), (AskedPlace::Awaiting, AskedId(1)));
    let mut gathering = gathering;
    let (_, effects) = gathering.step(place(1, AskedPlace::Shown)).unwrap();
    assert_eq!(effects.askers, BTreeSet::from([person(1)]), "its owner is told");
    for audience in [Audience::Phone, Audience::Presenter] {
        assert_eq!(asked(&gathering, audience).1, [1]);
    }
}

#[test]
fn words_that_are_listed_make_a_question_wait() {
    let words = F::AllowAsking { open: true, moderation: Moderation::Words };
    let gathering = asking().given(words).given(ask(1, 1, "Når?")).given(ask(2, 2, "Hva faen skjer?"));
    assert_eq!(order(&gathering), [1]);
}

#[test]
fn what_is_removed_comes_back_until_it_is_erased() {
    let gathering = asking().given(ask(1, 1, "Når?")).given(vote(2, 1, 1, true));
    let mut removed = gathering.given(place(1, AskedPlace::Removed));
    let (own, _) = own_asked(&removed.session, person(1));
    assert_eq!((own[0].place, own[0].text.clone()), (AskedPlace::Removed, None));
    assert!(removed.session.waits_since().is_some());
    let back = removed.clone().given(place(1, AskedPlace::Shown));
    assert_eq!(back.session.asked.all()[&AskedId(1)].votes, 1);
    assert_eq!(back.session.waits_since(), None);
    removed = removed.given(erase_all());
    assert!(removed.session.asked.all().is_empty());
    assert!(removed.erasable.contains(&4), "the row with the words goes");
    assert!(matches!(removed.when(ask(1, 1, "Når?")), Ok(Decision::Known(_))), "it does not come again");
    removed.refuses(place(1, AskedPlace::Shown), Rejection::NoSuchAsked);
}

#[test]
fn the_one_that_is_answered_now_is_one_that_is_shown() {
    let mut gathering = asking().given(ask(1, 1, "Når?")).given(ask(2, 2, "Hvor?"));
    let up = |number: u32| F::TakeUpAsked { asked: Some(AskedId(number)) };
    gathering.refuses(up(3), Rejection::NoSuchAsked);
    let mut gathering = gathering.given(place(2, AskedPlace::Archived)).given(up(1));
    gathering.refuses(up(2), Rejection::AskedNotShown);
    assert_eq!(gathering.session.asked.now, Some(AskedId(1)));
    for next in [place(1, AskedPlace::Answered), F::TakeUpAsked { asked: None }] {
        assert_eq!(gathering.clone().given(next).session.asked.now, None);
    }
    assert_eq!(gathering.given(take_back(1, 1)).session.asked.now, None);
}

#[test]
fn the_projector_has_them_while_it_shows_them_and_no_longer_when_the_next_item_is_shown() {
    let show = |on_projector| F::ShowAsked { on_projector };
    let mut gathering = asking().given(ask(1, 1, "Når?"));
    assert_eq!(asked(&gathering, Audience::Presenter).0, []);
    let (_, effects) = gathering.step(show(true)).unwrap();
    let told = json!(changes(&gathering.session, Audience::Presenter, &effects));
    assert_eq!(told[0]["asked"], json!([{"id": 1, "text": "Når?", "place": "shown", "votes": 0}]));
    let (_, effects) = gathering.step(vote(2, 1, 1, true)).unwrap();
    let told = json!(changes(&gathering.session, Audience::Presenter, &effects));
    assert_eq!((&told[0]["votes"], &told[0]["asked"]), (&json!([[1, 1]]), &json!([])));
    let hidden = gathering.clone().given(show(false));
    assert_eq!(asked(&hidden, Audience::Presenter).0, []);
    let next = gathering.given(F::Next);
    assert!(!next.session.asked.on_projector);
}

#[test]
fn the_minutes_have_what_was_answered_first_and_not_what_was_put_away() {
    let mut gathering = asking();
    for (name, words) in [(1, "Når?"), (2, "Hvor?"), (3, "Hvem?"), (4, "Bort?"), (5, "Fjern?")] {
        gathering = gathering.given(ask(name as u8, name, words));
    }
    gathering = gathering.given(vote(6, 3, 1, true)).given(vote(6, 2, 1, true)).given(vote(7, 2, 1, true));
    gathering = gathering.given(place(2, AskedPlace::Answered)).given(place(4, AskedPlace::Archived));
    gathering = gathering.given(place(5, AskedPlace::Removed));
    let options = plenum::export::MinutesOptions {
        time_zone: jiff::tz::TimeZone::UTC,
        shuffle: 1,
        choices: Default::default(),
    };
    let minutes = plenum::export::minutes(&gathering.session, &options);
    let lines: Vec<(&str, u32, bool)> =
        minutes.asked.iter().map(|line| (line.text.as_str(), line.votes, line.answered)).collect();
    assert_eq!(lines, [("Hvor?", 2, true), ("Hvem?", 1, false), ("Når?", 0, false)]);
    let page = plenum::export::markdown(&minutes);
    assert!(page.contains("## Spørsmål underveis\n\n### Besvart (1)\n\n| Spørsmål | Stemmer |"), "{page}");
    assert!(!page.contains("Bort?") && !page.contains("Fjern?"));
}

/// What one phone sends about one of its questions, or about its vote on the first: all in the order it was meant.
#[derive(Clone, Debug)]
enum Meant {
    Question { who: u8, name: u32, withdrawn: bool },
    Votes { who: u8, ups: Vec<bool> },
}

fn meant() -> impl Strategy<Value = (Vec<Meant>, Vec<Command>)> {
    let questions = prop::collection::btree_map((1u8..4, 0u32..4), any::<bool>(), 0..7);
    let votes = prop::collection::btree_map(4u8..8, prop::collection::vec(any::<bool>(), 1..4), 0..4);
    (questions, votes).prop_flat_map(|(questions, votes)| {
        let questions = questions.into_iter().map(|((who, name), withdrawn)| Meant::Question {
            who,
            name: u32::from(who) * 10 + name,
            withdrawn,
        });
        let votes = votes.into_iter().map(|(who, ups)| Meant::Votes { who, ups });
        let all: Vec<Meant> = questions.chain(votes).collect();
        let sent = all.iter().flat_map(|meant| match meant {
            Meant::Question { who, name, withdrawn } => {
                let back = withdrawn.then(|| take_back(*who, *name));
                [Some(ask(*who, *name, &format!("fra {who} i {name}"))), back].into_iter().flatten().collect()
            }
            Meant::Votes { who, ups } => {
                (1..).zip(ups).map(|(version, up)| vote(*who, 1, version, *up)).collect::<Vec<Command>>()
            }
        });
        let sent: Vec<Command> = sent.collect();
        let twice = [sent.clone(), sent].concat();
        (Just(all), Just(twice).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_order_and_repetition_of_resends_gives_the_same((all, deliveries) in meant()) {
        let mut live = asking().given(ask(0, 0, "Det første?"));
        for delivery in deliveries {
            prop_assert!(live.when(delivery).is_ok());
        }
        let mut texts: Vec<String> =
            live.session.asked.all().values().skip(1).map(|asked| asked.text.to_string()).collect();
        texts.sort();
        let mut expected: Vec<String> = Vec::new();
        let mut ups = 0;
        for meant in &all {
            match meant {
                Meant::Question { who, name, withdrawn: false } => expected.push(format!("fra {who} i {name}")),
                Meant::Question { .. } => {}
                Meant::Votes { ups: steps, .. } => ups += u32::from(*steps.last().unwrap()),
            }
        }
        expected.sort();
        prop_assert_eq!(texts, expected);
        prop_assert_eq!(live.session.asked.all()[&AskedId(1)].votes, ups);
    }
}
