//! The quiz: its clock is the server's, the first answer counts, and points and nicknames make a list.

use plenum::session::{LeaderboardView, OwnQuizAnswer, PlayerId, own_quiz, spelling};
use proptest::prelude::*;

use super::*;

/// A talk, a choice, a typed question and the list of points; the choice is shown and its clock runs.
fn playing() -> Gathering {
    let board = item_plan("Resultatliste", ItemContent::Leaderboard);
    Gathering::of(vec![talk("Velkommen"), quiz(4, &[1]), typed_quiz(&["Glomma"]), board])
        .given(F::GoTo { item: item(2) })
}

fn pick(gathering: &Gathering, who: u8, option: u8) -> Command {
    answer_quiz(gathering, 2, who, AnswerContent::QuizChoice { option })
}

fn type_in(gathering: &Gathering, who: u8, text: &str) -> Command {
    answer_quiz(gathering, 3, who, AnswerContent::QuizText { text: heading(text) })
}

/// Arrives when it is decided.
fn answer_quiz(gathering: &Gathering, number: u32, who: u8, content: AnswerContent) -> Command {
    let (item, now_ms) = (item(number), gathering.now_ms + STEP_MS);
    Command::AnswerQuiz { item, who: person(who), key: key(u32::from(who)), version: 1, content, now_ms }
}

fn call(who: u8, nickname: &str) -> Command {
    Command::ChooseNickname { who: person(who), nickname: line(nickname) }
}

fn close(number: u32) -> F {
    F::CloseQuestion { item: item(number) }
}

fn board(gathering: &Gathering, audience: Audience) -> LeaderboardView {
    let told = snapshot(&gathering.session, audience).into_iter().find_map(|change| match change {
        Change::Leaderboard { board } => Some(board),
        _ => None,
    });
    told.unwrap_or_default()
}

/// Place, nickname and points, as the projector is told.
fn rows(gathering: &Gathering) -> Vec<(u32, String, u32)> {
    let leaders = board(gathering, Audience::Presenter).leaders;
    leaders.into_iter().map(|leader| (leader.place, leader.nickname.to_string(), leader.points)).collect()
}

#[test]
fn a_right_answer_is_worth_all_of_the_points_at_once_and_half_of_them_at_the_end() {
    let quiz = |seconds, points| Quiz {
        options: Vec::new(),
        correct: Vec::new(),
        accepted: vec![heading("Oslo")],
        seconds,
        points,
    };
    let usual = quiz(20, 1_000);
    // 1000 × (1 − used / 40 s): at 0 s, 5.2 s, 10 s, 19.9 s, 20 s, and in time that was added.
    for (used_ms, worth) in
        [(0, 1_000), (5_200, 870), (10_000, 750), (19_900, 503), (20_000, 500), (35_000, 500)]
    {
        assert_eq!(usual.worth(used_ms), worth, "after {used_ms} ms");
    }
    // 502.5 is rounded up, 1 × 0.75 to 1, and 3 × 0.5 to 2.
    assert_eq!([usual.worth(19_900), quiz(20, 1).worth(10_000), quiz(5, 3).worth(5_000)], [503, 1, 2]);
    assert_eq!([quiz(600, 0).worth(0), quiz(600, 100_000).worth(300_000)], [0, 75_000]);
}

#[test]
fn a_typed_answer_is_compared_without_case_extra_spaces_and_punctuation_at_its_end() {
    for same in ["karl johans gate", "Karl  Johans\u{a0}gate!", " KARL JOHANS GATE. ", "Karl Johans gate ?!"]
    {
        assert_eq!(spelling(same), "karl johans gate", "{same:?}");
    }
    assert_ne!(spelling("blå"), spelling("bla"), "accents tell words apart");
    assert_ne!(spelling("3,5"), spelling("35"), "punctuation inside is part of it");
}

#[test]
fn showing_a_question_starts_its_clock_and_what_comes_too_late_is_refused() {
    let mut gathering = playing();
    let ends = gathering.session.next_due_ms().expect("the clock closes the question");
    assert_eq!(ends, gathering.now_ms + 120_000);
    gathering.now_ms = ends - STEP_MS - 1;
    let mut in_time = gathering.clone();
    assert!(in_time.when(pick(&in_time, 1, 1)).is_ok());
    gathering.now_ms += 1;
    gathering.refuses(pick(&gathering, 2, 1), Rejection::QuestionClosed);
    let mut gathering = gathering.given(Command::TimeUp { now_ms: ends });
    gathering.refuses(pick(&gathering, 2, 1), Rejection::QuestionClosed);
}

