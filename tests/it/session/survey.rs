//! Questions at everybody's own pace: which, when, and how it stands with everything else that is shown.

use plenum::session::{ClosedBy, Phase, Stage, StagePhase, StageView, SurveyPlan, SurveyView};

use super::*;

fn of(items: &[u32]) -> SurveyPlan {
    SurveyPlan { items: items.iter().map(|number| item(*number)).collect(), ..SurveyPlan::default() }
}

fn plan_it(survey: SurveyPlan) -> F {
    F::PlanSurvey { survey: Some(survey) }
}

/// A talk and three questions.
fn prepared() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), open_text(1), choice(3, 1), scales(2, 5)])
}

fn stage(gathering: &Gathering, audience: Audience) -> StageView {
    let told = snapshot(&gathering.session, audience).into_iter().find_map(|change| match change {
        Change::Stage { stage } => Some(stage),
        _ => None,
    });
    told.expect("a page is told where the session stands")
}

fn survey(gathering: &Gathering) -> Option<SurveyView> {
    stage(gathering, Audience::Phone).survey
}

fn asked(gathering: &Gathering) -> Vec<u32> {
    survey(gathering).map(|survey| survey.items.iter().map(|item| item.id.0).collect()).unwrap_or_default()
}

fn open(gathering: &Gathering) -> Vec<u32> {
    let questions = gathering.session.questions.iter();
    questions.filter(|(_, question)| question.phase == Phase::Open).map(|(id, _)| id.0).collect()
}

#[test]
fn without_a_plan_every_question_is_asked() {
    let gathering = prepared().given(F::StartSurvey);
    assert_eq!((asked(&gathering), open(&gathering)), (vec![2, 3, 4], vec![2, 3, 4]));
    let stage = stage(&gathering, Audience::Phone);
    assert_eq!((stage.phase, stage.item), (StagePhase::Survey, None));
}

#[test]
fn the_questions_stand_in_the_programmes_order_and_are_told_when_it_opens() {
    let mut gathering = prepared().given(plan_it(of(&[4, 2])));
    assert_eq!((asked(&gathering), survey(&gathering).unwrap().planned), (vec![], vec![item(2), item(4)]));
    gathering.when(F::StartSurvey).unwrap();
    assert_eq!((asked(&gathering), open(&gathering)), (vec![2, 4], vec![2, 4]));
    gathering.is_so_already(F::StartSurvey);
    // They may be moved, and another may be added to the programme, which is not among them.
    let gathering = gathering
        .given(F::MoveItem { item: item(4), index: 0 })
        .given(F::AddItem { plan: choice(2, 1), index: None });
    assert_eq!(asked(&gathering), vec![4, 2]);
}

#[test]
fn a_question_that_was_open_or_closed_by_hand_is_open_in_the_survey() {
    let gathering = prepared()
        .given(F::CloseQuestion { item: item(3) })
        .given(F::GoTo { item: item(2) })
        .given(plan_it(of(&[2, 3])))
        .given(F::StartSurvey);
    assert_eq!(open(&gathering), vec![2, 3]);
    let gathering =
        prepared().given(F::GoTo { item: item(4) }).given(plan_it(of(&[2]))).given(F::StartSurvey);
    assert_eq!(open(&gathering), vec![2], "the question that was shown is left");
}

