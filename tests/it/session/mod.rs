//! The core by given, when, then: commands against a session that is nothing but a value.

mod answers;
mod archives;
mod asked;
mod choice;
mod cloud;
mod dots;
mod grid;
mod layout;
mod links;
mod moderation;
mod notes;
mod number;
mod others;
mod parsing;
mod pictures;
mod piling;
mod points;
mod programme;
mod quiz;
mod ranking;
mod refusals;
mod results_plan;
mod roles;
mod rounds;
mod scales;
mod signals;
mod sorting;
mod statements;
mod survey;
mod themes;
mod timer;
mod views;

mod histories;
mod page;
mod properties;

use std::collections::BTreeSet;

use plenum::session::{
    Amount, Answer, AnswerContent, AnswerId, AnswerKey, AnswerText, Ask, Audience, Axis, Change, Choice,
    Command, Decision, Details, Dot, Dots, Effects, Event, FacilitatorCommand, Grid, GridPlace, Heading,
    ItemContent, ItemId, ItemPlan, Limits, Line, Moderation, Number, OpenText, OtherPlace, OtherText,
    Paragraph, Plan, Points, Pseudonym, Quadrants, Question, QuestionState, Quiz, Ranking, Recorded,
    Rejection, ResultsTo, Scales, Session, TallyView, ThemeId, ThemeSuggestion, WordCloud, create, decide,
    snapshot,
};

use FacilitatorCommand as F;

/// A Saturday morning in November 2026, on the minute.
const MORNING_MS: i64 = 1_795_248_000_000;
/// How much later each command comes.
const STEP_MS: i64 = 7_000;

/// A session with the log it was folded from.
#[derive(Clone)]
struct Gathering {
    session: Session,
    log: Vec<Recorded>,
    erasable: BTreeSet<u64>,
    now_ms: i64,
    limits: Limits,
}

impl Gathering {
    /// Given this programme.
    fn of(items: Vec<ItemPlan>) -> Self {
        let mut gathering = Gathering {
            session: Session::default(),
            log: Vec::new(),
            erasable: BTreeSet::new(),
            now_ms: MORNING_MS,
            limits: Limits { participants_max: 1_000, answers_max: 1_000 },
        };
        let created = create(plan(items)).expect("the plan holds");
        gathering.record(vec![created]);
        gathering
    }

    /// Given that this was done.
    fn given(mut self, command: impl Into<Command>) -> Self {
        let command = command.into();
        if let Err(rejection) = self.when(command.clone()) {
            panic!("given {command:?}, refused with {rejection:?}");
        }
        self
    }

    /// When this is asked: decides, and records what comes of it.
    fn when(&mut self, command: impl Into<Command>) -> Result<Decision, Rejection> {
        self.step(command).map(|(decision, _)| decision)
    }

    /// As `when`, with what it touched.
    fn step(&mut self, command: impl Into<Command>) -> Result<(Decision, Effects), Rejection> {
        self.now_ms += STEP_MS;
        let decision = decide(&self.session, &command.into(), &self.limits)?;
        let effects = match &decision {
            Decision::Events(events) => self.record(events.clone()),
            Decision::Known(_) => Effects::default(),
        };
        Ok((decision, effects))
    }

    /// When this is asked, then it is refused, and nothing has happened.
    #[track_caller]
    fn refuses(&mut self, command: impl Into<Command>, rejection: Rejection) {
        assert_eq!(self.when(command), Err(rejection));
    }

    /// When this is asked, then nothing needs to happen.
    #[track_caller]
    fn is_so_already(&mut self, command: impl Into<Command>) {
        assert_eq!(self.when(command), Ok(Decision::Events(Vec::new())));
    }

    /// When this is asked, then these are the facts.
    #[track_caller]
    fn leads_to(&mut self, command: impl Into<Command>, events: Vec<Event>) {
        assert_eq!(self.when(command), Ok(Decision::Events(events)));
    }

    fn record(&mut self, events: Vec<Event>) -> Effects {
        let mut effects = Effects::default();
        for event in events {
            let recorded = Recorded::new(self.now_ms, event);
            effects.merge(self.session.apply(&recorded));
            self.log.push(recorded);
        }
        self.erasable.extend(&effects.erasable);
        effects
    }

    fn question(&self, number: u32) -> &QuestionState {
        &self.session.questions[&item(number)]
    }

    /// Texts that count, in the order they came.
    fn texts(&self, number: u32) -> Vec<&str> {
        let standing = self.question(number).standing.values();
        standing.filter_map(|answer: &Answer| answer.content.text()).collect()
    }