#[test]
fn a_pause_does_not_count_and_neither_does_time_that_is_added() {
    // Each step takes seven seconds: 7 s run, then 14 s stand still, then 7 s run until the answer.
    let gathering =
        playing().given(F::PauseTimer).given(F::ExtendTimer { seconds: 60 }).given(F::ResumeTimer);
    let gathering = gathering.clone().given(pick(&gathering, 1, 1));
    let used = gathering.log.iter().rev().find_map(|row| match row.event {
        Event::AnswerGiven { used_ms, .. } => Some(used_ms),
        _ => None,
    });
    assert_eq!(used, Some(Some(14_000)));
    // 1000 × (1 − 14 / 240) = 941.67
    assert_eq!(gathering.given(close(2)).session.players.points_of(person(1)), 942);
}

#[test]
fn the_clock_of_a_question_that_is_open_can_be_neither_replaced_nor_taken_away() {
    let mut gathering = playing();
    gathering.refuses(F::StopTimer, Rejection::QuizHasClock);
    gathering.refuses(F::StartTimer { timer: None }, Rejection::QuizHasClock);
    let planned = ItemPlan { timer: Some(Default::default()), ..quiz(2, &[0]) };
    gathering.refuses(F::AddItem { plan: planned, index: None }, Rejection::TimerOutOfBounds);
    gathering.refuses(F::OpenQuestion { item: item(3) }, Rejection::QuizNotShown);
    let mut gathering = gathering.given(close(2));
    assert_eq!(gathering.session.timer, None, "nothing is left to count down");
    // Nobody has answered, so it can open once more, with all of its time.
    gathering.when(F::OpenQuestion { item: item(2) }).unwrap();
    assert_eq!(gathering.session.next_due_ms(), Some(gathering.now_ms + 120_000));
}

#[test]
fn the_first_answer_counts_and_a_question_that_is_over_stays_so_until_it_is_reset() {
    let mut gathering = playing();
    let first = pick(&gathering, 1, 0);
    gathering.when(first.clone()).unwrap();
    assert!(matches!(gathering.when(first), Ok(Decision::Known(_))), "a resend changes nothing");
    let again = |gathering: &Gathering, name, version| Command::AnswerQuiz {
        item: item(2),
        who: person(1),
        key: key(name),
        version,
        content: AnswerContent::QuizChoice { option: 1 },
        now_ms: gathering.now_ms,
    };
    for (name, version) in [(1, 2), (7, 1)] {
        gathering.refuses(again(&gathering, name, version), Rejection::AnswerIsFinal);
    }
    gathering.refuses(withdraw(2, 1, 1, 2), Rejection::AnswerIsFinal);
    gathering.refuses(
        give_content(2, 3, 3, 1, AnswerContent::QuizChoice { option: 1 }),
        Rejection::AnswerOfOtherKind,
    );
    gathering.refuses(F::StartSecondRound { item: item(2) }, Rejection::NoSecondRound);
    let mut gathering = gathering.given(F::Next).given(F::GoTo { item: item(2) });
    assert_eq!(gathering.session.timer, None, "what is right has been seen");
    gathering.refuses(F::OpenQuestion { item: item(2) }, Rejection::QuizIsOver);
    let mut gathering = gathering.given(F::ResetQuestion { item: item(2) });
    gathering.when(F::OpenQuestion { item: item(2) }).unwrap();
    gathering.when(again(&gathering, 8, 1)).unwrap();
}

