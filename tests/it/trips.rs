//! Trips over real sockets: phones, a presenter and a facilitator against a real server.

use std::time::Duration;

use plenum::client::{ClientError, Facilitator, Phone};
use plenum::session::{
    AnswerContent, FacilitatorCommand, Heading, QuestionPhase, RankedOption, Rejection, ResultsTo,
    StagePhase, TallyView, ThemeView,
};
use plenum::wire::Goodbye;

use crate::common::{RANKING, Server, Settings, TEXT, text};

#[tokio::test]
async fn an_answer_reaches_the_presenter_and_stands_once() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut presenter = Facilitator::present(&server.address, session.code, &session.key).await.unwrap();
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    assert_eq!(phone.seen().open_question().unwrap().id, TEXT);

    phone.answer(TEXT, text("Bedre samhandling")).await.unwrap();

    presenter
        .until(|seen| seen.questions.get(&TEXT).is_some_and(|question| question.answers.len() == 1))
        .await
        .unwrap();
    let question = &presenter.seen().questions[&TEXT];
    assert_eq!(question.answers[0].text, "Bedre samhandling");
    assert_eq!((question.people, question.count), (1, 1));
    presenter.until(|seen| seen.presence == (1, 1)).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn a_presenter_sees_people_come_before_anything_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    let mut presenter = Facilitator::present(&server.address, session.code, &session.key).await.unwrap();

    let _phone = Phone::join(&server.address, &session).await.unwrap();

    presenter.until(|seen| seen.presence == (1, 1)).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn a_phone_that_slept_while_sending_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();

    let key = phone.send_answer(TEXT, text("Tid til brukerne")).await.unwrap();
    phone.fall_asleep();
    phone.come_back().await.unwrap();
    phone.confirmed(&key).await.unwrap();

    assert_eq!(phone.unconfirmed(), 0);
    assert_eq!(server.texts(&session, TEXT).await, ["Tid til brukerne"]);
    server.stop().await;
}

#[tokio::test]
async fn a_restart_keeps_everything_and_phones_come_back_to_the_same_place() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    let first = phone.answer(TEXT, text("Første")).await.unwrap();
    server.stop().await;
    let told = loop {
        match phone.receive().await {
            Ok(_) => {}
            Err(end) => break end,
        }
    };
    assert!(
        matches!(told, ClientError::Closed { code: Some(1012), goodbye: Some(Goodbye::Restarting) }),
        "a stop says goodbye: {told:?}"
    );

    let server = Server::start(folder.path()).await;
    let token = "AAAAAAAAAAAAAAAAAAAAAA".to_owned();
    let mut other = Phone::join_as(&server.address, session.code, token, None).await.unwrap();
    assert_eq!(other.seen().open_question().unwrap().id, TEXT);
    other.answer(TEXT, text("Andre")).await.unwrap();

    assert_eq!(server.texts(&session, TEXT).await, ["Andre", "Første"]);
    assert_eq!(first.version, 1);
    server.stop().await;
}

