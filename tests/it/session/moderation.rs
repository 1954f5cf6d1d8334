//! Answers that wait for the facilitator before the room sees them.

use plenum::session::{Details, Language, own_answers};

use super::*;

/// An open question with three answers each, shown to everyone.
fn asked_with(moderation: Moderation) -> Gathering {
    Gathering::of(vec![talk("Velkommen"), moderated(open_text(3), moderation)])
        .given(F::GoTo { item: item(2) })
        .given(F::ShowResults { item: item(2), to: ResultsTo::Everyone })
}

fn approve(ids: &[u32]) -> F {
    F::ApproveAnswers { item: item(2), answers: ids.iter().map(|id| answer(*id)).collect() }
}

fn seen_by(gathering: &Gathering, audience: Audience) -> String {
    serde_json::to_string(&snapshot(&gathering.session, audience)).unwrap()
}

/// Texts that the facilitator is told wait.
fn waiting(gathering: &Gathering) -> Vec<String> {
    let told =
        snapshot(&gathering.session, Audience::Facilitator).into_iter().find_map(|change| match change {
            Change::AwaitingAnswers { answers, count, .. } => {
                assert_eq!(answers.len(), count as usize);
                Some(answers.into_iter().map(|answer| answer.text).collect())
            }
            _ => None,
        });
    told.expect("the facilitator is told of what waits")
}

#[test]
fn an_answer_that_waits_is_seen_by_its_person_and_the_facilitator_alone() {
    let mut gathering = asked_with(Moderation::All).given(give(2, 1, 1, 1, "Bedre flyt"));
    assert_eq!(waiting(&gathering), ["Bedre flyt"]);
    assert_eq!(gathering.texts(2), [""; 0]);
    assert_eq!(gathering.question(2).people(), 1, "it is an answer all the same");
    for audience in [Audience::Phone, Audience::Presenter] {
        assert!(!seen_by(&gathering, audience).contains("Bedre flyt"));
    }
    let own = own_answers(&gathering.session, item(2), person(1));
    assert_eq!(own[0].content, Some(text("Bedre flyt")));
    gathering.when(approve(&[1])).unwrap();
    assert_eq!((waiting(&gathering).len(), gathering.texts(2)), (0, vec!["Bedre flyt"]));
    assert!(seen_by(&gathering, Audience::Presenter).contains("Bedre flyt"));
    gathering.is_so_already(approve(&[1]));
    gathering.refuses(approve(&[9]), Rejection::NoSuchAnswer);
}

#[test]
fn an_approval_that_is_taken_back_takes_the_answer_from_the_room_and_leaves_its_theme() {
    let hold =
        |ids: &[u32]| F::HoldAnswers { item: item(2), answers: ids.iter().map(|id| answer(*id)).collect() };
    let mut gathering = asked_with(Moderation::All)
        .given(give(2, 1, 1, 1, "Bedre flyt"))
        .given(give(2, 2, 1, 1, "Kortere vei"))
        .given(approve(&[1, 2]))
        .given(F::MakeTheme { item: item(2), label: heading("Flyt"), answers: vec![answer(1)] });
    gathering.when(hold(&[1])).unwrap();
    assert_eq!(
        (waiting(&gathering), gathering.texts(2)),
        (vec!["Bedre flyt".to_owned()], vec!["Kortere vei"])
    );
    for audience in [Audience::Phone, Audience::Presenter] {
        assert!(!seen_by(&gathering, audience).contains("Bedre flyt"));
    }
    assert_eq!(gathering.question(2).people(), 2, "they are answers all the same");
    gathering.is_so_already(hold(&[1]));
    // What has gone meanwhile is passed over, unless nothing is left.
    gathering.when(remove(2, 2)).unwrap();
    gathering.is_so_already(hold(&[2, 1]));
    gathering.refuses(hold(&[2]), Rejection::NoSuchAnswer);
    gathering.when(approve(&[1])).unwrap();
    let themes = gathering.question(2).arrangement().themes;
    assert_eq!((themes[0].label.as_str(), themes[0].answers.as_slice()), ("Flyt", [answer(1)].as_slice()));
}