    /// Headings with the numbers of their answers, and the numbers of the rest.
    fn themes(&self, number: u32) -> (Vec<(String, Vec<u32>)>, Vec<u32>) {
        let question = self.question(number);
        let arrangement = question.arrangement();
        let numbers = |answers: &[AnswerId]| answers.iter().map(|answer| answer.0).collect();
        let themes = arrangement.themes.iter();
        (
            themes.map(|theme| (theme.label.to_string(), numbers(&theme.answers))).collect(),
            numbers(&arrangement.rest),
        )
    }
}

/// So many random cases; what fails is fixed or written out as a test of its own, so no seeds are kept.
fn cases(cases: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config {
        cases,
        failure_persistence: None,
        ..proptest::test_runner::Config::default()
    }
}

fn plan(items: Vec<ItemPlan>) -> Plan {
    Plan { details: Details { title: line("Samling 3"), ..Details::default() }, items, ..Plan::default() }
}

/// A talk, an open question with three answers each of at most 40 characters, and a ranking of four.
fn gathering() -> Gathering {
    Gathering::of(vec![talk("Velkommen"), open_text(3), ranking(4, 4)])
}

/// The same with the open question, number 2, shown and open.
fn asking() -> Gathering {
    gathering().given(F::GoTo { item: item(2) })
}

/// The same with three answers: 1 and 2 of the first person, 3 of the second.
fn answered() -> Gathering {
    asking().given(give(2, 1, 1, 1, "Bedre flyt")).given(give(2, 1, 2, 1, "Kortere vei")).given(give(
        2,
        2,
        3,
        1,
        "Felles mål",
    ))
}

/// What an audience sees of question 2 adds up to this.
fn tally(gathering: &Gathering, audience: Audience) -> Option<TallyView> {
    snapshot(&gathering.session, audience).into_iter().find_map(|change| match change {
        Change::Tally { item: of, tally, .. } if of == item(2) => tally,
        Change::Results { item: of, results } if of == item(2) => results?.tally,
        _ => None,
    })
}

fn talk(what: &str) -> ItemPlan {
    item_plan(what, ItemContent::Talk)
}

fn open_text(answers_max: u8) -> ItemPlan {
    asked(Ask::OpenText(OpenText { answers_max, length_max: 40 }))
}

fn ranking(options: u8, top: u8) -> ItemPlan {
    let options = (1..=options).map(|number| heading(&format!("Tiltak {number}"))).collect();
    asked(Ask::Ranking(Ranking { options, top }))
}

fn choice(options: u8, most: u8) -> ItemPlan {
    let options = (1..=options).map(|number| heading(&format!("Svar {number}"))).collect();
    asked(Ask::Choice(Choice { options, most, correct: Vec::new(), pictures: Vec::new(), other: false }))
}

/// A choice in which something else can be written.
fn offering(options: u8, most: u8) -> ItemPlan {
    set(choice(options, most), |question| {
        if let Ask::Choice(choice) = &mut question.ask {
            choice.other = true;
        }
    })
}

fn other(words: &str) -> OtherText {
    OtherText::parse(words).unwrap()
}

fn scales(statements: u8, steps: u8) -> ItemPlan {
    let statements = (1..=statements).map(|number| heading(&format!("Utsagn {number}"))).collect();
    asked(Ask::Scales(Scales { statements, steps, low: heading("Uenig"), high: heading("Enig") }))
}

fn points(options: u8) -> ItemPlan {
    let options = (1..=options).map(|number| heading(&format!("Tiltak {number}"))).collect();
    asked(Ask::Points(Points { options }))
}

/// So many items on a plane without names for its parts.
fn grid(items: u8) -> ItemPlan {
    let items = (1..=items).map(|number| heading(&format!("Tiltak {number}"))).collect();
    let axis = |name, low, high| Axis { name: heading(name), low: heading(low), high: heading(high) };
    let (x, y) = (axis("Innsats", "Liten", "Stor"), axis("Nytte", "Lav", "Høy"));
    asked(Ask::Grid(Box::new(Grid { x, y, items, quadrants: Quadrants::default() })))
}

/// From 0 to 100 in halves.
/// A question with up to three dots on a picture that the session keeps from the start.
fn dots() -> ItemPlan {
    pictures::pictured(asked(Ask::Dots(Dots { dots_max: 3 })), pictures::picture(9))
}

fn number() -> ItemPlan {
    let bound = |whole: i64| Some(Amount::of_thousandths(whole * 1_000));
    let (least, most) = (bound(0), bound(100));
    asked(Ask::Number(Number { least, most, decimals: 1, ..Number::default() }))
}

fn cloud(answers_max: u8) -> ItemPlan {
    asked(Ask::WordCloud(WordCloud { answers_max }))
}

/// So many options, of which these are right, two minutes and a thousand points.
fn quiz(options: u8, correct: &[u8]) -> ItemPlan {
    let options = (1..=options).map(|number| heading(&format!("Valg {number}"))).collect();
    quiz_of(options, correct, &[])
}