/// A person's hand and the room's leave a board that the engine alone would not make; a restart must not tidy it.
#[tokio::test]
async fn themes_stand_where_they_stood_after_a_restart_and_go_on_from_there() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let said = [
        ["Tid til brukerne", "God opplæring", "Faste team"],
        ["Mer tid til pasienter", "Opplæring av nye", "Faste vikarer"],
        ["Nok tid", "Opplæring i nye systemer", "Parkering"],
        ["Tid til samtaler", "Mer opplæring", "Team som er faste"],
    ];
    let mut phones = Vec::new();
    for texts in said {
        let mut phone = Phone::join(&server.address, &session).await.unwrap();
        for said in texts {
            phone.answer(TEXT, text(said)).await.unwrap();
        }
        phones.push(phone);
    }
    server.steer(&session, FacilitatorCommand::CloseQuestion { item: TEXT }).await;
    let mut hand = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    hand.until(|seen| seen.questions.get(&TEXT).is_some_and(|question| question.themes.len() >= 2))
        .await
        .unwrap();
    // One answer of the first theme is laid with those of the second.
    let themes = &hand.seen().questions[&TEXT].themes;
    let (moved, second) = (themes[0].answers[0], themes[1].id);
    let answers = vec![moved];
    hand.command(FacilitatorCommand::MoveAnswers { item: TEXT, answers, to: Some(second) }).await.unwrap();
    server.stop().await;

    let server = Server::start(folder.path()).await;
    let mut hand = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    hand.until(|seen| seen.questions.contains_key(&TEXT)).await.unwrap();
    let before = hand.seen().questions[&TEXT].themes.clone();
    assert!(before.iter().any(|theme| theme.id == second && theme.answers.contains(&moved)));
    hand.command(FacilitatorCommand::OpenQuestion { item: TEXT }).await.unwrap();
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("MER OPPLÆRING")).await.unwrap();

    let placed = |themes: &[ThemeView]| themes.iter().map(|theme| theme.answers.len()).sum::<usize>();
    hand.until(|seen| placed(&seen.questions[&TEXT].themes) > placed(&before)).await.unwrap();
    let after = &hand.seen().questions[&TEXT].themes;
    assert_eq!(after.len(), before.len());
    for before in &before {
        let after = after.iter().find(|theme| theme.id == before.id).expect("the theme is still there");
        assert_eq!(after.label, before.label);
        assert!(before.answers.iter().all(|answer| after.answers.contains(answer)), "{after:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn an_answer_can_be_changed_and_withdrawn_while_the_question_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();

    let given = phone.answer(TEXT, text("Skrivefiel")).await.unwrap();
    let changed = phone.change(TEXT, &given, text("Skrivefeil")).await.unwrap();
    assert_eq!(server.texts(&session, TEXT).await, ["Skrivefeil"]);
    phone.withdraw(TEXT, &changed).await.unwrap();
    assert!(server.texts(&session, TEXT).await.is_empty());

    server.steer(&session, FacilitatorCommand::CloseQuestion { item: TEXT }).await;
    let refused = phone.answer(TEXT, text("For sent")).await;
    assert!(matches!(refused, Err(ClientError::Refused(Rejection::QuestionClosed))), "{refused:?}");
    server.stop().await;
}

#[tokio::test]
async fn a_phone_is_told_when_the_facilitator_removes_its_answer_and_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut facilitator = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    let mut bystander = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Et utbrudd")).await.unwrap();
    facilitator
        .until(|seen| seen.questions.get(&TEXT).is_some_and(|question| !question.answers.is_empty()))
        .await
        .unwrap();
    let answer = facilitator.seen().questions[&TEXT].answers[0].id;

    facilitator.command(FacilitatorCommand::RemoveAnswer { item: TEXT, answer }).await.unwrap();
    phone.until(|seen| seen.mine.len() == 1 && seen.mine[0].content.is_none()).await.unwrap();
    facilitator.until(|seen| seen.questions[&TEXT].removed.len() == 1).await.unwrap();
    facilitator.command(FacilitatorCommand::RestoreAnswer { item: TEXT, answer }).await.unwrap();
    phone.until(|seen| seen.mine.len() == 1 && seen.mine[0].content.is_some()).await.unwrap();

    facilitator.command(FacilitatorCommand::CloseQuestion { item: TEXT }).await.unwrap();
    bystander
        .until(|seen| {
            seen.item()
                .and_then(|item| item.status)
                .is_some_and(|status| status.phase == QuestionPhase::Closed)
        })
        .await
        .unwrap();
    assert!(bystander.seen().mine.is_empty(), "nobody is told of another's answers");
    server.stop().await;
}