#[test]
fn a_changed_answer_waits_again_and_one_withdrawn_no_longer() {
    let gathering = asked_with(Moderation::All).given(give(2, 1, 1, 1, "Bedre flyt")).given(approve(&[1]));
    let gathering = gathering.given(give(2, 1, 1, 2, "Kortere vei"));
    assert_eq!((waiting(&gathering), gathering.texts(2).len()), (vec!["Kortere vei".to_owned()], 0));
    let gathering = gathering.given(withdraw(2, 1, 1, 3));
    assert_eq!((waiting(&gathering).len(), gathering.question(2).people()), (0, 0));
    assert!(!format!("{:?}", gathering.session).contains("Kortere vei"));
}

#[test]
fn what_waits_counts_among_those_each_may_give() {
    let mut gathering = asked_with(Moderation::All);
    for name in 1..=3 {
        gathering.when(give(2, 1, name, 1, "Et svar")).unwrap();
    }
    gathering.refuses(give(2, 1, 4, 1, "Et til"), Rejection::AnswersFull);
}

#[test]
fn what_waits_can_be_removed_and_comes_back_seen() {
    let gathering = asked_with(Moderation::All).given(give(2, 1, 1, 1, "Bedre flyt"));
    let gathering = gathering.given(F::RemoveAnswer { item: item(2), answer: answer(1) });
    assert_eq!((waiting(&gathering).len(), gathering.question(2).removed.len()), (0, 1));
    let gathering = gathering.given(F::RestoreAnswer { item: item(2), answer: answer(1) });
    assert_eq!(gathering.texts(2), ["Bedre flyt"]);
}

#[test]
fn a_reset_takes_what_waits_with_it_and_its_undo_brings_it_back_waiting() {
    let gathering = asked_with(Moderation::All)
        .given(give(2, 1, 1, 1, "Bedre flyt"))
        .given(give(2, 2, 2, 1, "Kortere vei"))
        .given(approve(&[2]))
        .given(F::ResetQuestion { item: item(2) });
    assert_eq!((waiting(&gathering).len(), gathering.question(2).people()), (0, 0));
    let gathering = gathering.given(F::UndoReset { item: item(2) });
    assert_eq!(
        (waiting(&gathering), gathering.texts(2)),
        (vec!["Bedre flyt".to_owned()], vec!["Kortere vei"])
    );
}

#[test]
fn the_list_of_words_holds_whole_words_in_the_sessions_language_and_in_english() {
    let mut gathering = asked_with(Moderation::Words);
    let everyday = ["Slutt på møter", "Mer fag", "Kikke innom", "Høre på brukerne", "Soper i skogen"];
    for (who, words) in (20..).zip(everyday) {
        gathering.when(give(2, who, u32::from(who), 1, words)).unwrap();
    }
    let said =
        ["Helvetes bra", "FAAAEN", "what the fuck", "Helvetesild er en sykdom", "Shitake og fiske", "Bra"];
    for (who, words) in (1..).zip(said) {
        gathering.when(give(2, who, u32::from(who), 1, words)).unwrap();
    }
    assert_eq!(waiting(&gathering), ["Helvetes bra", "FAAAEN", "what the fuck"]);
    let details = Details { title: line("Meeting"), language: Language::En, ..Details::default() };
    let gathering = gathering.given(F::ChangeDetails { details }).given(give(2, 9, 9, 1, "Helvetes bra"));
    assert_eq!(waiting(&gathering).len(), 3, "in English it is no word of the list");
}

#[test]
fn other_answers_than_words_never_wait() {
    let mut gathering = Gathering::of(vec![talk("Velkommen"), moderated(choice(3, 1), Moderation::All)])
        .given(F::GoTo { item: item(2) })
        .given(give_content(2, 1, 1, 1, AnswerContent::Choice { chosen: vec![0], other: None }));
    assert_eq!(gathering.question(2).tally.ballots(), 1);
    gathering.refuses(F::HoldAnswers { item: item(2), answers: vec![answer(1)] }, Rejection::NoSuchAnswer);
}