#[test]
fn what_is_no_answer_or_no_question_of_a_quiz_is_refused() {
    let mut gathering = playing();
    gathering.refuses(pick(&gathering, 1, 4), Rejection::OptionUnknown);
    let typed = AnswerContent::QuizText { text: heading("Oslo") };
    gathering.refuses(answer_quiz(&gathering, 2, 1, typed), Rejection::AnswerOfOtherKind);
    gathering.refuses(type_in(&gathering, 1, "Glomma"), Rejection::QuestionNotOpen);
    let mut gathering = gathering.given(F::Next);
    gathering.refuses(type_in(&gathering, 1, " ?! "), Rejection::AnswerEmpty);
    let texts: Vec<String> = (0..21).map(|number| format!("svar {number}")).collect();
    let many: Vec<&str> = texts.iter().map(String::as_str).collect();
    let broken =
        [quiz(1, &[0]), quiz(3, &[]), quiz(3, &[3]), quiz(3, &[1, 1]), typed_quiz(&[]), typed_quiz(&many)];
    let change = |change: fn(&mut Quiz)| {
        set(quiz(3, &[0]), |question| {
            if let Ask::Quiz(quiz) = &mut question.ask {
                change(quiz);
            }
        })
    };
    let settings: [fn(&mut Quiz); 4] = [
        |quiz| quiz.seconds = 4,
        |quiz| quiz.seconds = 601,
        |quiz| quiz.points = 100_001,
        |quiz| quiz.accepted = vec![heading("Oslo")],
    ];
    for plan in broken.into_iter().chain(settings.map(change)) {
        gathering.refuses(F::AddItem { plan, index: None }, Rejection::QuizOutOfBounds);
    }
}