#[tokio::test]
async fn a_ranking_is_counted_and_shared_with_phones_only_when_it_is_shown_to_everyone() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create().await;
    server.steer(&session, FacilitatorCommand::GoTo { item: RANKING }).await;
    let mut presenter = Facilitator::present(&server.address, session.code, &session.key).await.unwrap();
    let mut first = Phone::join(&server.address, &session).await.unwrap();
    let mut second = Phone::join(&server.address, &session).await.unwrap();

    first.answer(RANKING, AnswerContent::Ranking { order: vec![2, 0, 1, 3] }).await.unwrap();
    second.answer(RANKING, AnswerContent::Ranking { order: vec![2, 1, 0, 3] }).await.unwrap();

    presenter
        .until(|seen| seen.questions.get(&RANKING).is_some_and(|question| question.ballots == 2))
        .await
        .unwrap();
    let best = best_of(presenter.seen().questions[&RANKING].tally.as_ref());
    assert_eq!((best.option, best.mean_position, best.points, best.firsts), (2, 1.0, 6.0, 2));
    assert!(first.seen().questions.get(&RANKING).is_none_or(|question| question.shared.is_none()));

    server.steer(&session, FacilitatorCommand::ShowResults { item: RANKING, to: ResultsTo::Everyone }).await;
    first
        .until(|seen| seen.questions.get(&RANKING).is_some_and(|question| question.shared.is_some()))
        .await
        .unwrap();
    let shared = first.seen().questions[&RANKING].shared.clone().unwrap();
    assert_eq!((shared.people, best_of(shared.tally.as_ref()).option), (2, 2));
    server.stop().await;
}

#[tokio::test]
async fn themes_come_by_themselves_and_a_persons_name_for_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut facilitator = Facilitator::facilitate(&server.address, session.code, &session.key).await.unwrap();
    for answer in [
        "Bedre samhandling",
        "samhandling mellom tjenestene",
        "God samhandling",
        "Parkering",
        "mer parkering",
    ] {
        let mut phone = Phone::join(&server.address, &session).await.unwrap();
        phone.answer(TEXT, text(answer)).await.unwrap();
    }
    facilitator
        .until(|seen| {
            let themes =
                seen.questions.get(&TEXT).map(|question| question.themes.as_slice()).unwrap_or_default();
            themes.iter().any(|theme| theme.answers.len() == 3)
        })
        .await
        .unwrap();
    let theme = facilitator.seen().questions[&TEXT].themes[0].clone();
    assert!(theme.label.as_str().to_lowercase().contains("samhandling"), "{}", theme.label);

    let label = Heading::parse("Vi jobber sammen").unwrap();
    facilitator
        .command(FacilitatorCommand::RenameTheme { item: TEXT, theme: theme.id, label: label.clone() })
        .await
        .unwrap();
    let mut late = Phone::join(&server.address, &session).await.unwrap();
    late.answer(TEXT, text("Tettere samhandling")).await.unwrap();
    facilitator
        .until(|seen| {
            seen.questions[&TEXT].themes.iter().any(|theme| theme.label == label && theme.answers.len() == 4)
        })
        .await
        .unwrap();
    let kept =
        facilitator.seen().questions[&TEXT].themes.iter().find(|kept| kept.id == theme.id).unwrap().clone();
    assert!(kept.decided && theme.answers.iter().all(|answer| kept.answers.contains(answer)));
    server.stop().await;
}