#[test]
fn everybody_answers_what_they_will_when_they_will() {
    let gathering = prepared()
        .given(F::StartSurvey)
        .given(give_content(4, 1, 1, 1, AnswerContent::Scales { marks: vec![Some(2), None] }))
        .given(give(2, 1, 2, 1, "Bedre flyt"))
        .given(give(2, 2, 3, 1, "Kortere vei"));
    assert_eq!(gathering.texts(2), ["Bedre flyt", "Kortere vei"]);
    let counts = |audience| {
        let told = snapshot(&gathering.session, audience).into_iter().filter_map(|change| match change {
            Change::Counts { item, people, .. } => Some((item.0, people)),
            _ => None,
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(counts(Audience::Presenter), [(2, 2), (3, 0), (4, 1)]);
    assert_eq!(counts(Audience::Phone), []);
    let results = |change: &Change| {
        matches!(change, Change::Answers { .. } | Change::Tally { .. } | Change::Results { .. })
    };
    assert!(
        !snapshot(&gathering.session, Audience::Presenter).iter().any(results),
        "answers are for afterwards"
    );
}

#[test]
fn a_closed_survey_says_so_and_can_be_opened_again() {
    let mut gathering = prepared().given(plan_it(of(&[2, 3]))).given(F::StartSurvey).given(F::CloseSurvey);
    assert_eq!((asked(&gathering), open(&gathering)), (vec![2, 3], vec![]));
    assert!(survey(&gathering).unwrap().closed);
    gathering.refuses(give(2, 1, 1, 1, "For sent"), Rejection::QuestionClosed);
    gathering.is_so_already(F::CloseSurvey);
    let gathering = gathering.given(F::StartSurvey);
    assert_eq!((open(&gathering), survey(&gathering).unwrap().closed), (vec![2, 3], false));
}

#[test]
fn looking_at_one_of_its_questions_closes_the_survey_for_good() {
    let gathering = prepared().given(F::StartSurvey).given(F::GoTo { item: item(3) });
    assert_eq!((open(&gathering), gathering.question(3).phase), (vec![], Phase::Closed(ClosedBy::Hand)));
    let gathering = gathering.given(F::GoTo { item: item(2) });
    assert_eq!(open(&gathering), [0; 0]);
}

#[test]
fn a_step_on_or_back_does_not_close_it_unawares() {
    let mut gathering = prepared().given(plan_it(of(&[3, 4]))).given(F::StartSurvey);
    for step in [F::Next, F::Back] {
        gathering.refuses(step, Rejection::SurveyRuns);
    }
    let closed = gathering.given(F::CloseSurvey);
    assert_eq!(closed.clone().given(F::Next).session.current(), Some(item(3)), "its answers are looked at");
    assert_eq!(closed.given(F::Back).session.stage, Stage::WaitingRoom);
}

#[test]
fn a_session_that_goes_on_after_all_goes_on_with_its_survey() {
    let gathering = prepared().given(plan_it(of(&[2, 4]))).given(F::StartSurvey).given(F::EndSession);
    assert_eq!(open(&gathering), [0; 0]);
    let gathering = gathering.given(F::ReopenSession);
    assert_eq!((gathering.session.stage, open(&gathering)), (Stage::Survey, vec![2, 4]));
    let mut gathering = gathering.given(F::CloseSurvey).given(F::EndSession);
    gathering.refuses(F::StartSurvey, Rejection::SessionEnded);
    let gathering = gathering.given(F::ReopenSession);
    assert_eq!(open(&gathering), [0; 0], "what was closed by hand stays closed");
}

#[test]
fn it_opens_and_closes_by_the_clock_once() {
    let mut gathering = prepared();
    let (opens_ms, closes_ms) = (gathering.now_ms + 3_600_000, gathering.now_ms + 7_200_000);
    let times = SurveyPlan { opens_ms: Some(opens_ms), closes_ms: Some(closes_ms), ..of(&[3]) };
    gathering.when(plan_it(times.clone())).unwrap();
    gathering.is_so_already(plan_it(times));
    assert_eq!(gathering.session.next_due_ms(), Some(opens_ms));
    gathering.is_so_already(Command::TimeUp { now_ms: opens_ms - 1 });
    gathering.when(Command::TimeUp { now_ms: opens_ms }).unwrap();
    assert_eq!((open(&gathering), gathering.session.next_due_ms()), (vec![3], Some(closes_ms)));
    gathering.is_so_already(Command::TimeUp { now_ms: closes_ms - 1 });
    gathering.when(Command::TimeUp { now_ms: closes_ms }).unwrap();
    assert_eq!((open(&gathering), gathering.session.next_due_ms()), (vec![], None));
    let mut gathering = gathering.given(F::StartSurvey);
    gathering.is_so_already(Command::TimeUp { now_ms: closes_ms + 1 });
}

#[test]
fn its_end_can_be_moved_while_it_runs_and_nothing_else() {
    let mut gathering = prepared().given(plan_it(of(&[2, 3]))).given(F::StartSurvey);
    let later = SurveyPlan { opens_ms: Some(0), closes_ms: Some(gathering.now_ms + 60_000), ..of(&[4]) };
    gathering.when(plan_it(later)).unwrap();
    assert_eq!((asked(&gathering), open(&gathering)), (vec![2, 3], vec![2, 3]));
    assert_eq!(survey(&gathering).unwrap().opens_ms, None);
    gathering.is_so_already(F::PlanSurvey { survey: None });
    let mut gathering = gathering.given(plan_it(of(&[])));
    assert_eq!(gathering.session.next_due_ms(), None);
    gathering.refuses(F::DeleteItem { item: item(3) }, Rejection::ItemIsCurrent);
    gathering.when(F::DeleteItem { item: item(4) }).unwrap();
}

#[test]
fn a_closed_survey_can_be_planned_for_another_day() {
    let gathering = prepared().given(plan_it(of(&[2]))).given(F::StartSurvey).given(F::CloseSurvey);
    let opens_ms = gathering.now_ms + 60_000;
    let again = SurveyPlan { opens_ms: Some(opens_ms), ..of(&[2, 3]) };
    let mut gathering = gathering.given(plan_it(again));
    assert!(survey(&gathering).unwrap().closed);
    gathering.when(Command::TimeUp { now_ms: opens_ms }).unwrap();
    assert_eq!(open(&gathering), vec![2, 3]);
    gathering.is_so_already(Command::TimeUp { now_ms: opens_ms });
}

#[test]
fn it_needs_questions_and_an_end_after_its_beginning() {
    let mut gathering = Gathering::of(vec![talk("Velkommen")]);
    gathering.refuses(F::StartSurvey, Rejection::SurveyEmpty);
    gathering.refuses(F::CloseSurvey, Rejection::NoSurvey);
    gathering.refuses(plan_it(of(&[1])), Rejection::NotAQuestion);
    gathering.refuses(plan_it(of(&[9])), Rejection::NoSuchItem);
    let reversed = SurveyPlan { opens_ms: Some(5), closes_ms: Some(5), ..of(&[]) };
    gathering.refuses(plan_it(reversed), Rejection::SurveyTimesReversed);
    // Planned, and then left without a question: it lets go of its time.
    let opens = SurveyPlan { opens_ms: Some(5), ..of(&[]) };
    let mut gathering = gathering.given(plan_it(opens)).given(Command::TimeUp { now_ms: 5 });
    assert_eq!((gathering.session.stage, gathering.session.next_due_ms()), (Stage::WaitingRoom, None));
    gathering.is_so_already(F::PlanSurvey { survey: None });
}

#[test]
fn what_is_no_question_any_more_when_it_closes_was_shown_until_then() {
    let gathering = prepared().given(F::ChangeItem { item: item(1), plan: open_text(1) });
    let gathering = gathering.given(F::StartSurvey).given(F::UndoProgramme).given(F::EndSession);
    let runs = |number| &gathering.session.programme.runs[&item(number)];
    assert_eq!(runs(1), runs(2));
    assert!(runs(1).iter().all(|run| run.to_ms == gathering.session.ended_ms));
}

#[test]
fn a_quiz_is_for_everybody_at_the_same_time() {
    let mut gathering = Gathering::of(vec![quiz(2, &[0]), open_text(1)]);
    gathering.refuses(plan_it(of(&[1, 2])), Rejection::QuizNotShown);
    let gathering = gathering.given(F::StartSurvey);
    assert_eq!((asked(&gathering), open(&gathering)), (vec![2], vec![2]));
}

#[test]
fn nobody_is_told_what_is_right_while_it_runs() {
    let solved: ItemPlan = serde_json::from_str(
        r#"{"content": {"kind": "question", "prompt": "Hvor mange?",
            "ask": {"type": "choice", "options": ["To", "Tre"], "most": 1, "correct": [1]}}}"#,
    )
    .unwrap();
    let gathering = Gathering::of(vec![solved]).given(F::StartSurvey);
    for audience in [Audience::Phone, Audience::Presenter] {
        let told = serde_json::to_string(&stage(&gathering, audience)).unwrap();
        assert!(!told.contains("correct"), "{told}");
    }
}
