//! The clock beside an item: what it counts down, and what it closes.

use plenum::session::{ClosedBy, Phase, Stretch, Timer, TimerPlan};

use super::*;

fn clock(seconds: &[u32]) -> TimerPlan {
    let stretch = |&seconds: &u32| Stretch { label: Heading::default(), seconds };
    TimerPlan { stretches: seconds.iter().map(stretch).collect(), ..TimerPlan::default() }
}

fn start(seconds: &[u32]) -> F {
    F::StartTimer { timer: Some(clock(seconds)) }
}

fn timer(gathering: &Gathering) -> &Timer {
    gathering.session.timer.as_ref().expect("a clock runs")
}

/// Seconds that the clock has run by now.
fn elapsed(gathering: &Gathering) -> i64 {
    timer(gathering).elapsed_at(gathering.now_ms) / 1_000
}

/// What an audience is told of the clock.
fn told(gathering: &Gathering, audience: Audience) -> Option<i64> {
    snapshot(&gathering.session, audience).into_iter().find_map(|change| match change {
        Change::Timer { timer } => timer.map(|timer| timer.elapsed_ms),
        _ => None,
    })
}

/// A talk whose clock starts by itself, a talk without one, and a question that closes after ten seconds.
fn timed() -> Gathering {
    let by_itself = TimerPlan { starts_itself: true, ..clock(&[120, 120]) };
    let closing = TimerPlan { starts_itself: true, closes_question: true, ..clock(&[10]) };
    Gathering::of(vec![
        ItemPlan { timer: Some(by_itself), ..talk("To og to") },
        talk("Uten klokke"),
        ItemPlan { timer: Some(closing), ..choice(3, 1) },
    ])
}

#[test]
fn a_clock_stands_still_while_it_is_paused_and_goes_on_from_there() {
    // Each command comes seven seconds after the one before.
    let gathering = timed().given(F::GoTo { item: item(1) }).given(F::PauseTimer);
    assert_eq!(elapsed(&gathering), 7);
    let mut gathering = gathering.given(F::ResumeTimer);
    assert_eq!(elapsed(&gathering), 7);
    gathering.is_so_already(F::ResumeTimer);
    assert_eq!(elapsed(&gathering), 14);
    for audience in [Audience::Phone, Audience::Presenter, Audience::Facilitator] {
        assert_eq!(told(&gathering, audience), Some(7_000));
    }
}

#[test]
fn skipping_goes_to_the_end_of_the_stretch_and_more_time_lengthens_the_one_that_runs() {
    let gathering = timed().given(F::GoTo { item: item(1) }).given(F::ExtendTimer { seconds: 60 });
    assert_eq!((timer(&gathering).stretches[0].seconds, elapsed(&gathering)), (180, 7));
    let gathering = gathering.given(F::SkipStretch);
    assert_eq!(elapsed(&gathering), 180);
    let gathering = gathering.given(F::ExtendTimer { seconds: 30 });
    assert_eq!((timer(&gathering).stretches[1].seconds, elapsed(&gathering)), (150, 187));
    let gathering = gathering.given(F::SkipStretch).given(F::SkipStretch);
    assert_eq!(elapsed(&gathering), 330, "there is nothing after the last stretch");
    let gathering = gathering.given(F::ExtendTimer { seconds: 60 });
    assert_eq!((timer(&gathering).stretches[1].seconds, elapsed(&gathering)), (210, 330));
}

#[test]
fn time_that_is_added_after_the_end_runs_from_when_it_was_added() {
    let mut gathering = timed().given(F::GoTo { item: item(2) }).given(start(&[5]));
    gathering.now_ms += 60_000;
    let gathering = gathering.given(F::ExtendTimer { seconds: 60 });
    let timer = timer(&gathering);
    assert_eq!(timer.ends_ms(), Some(gathering.now_ms + 60_000));
}

#[test]
fn leaving_an_item_takes_its_clock_away_and_so_do_the_waiting_room_and_the_end() {
    for leaving in [F::Next, F::Back, F::EndSession, F::StopTimer] {
        let gathering = timed().given(F::GoTo { item: item(1) }).given(leaving);
        assert_eq!((told(&gathering, Audience::Phone), gathering.session.timer), (None, None));
    }
}

#[test]
fn a_clock_needs_an_item_a_plan_and_stretches_that_somebody_can_wait_for() {
    let mut gathering = timed();
    gathering.refuses(start(&[60]), Rejection::NoTimer);
    for command in [F::PauseTimer, F::ResumeTimer, F::SkipStretch, F::ExtendTimer { seconds: 60 }] {
        gathering.refuses(command, Rejection::NoTimer);
    }
    gathering.is_so_already(F::StopTimer);
    let mut gathering = gathering.given(F::GoTo { item: item(2) });
    gathering.refuses(F::StartTimer { timer: None }, Rejection::NoTimer);
    for seconds in [&[][..], &[4], &[60, 14_401], &[5; 13]] {
        gathering.refuses(start(seconds), Rejection::TimerOutOfBounds);
        let plan = ItemPlan { timer: Some(clock(seconds)), ..talk("Klokke") };
        gathering.refuses(F::AddItem { plan, index: None }, Rejection::TimerOutOfBounds);
    }
    let mut gathering = gathering.given(start(&[5, 14_400]));
    gathering.refuses(F::ExtendTimer { seconds: 4 }, Rejection::TimerOutOfBounds);
    let mut gathering = gathering.given(F::GoTo { item: item(1) }).given(F::StopTimer);
    gathering.when(F::StartTimer { timer: None }).unwrap();
    assert_eq!(timer(&gathering).stretches.len(), 2);
}

#[test]
fn a_question_closes_when_its_clock_has_run_out_and_not_before_and_only_once() {
    let mut gathering = timed().given(F::GoTo { item: item(3) });
    let ends = gathering.session.next_due_ms().unwrap();
    assert_eq!(ends, gathering.now_ms + 10_000);
    gathering.is_so_already(Command::TimeUp { now_ms: ends - 1 });
    let closed = Event::QuestionClosed { item: item(3), by: ClosedBy::Hand };
    gathering.leads_to(Command::TimeUp { now_ms: ends }, vec![closed, Event::TimerRanOut { item: item(3) }]);
    assert_eq!(gathering.question(3).phase, Phase::Closed(ClosedBy::Hand));
    // Opened once more by hand, it stays open.
    let mut gathering = gathering.given(F::OpenQuestion { item: item(3) });
    gathering.is_so_already(Command::TimeUp { now_ms: ends + 60_000 });
    assert_eq!((gathering.question(3).phase, gathering.session.next_due_ms()), (Phase::Open, None));
}

#[test]
fn a_question_that_stays_closed_is_shown_again_without_its_clock() {
    let gathering = timed()
        .given(F::GoTo { item: item(3) })
        .given(F::CloseQuestion { item: item(3) })
        .given(F::Back)
        .given(F::GoTo { item: item(3) });
    assert_eq!(gathering.session.timer, None);
}

#[test]
fn a_clock_survives_a_restart_as_it_ran() {
    let gathering = timed().given(F::GoTo { item: item(1) }).given(F::PauseTimer).given(F::ResumeTimer);
    let (again, _) = Session::replay(gathering.log.iter().cloned().map(Some));
    assert_eq!(again.timer, gathering.session.timer);
}