#[tokio::test]
async fn a_page_that_comes_back_gets_what_it_lacks_and_ends_in_the_same_state() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    let session = server.create_open().await;
    let mut awake = Phone::join(&server.address, &session).await.unwrap();
    let mut asleep = Phone::join(&server.address, &session).await.unwrap();
    asleep.fall_asleep();
    // More changes than a feed keeps, so that one sleeper needs a snapshot and a short nap only updates.
    for round in 0..100 {
        let command = if round % 2 == 0 {
            FacilitatorCommand::CloseQuestion { item: TEXT }
        } else {
            FacilitatorCommand::OpenQuestion { item: TEXT }
        };
        server.steer(&session, command).await;
    }
    server.steer(&session, FacilitatorCommand::GoTo { item: RANKING }).await;
    awake.until(|seen| seen.item().is_some_and(|item| item.id == RANKING)).await.unwrap();
    asleep.come_back().await.unwrap();
    asleep.until(|seen| seen.item().is_some_and(|item| item.id == RANKING)).await.unwrap();
    let mut seen = asleep.seen().clone();
    seen.mine.clone_from(&awake.seen().mine);
    assert_eq!(&seen.stage, &awake.seen().stage);
    assert_eq!(&seen.cursor, &awake.seen().cursor);

    awake.fall_asleep();
    awake.come_back().await.unwrap();
    assert_eq!(&seen.stage, &awake.seen().stage);
    server.stop().await;
}

#[tokio::test]
async fn who_comes_wrong_or_too_late_is_told_why() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { participants_max: 2, ..Settings::default() };
    let server = Server::start_with(folder.path(), settings).await;
    let session = server.create_open().await;
    let why = |outcome: Result<(), ClientError>| match outcome {
        Err(ClientError::Closed { goodbye: Some(goodbye), .. }) => goodbye,
        other => panic!("expected a goodbye, got {other:?}"),
    };
    let nowhere =
        if session.code.to_string() == "00000000" { "00000001" } else { "00000000" }.parse().unwrap();
    let phone = Phone::join_as(&server.address, nowhere, "AAAAAAAAAAAAAAAAAAAAAA".into(), None).await;
    assert_eq!(why(phone.map(drop)), Goodbye::NoSuchSession);
    let stranger = Facilitator::facilitate(&server.address, session.code, "not the key").await;
    assert_eq!(why(stranger.map(drop)), Goodbye::WrongKey);

    let first = Phone::join(&server.address, &session).await.unwrap();
    let _second = Phone::join(&server.address, &session).await.unwrap();
    let third = Phone::join(&server.address, &session).await;
    assert_eq!(why(third.map(drop)), Goodbye::SessionFull);

    server.steer(&session, FacilitatorCommand::EndSession).await;
    let mut first = first;
    first
        .until(|seen| seen.stage.as_ref().is_some_and(|stage| stage.phase == StagePhase::Ended))
        .await
        .unwrap();
    let late = first.answer(TEXT, text("Etterpå")).await;
    assert!(matches!(late, Err(ClientError::Refused(Rejection::SessionEnded))), "{late:?}");
    server.stop().await;
}

#[tokio::test]
async fn a_session_that_nobody_visits_leaves_memory_and_is_there_again_at_the_next_visit() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { idle_ms_max: 50, ..Settings::default() };
    let server = Server::start_with(folder.path(), settings).await;
    let session = server.create_open().await;
    let mut phone = Phone::join(&server.address, &session).await.unwrap();
    phone.answer(TEXT, text("Blir stående")).await.unwrap();
    let epoch = phone.seen().cursor.clone().unwrap().epoch;
    phone.fall_asleep();
    // The next visit may meet the session before it has left; a new epoch shows that it was loaded anew.
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    loop {
        tokio::time::sleep(Duration::from_millis(500)).await;
        phone.come_back().await.unwrap();
        if phone.seen().cursor.clone().unwrap().epoch != epoch {
            break;
        }
        phone.fall_asleep();
        assert!(tokio::time::Instant::now() < deadline, "the session never left memory");
    }
    phone.until(|seen| seen.mine.len() == 1).await.unwrap();
    assert_eq!(server.texts(&session, TEXT).await, ["Blir stående"]);
    server.stop().await;
}

/// The option that a ranking has first.
fn best_of(tally: Option<&TallyView>) -> RankedOption {
    match tally {
        Some(TallyView::Ranking { options, .. }) => options[0].clone(),
        other => panic!("no ranking: {other:?}"),
    }
}