/// Where people type.
fn typed_quiz(accepted: &[&str]) -> ItemPlan {
    quiz_of(Vec::new(), &[], accepted)
}

fn quiz_of(options: Vec<Heading>, correct: &[u8], accepted: &[&str]) -> ItemPlan {
    let accepted = accepted.iter().map(|text| heading(text)).collect();
    let (correct, seconds, points) = (correct.to_vec(), 120, 1_000);
    asked(Ask::Quiz(Box::new(Quiz { options, correct, accepted, seconds, points })))
}

fn asked(ask: Ask) -> ItemPlan {
    let prompt = Paragraph::parse("Hva er viktigst?").unwrap();
    item_plan("", ItemContent::Question(Question::new(prompt, ask)))
}

fn item_plan(what: &str, content: ItemContent) -> ItemPlan {
    ItemPlan {
        starts: None,
        ends: None,
        what: line(what),
        how: Paragraph::default(),
        who: Line::default(),
        timer: None,
        content,
    }
}

/// A question with other settings than the usual.
fn set(mut plan: ItemPlan, change: impl FnOnce(&mut Question)) -> ItemPlan {
    if let ItemContent::Question(question) = &mut plan.content {
        change(question);
    }
    plan
}

/// A question whose answers wait for the facilitator.
fn moderated(plan: ItemPlan, moderation: Moderation) -> ItemPlan {
    set(plan, |question| question.moderation = moderation)
}

/// A question whose results wait for so many people.
fn shown_from(plan: ItemPlan, from_people: u32) -> ItemPlan {
    set(plan, |question| question.results.from_people = from_people)
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn heading(text: &str) -> Heading {
    Heading::parse(text).unwrap()
}

fn item(number: u32) -> ItemId {
    ItemId(number)
}

fn answer(number: u32) -> AnswerId {
    AnswerId(number)
}

fn answers(numbers: &[u32]) -> Vec<AnswerId> {
    numbers.iter().copied().map(AnswerId).collect()
}

fn theme(number: u32) -> ThemeId {
    ThemeId(number)
}

fn person(number: u8) -> Pseudonym {
    Pseudonym([0xa0 + number; 16])
}

fn key(number: u32) -> AnswerKey {
    AnswerKey::try_from(format!("key-of-a-phone-{number:07}")).unwrap()
}

fn text(words: &str) -> AnswerContent {
    AnswerContent::Text { text: AnswerText::parse(words).unwrap() }
}

fn order(options: &[u8]) -> AnswerContent {
    AnswerContent::Ranking { order: options.to_vec() }
}

fn give(question: u32, who: u8, name: u32, version: u32, words: &str) -> Command {
    give_content(question, who, name, version, text(words))
}

fn rank(question: u32, who: u8, name: u32, version: u32, options: &[u8]) -> Command {
    give_content(question, who, name, version, order(options))
}

fn give_content(question: u32, who: u8, name: u32, version: u32, content: AnswerContent) -> Command {
    Command::GiveAnswer { item: item(question), who: person(who), key: key(name), version, content }
}

fn withdraw(question: u32, who: u8, name: u32, version: u32) -> Command {
    Command::WithdrawAnswer { item: item(question), who: person(who), key: key(name), version }
}

fn suggest(question: u32, themes: &[(Option<u32>, &str, &[u32])]) -> Command {
    let themes = themes
        .iter()
        .map(|(id, label, numbers)| ThemeSuggestion {
            id: id.map(ThemeId),
            label: heading(label),
            answers: answers(numbers),
            typical: None,
        })
        .collect();
    Command::SuggestThemes { item: item(question), themes, families: Vec::new() }
}

/// A tap with all headings shown and time to read.
fn sort(gathering: &Gathering, who: u8, number: u32, under: Option<u32>) -> Command {
    let shown = gathering.question(2).sort.as_ref().map_or(0, |sort| sort.listed());
    tapped(who, number, under, shown)
}

/// A tap on an answer to question 2 with the first so many headings shown.
fn tapped(who: u8, number: u32, under: Option<u32>, shown: u8) -> Command {
    Command::SortAnswer {
        item: item(2),
        who: person(who),
        answer: answer(number),
        theme: under.map(ThemeId),
        shown,
        weight: plenum::session::FULL_WEIGHT,
    }
}

fn show(question: u32, to: ResultsTo) -> F {
    F::ShowResults { item: item(question), to }
}

fn remove(question: u32, number: u32) -> F {
    F::RemoveAnswer { item: item(question), answer: answer(number) }
}

fn restore(question: u32, number: u32) -> F {
    F::RestoreAnswer { item: item(question), answer: answer(number) }
}

/// Erases all that was removed until now.
fn erase_all() -> Command {
    Command::EraseRemoved { before_ms: i64::MAX }
}