#[test]
fn neither_answers_nor_what_is_right_are_sent_to_the_room_before_the_end() {
    let gathering = playing().given(show(2, ResultsTo::Everyone));
    let gathering = gathering.clone().given(call(1, "Lyn")).given(pick(&gathering, 1, 1));
    for audience in [Audience::Presenter, Audience::Phone] {
        assert_eq!(tally(&gathering, audience), None);
        let told = serde_json::to_string(&snapshot(&gathering.session, audience)).unwrap();
        assert!(told.contains(r#""correct":[],"accepted":[]"#), "{told}");
    }
    let right = |gathering: &Gathering, audience| match tally(gathering, audience) {
        Some(TallyView::Quiz(summary)) => Some((summary.right, summary.correct)),
        _ => None,
    };
    assert_eq!(right(&gathering, Audience::Facilitator), Some((1, vec![1])));
    assert_eq!(own_quiz(&gathering.session, person(1)).answer, None);
    let over = gathering.clone().given(close(2));
    for audience in [Audience::Presenter, Audience::Phone] {
        assert_eq!(right(&over, audience), Some((1, vec![1])));
        let told = serde_json::to_string(&snapshot(&over.session, audience)).unwrap();
        assert!(told.contains(r#""correct":[1]"#), "{told}");
    }
    // Results that the facilitator keeps stay hidden, and nothing is counted.
    let kept = gathering.given(show(2, ResultsTo::Facilitator)).given(close(2));
    assert_eq!((tally(&kept, Audience::Presenter), rows(&kept)[0].2), (None, 0));
    assert_eq!(own_quiz(&kept.session, person(1)).answer, None);
    assert_eq!(rows(&kept.given(show(2, ResultsTo::Projector)))[0].2, rows(&over)[0].2);
}

#[test]
fn equal_points_share_a_place_and_stand_in_the_order_of_names() {
    let mut gathering = playing();
    for (who, name) in [(1, "Rypa"), (2, "elgen"), (3, "Lyn"), (4, "Bever"), (5, "Jerv")] {
        gathering = gathering.given(call(who, name));
    }
    gathering.now_ms = MORNING_MS + STEP_MS;
    for (who, option) in [(1, 1), (2, 1), (3, 1), (4, 0)] {
        gathering = gathering.clone().given(pick(&gathering, who, option));
        // The second and the third answer at the same moment.
        if who == 2 {
            gathering.now_ms -= STEP_MS;
        }
    }
    assert!(rows(&gathering).iter().all(|(place, _, points)| (*place, *points) == (1, 0)), "not yet counted");
    let gathering = gathering.given(close(2));
    let told = rows(&gathering);
    let told: Vec<(u32, &str)> = told.iter().map(|(place, name, _)| (*place, name.as_str())).collect();
    assert_eq!(told, [(1, "Rypa"), (2, "elgen"), (2, "Lyn"), (4, "Bever"), (4, "Jerv")]);
    let own = own_quiz(&gathering.session, person(3));
    let worth = own.points;
    assert_eq!((own.place, own.players), (Some(2), 5));
    assert_eq!(own.answer, Some(OwnQuizAnswer { item: item(2), right: true, points: worth }));
    let late = own_quiz(&gathering.session, person(5));
    assert_eq!((late.place, late.points, late.answer), (Some(4), 0, None));
}

#[test]
fn a_row_tells_the_place_before_the_latest_question() {
    let gathering = playing().given(call(1, "Rypa")).given(call(2, "Lyn"));
    let gathering = gathering.clone().given(pick(&gathering, 1, 1)).given(close(2));
    let before = |gathering: &Gathering| -> Vec<(String, u32, Option<u32>)> {
        let leaders = board(gathering, Audience::Presenter).leaders;
        leaders.into_iter().map(|row| (row.nickname.to_string(), row.place, row.before)).collect()
    };
    assert_eq!(before(&gathering), [("Rypa".into(), 1, None), ("Lyn".into(), 2, None)]);
    let gathering = gathering.given(F::Next);
    let gathering = gathering.clone().given(type_in(&gathering, 2, "glomma.")).given(F::Next);
    assert_eq!(before(&gathering), [("Lyn".into(), 1, Some(2)), ("Rypa".into(), 2, Some(1))]);
    let told = board(&gathering, Audience::Facilitator);
    assert_eq!((told.counted, told.questions, told.players), (2, 2, 2));
}

#[test]
fn a_spelling_that_is_accepted_afterwards_gives_points_to_all_who_wrote_so_and_can_be_undone() {
    let mut gathering = playing().given(F::GoTo { item: item(3) });
    for (who, text) in [(1, "Glåma"), (2, "glåma!"), (3, "Lågen")] {
        gathering = gathering.clone().given(type_in(&gathering, who, text));
    }
    let points =
        |gathering: &Gathering| [1, 2, 3].map(|who| gathering.session.players.points_of(person(who)) > 0);
    let mut gathering = gathering.given(close(3));
    assert_eq!(points(&gathering), [false; 3]);
    let accept = |text| F::AcceptQuizAnswer { item: item(3), text: heading(text) };
    gathering.refuses(accept("..."), Rejection::AnswerEmpty);
    let mut gathering = gathering.given(accept("Glåma"));
    gathering.is_so_already(accept("GLÅMA"));
    assert_eq!(points(&gathering), [true, true, false]);
    gathering
        .refuses(F::AcceptQuizAnswer { item: item(2), text: heading("Ja") }, Rejection::AnswerOfOtherKind);
    gathering.refuses(F::AcceptQuizAnswer { item: item(1), text: heading("Ja") }, Rejection::NotAQuestion);
    assert_eq!(points(&gathering.given(F::UndoProgramme)), [false; 3]);
}

#[test]
fn the_room_is_shown_no_foul_answers_and_few_wrong_ones() {
    let mut gathering = playing().given(F::GoTo { item: item(3) });
    let texts = ["Glomma", "fitte", "a", "b", "c", "d", "e", "f"];
    for (who, text) in (1..).zip(texts) {
        gathering = gathering.clone().given(type_in(&gathering, who, text));
    }
    let gathering = gathering.given(close(3));
    let typed = |audience| {
        let mut summaries =
            snapshot(&gathering.session, audience).into_iter().filter_map(|change| match change {
                Change::Tally { item: of, tally: Some(TallyView::Quiz(summary)), .. } if of == item(3) => {
                    Some(summary)
                }
                _ => None,
            });
        let summary = summaries.next_back().unwrap();
        summary.typed.into_iter().map(|answer| answer.text).collect::<Vec<_>>()
    };
    assert_eq!(typed(Audience::Presenter), ["Glomma", "a", "b", "c", "d", "e"]);
    assert_eq!(typed(Audience::Facilitator).len(), texts.len());
}

#[test]
fn a_nickname_is_short_visible_decent_and_nobody_elses() {
    let mut gathering = playing();
    for (wished, refusal) in [
        ("x", Rejection::NicknameOutOfBounds),
        ("   ", Rejection::NicknameOutOfBounds),
        ("enogtyve bokstaver her", Rejection::NicknameOutOfBounds),
        ("Re\u{200b}ven", Rejection::TextUnprintable),
        ("en fitte", Rejection::NicknameListed),
        ("big CUNT", Rejection::NicknameListed),
    ] {
        gathering.refuses(call(1, wished), refusal);
    }
    let mut gathering = gathering.given(call(1, "  Stille   vann "));
    gathering.is_so_already(call(1, "Stille vann"));
    gathering.refuses(call(1, "Lyn"), Rejection::NicknameStands);
    gathering.refuses(call(2, "STILLE VANN"), Rejection::NicknameTaken);
    let mut gathering = gathering.given(call(2, "Åse")).given(F::EndSession);
    gathering.refuses(call(3, "Sen"), Rejection::SessionEnded);
}

#[test]
fn a_nickname_that_is_removed_leaves_all_screens_can_come_back_and_is_erased_at_last() {
    let gathering = playing().given(call(1, "Rypa")).given(call(2, "Lyn"));
    let mut gathering = gathering.clone().given(pick(&gathering, 1, 1)).given(close(2));
    let rypa = F::RemoveNickname { player: PlayerId(1) };
    gathering.refuses(F::RemoveNickname { player: PlayerId(9) }, Rejection::NoSuchNickname);
    let mut gathering = gathering.given(rypa.clone());
    gathering.is_so_already(rypa.clone());
    assert_eq!(rows(&gathering), [(1, "Lyn".into(), 0)]);
    assert_eq!(board(&gathering, Audience::Presenter).removed, []);
    assert_eq!(board(&gathering, Audience::Facilitator).removed[0].nickname.as_str(), "Rypa");
    let own = own_quiz(&gathering.session, person(1));
    assert!(own.nickname.is_none() && own.name_removed && own.place.is_none() && own.points > 900);
    gathering.refuses(call(3, "rypa"), Rejection::NicknameTaken);
    let back = gathering.clone().given(F::RestoreNickname { player: PlayerId(1) });
    assert_eq!(rows(&back)[0].1, "Rypa");
    // Who has chosen another keeps it, with the points.
    let mut renamed = gathering.clone().given(call(1, "Jerv"));
    renamed.refuses(F::RestoreNickname { player: PlayerId(1) }, Rejection::NicknameStands);
    assert_eq!(rows(&renamed)[0].1, "Jerv");
    let erased = gathering.given(erase_all());
    assert!(!format!("{:?}", erased.session).contains("Rypa"));
    assert_eq!(erased.erasable.len(), 1, "the row that holds it goes");
    erased.given(call(3, "Rypa"));
}

#[test]
fn when_a_session_is_sealed_all_nicknames_are_erased() {
    let gathering =
        playing().given(call(1, "Rypa")).given(call(2, "Lyn")).given(F::EndSession).given(Command::Seal);
    assert!(gathering.session.players.is_empty());
    assert_eq!(gathering.erasable.len(), 2);
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn resends_in_any_order_give_the_points_of_the_first_arrival(
        arrivals in prop::collection::vec((0u8..6, 0u8..2, 0i64..19_000), 1..40),
    ) {
        let mut gathering = playing();
        let start = gathering.now_ms;
        let mut arrivals = arrivals;
        arrivals.sort_by_key(|(_, _, after)| *after);
        let mut expected = [None; 6];
        for (who, option, after) in arrivals {
            // What a phone sends again is what it sent at first.
            let content = AnswerContent::QuizChoice { option: (who + option) % 2 };
            let command = Command::AnswerQuiz {
                item: item(2),
                who: person(who),
                key: key(u32::from(who)),
                version: 1,
                content,
                now_ms: start + after,
            };
            gathering.when(command).unwrap();
            expected[usize::from(who)].get_or_insert(((who + option) % 2 == 1, after));
        }
        let gathering = gathering.given(close(2));
        for (who, first) in (0u8..).zip(expected) {
            let worth = first.map_or(0.0, |(right, after)| {
                let used = (after - after % 100) as f64;
                if right { (1_000.0 * (1.0 - used / 240_000.0)).round() } else { 0.0 }
            });
            prop_assert_eq!(gathering.session.players.points_of(person(who)), worth as u32);
        }
    }
}
