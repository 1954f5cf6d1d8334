//! Logs that earlier versions wrote are folded as they were: stored facts are added to, never rewritten.
//!
//! Each `tests/fixtures/logs/N.jsonl` is the log of one session as version N wrote it, with the minutes it made beside
//! it. A log here is never changed; a new form of an event gets a new file. The minutes beside it change only when
//! minutes are worded otherwise, never in what they say happened.

use std::fs;
use std::path::PathBuf;

use plenum::export::{self, MinutesOptions};
use plenum::session::{
    AnswerContent, AnswerId, AnswerKey, AnswerText, AskedId, AskedPlace, AskedText, Command, Concept,
    Decision, Event, FacilitatorCommand, Family, FamilySuggestion, Heading, ItemContent, ItemId, ItemPlan,
    KeyHash, Limits, Line, LinkId, LinkKind, Moderation, NoteId, NoteKind, OtherPlace, OtherText, Paragraph,
    PasswordHash, PictureId, PictureSize, PlayerId, Pseudonym, Recorded, ResultsTo, RoleId, Session, Stand,
    Stretch, SurveyPlan, ThemeId, ThemePart, ThemeSuggestion, TimerPlan, WantedRole, create, decide,
};

use crate::common::plan;

/// Every format there was, the newest last: 2 has the room's sorting, 3 the second level of themes, 4 the room's piles and
/// choices, 5 the clock, second rounds, answers that wait, further links, and every kind of question there was, 6 surveys,
/// roles, passwords, the quiz, questions to the speaker, pictures and dots on them, 7 something else than the options of a
/// choice, and votes on each other's answers, 8 notes on items.
const FORMATS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const TEXT: ItemId = ItemId(2);
const RANKING: ItemId = ItemId(3);
const CHOICE: ItemId = ItemId(5);
/// 20 November 2026, 12:00 in UTC, in milliseconds since 1970.
const NOON_MS: i64 = 1_795_176_000_000;

fn path(format: &str, ending: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/logs/{format}.{ending}"))
}

struct Writer {
    session: Session,
    rows: Vec<Recorded>,
    now_ms: i64,
}

impl Writer {
    fn command(&mut self, command: impl Into<Command>) {
        let limits = Limits { participants_max: 100, answers_max: 100 };
        let Ok(Decision::Events(events)) = decide(&self.session, &command.into(), &limits) else {
            panic!("the history holds");
        };
        assert!(!events.is_empty(), "each step of the history makes a fact");
        for event in events {
            self.record(event);
        }
    }

    fn record(&mut self, event: plenum::session::Event) {
        self.now_ms += 61_000;
        let row = Recorded::new(self.now_ms, event);
        self.session.apply(&row);
        self.rows.push(row);
    }

    fn answer(&mut self, item: ItemId, who: u8, version: u32, content: AnswerContent) {
        let who_is = Pseudonym([who; 16]);
        self.command(Command::GiveAnswer { item, who: who_is, key: key(who), version, content });
    }
}

fn key(number: u8) -> AnswerKey {
    AnswerKey::try_from(format!("{number:022}")).unwrap()
}

fn said(text: &str) -> AnswerContent {
    AnswerContent::Text { text: AnswerText::parse(text).unwrap() }
}

fn heading(text: &str) -> Heading {
    Heading::parse(text).unwrap()
}

/// A session in which every kind of fact happens at least once.
fn history() -> Writer {
    use FacilitatorCommand as F;
    let mut writer = Writer { session: Session::default(), rows: Vec::new(), now_ms: NOON_MS };
    writer.record(create(plan()).unwrap());
    let mut details = writer.session.details.clone();
    details.date = Some("2026-11-20".parse().unwrap());
    writer.command(F::ChangeDetails { details });
    let pause: ItemPlan = serde_json::from_str(r#"{"what": "Pause", "content": {"kind": "break"}}"#).unwrap();
    assert_eq!(pause.content, ItemContent::Break);
    writer.command(F::AddItem { plan: pause.clone(), index: None });
    writer.command(F::ChangeItem {
        item: ItemId(4),
        plan: ItemPlan { who: "Alle".to_owned().try_into().unwrap(), ..pause },
    });
    writer.command(F::MoveItem { item: ItemId(4), index: 0 });
    writer.command(F::DeleteItem { item: ItemId(4) });
    writer.command(F::UndoProgramme);
    writer.command(F::RedoProgramme);
    for who in 1..=4 {
        writer.command(Command::Join { who: Pseudonym([who; 16]) });
    }
    writer.command(F::Next);
    writer.command(F::Back);
    writer.command(F::GoTo { item: TEXT });
    writer.answer(TEXT, 1, 1, said("Bedre samhandling"));
    writer.answer(TEXT, 2, 1, said("Samhandling på tvers"));
    writer.answer(TEXT, 3, 1, said("Parkering"));
    writer.answer(TEXT, 3, 2, said("Mer parkering"));
    writer.answer(TEXT, 4, 1, said("Angrer dette"));
    writer.command(Command::WithdrawAnswer { item: TEXT, who: Pseudonym([4; 16]), key: key(4), version: 2 });
    writer.command(Command::SuggestThemes {
        item: TEXT,
        themes: vec![ThemeSuggestion {
            id: None,
            label: heading("Samhandling"),
            answers: vec![AnswerId(1), AnswerId(2)],
            typical: Some(AnswerId(1)),
        }],
        families: vec![FamilySuggestion { label: heading("Sammen"), themes: vec![0] }],
    });
    let concept = Concept { heading: heading("Flyt"), words: Paragraph::parse("samhandling").unwrap() };
    writer.command(F::ChangeConcepts { concepts: vec![concept] });
    writer.command(F::RenameTheme { item: TEXT, theme: ThemeId(1), label: heading("Vi jobber sammen") });
    writer.command(F::MoveAnswers { item: TEXT, answers: vec![AnswerId(2)], to: None });
    writer.command(F::UndoThemes { item: TEXT });
    writer.command(F::RedoThemes { item: TEXT });
    writer.command(F::UndoThemes { item: TEXT });
    pile(&mut writer);
    take_stands(&mut writer);
    sort(&mut writer);
    lay_out(&mut writer);
    writer.command(F::RemoveAnswer { item: TEXT, answer: AnswerId(4) });
    writer.command(F::RestoreAnswer { item: TEXT, answer: AnswerId(4) });
    writer.command(F::ShowResults { item: TEXT, to: ResultsTo::Everyone });
    writer.command(F::ResetQuestion { item: TEXT });
    writer.command(F::UndoReset { item: TEXT });
    writer.command(F::GoTo { item: RANKING });
    writer.answer(RANKING, 5, 1, AnswerContent::Ranking { order: vec![1, 0, 2, 3] });
    writer.answer(RANKING, 6, 1, AnswerContent::Ranking { order: vec![1, 2, 0, 3] });
    writer.command(F::ResetQuestion { item: RANKING });
    writer.command(Command::EraseRemoved { before_ms: i64::MAX });
    writer.answer(RANKING, 7, 1, AnswerContent::Ranking { order: vec![3, 2, 1, 0] });
    let choice = r#"{"content": {"kind": "question", "prompt": "Hva begynner vi med?",
        "ask": {"type": "choice", "options": ["Faste team", "Nye biler"], "most": 1}}}"#;
    writer.command(F::AddItem { plan: serde_json::from_str(choice).unwrap(), index: None });
    writer.command(F::GoTo { item: CHOICE });
    writer.answer(CHOICE, 8, 1, AnswerContent::Choice { chosen: vec![1], other: None });
    writer.answer(CHOICE, 9, 1, AnswerContent::Choice { chosen: vec![0], other: None });
    run_the_room(&mut writer);
    ask_in_every_way(&mut writer);
    place_dots(&mut writer);
    play(&mut writer);
    ask_at_their_own_pace(&mut writer);
    choose_roles(&mut writer);
    lock(&mut writer);
    ask_the_speaker(&mut writer);
    write_something_else(&mut writer);
    writer.command(F::EndSession);
    writer.command(F::ReopenSession);
    writer.command(F::EndSession);
    writer.command(Command::Seal);
    writer
}

/// People take a stand on each other's answers, in two goes, and one of them changes their mind.
fn take_stands(writer: &mut Writer) {
    use FacilitatorCommand as F;
    writer.command(F::StartStatements { item: TEXT, each: Some(3) });
    let mut vote = |who: u8, statement: u32, version: u32, stand: Stand| {
        let (who, author) = (Pseudonym([0x70 + who; 16]), Some(Pseudonym([who; 16])));
        let statement = AnswerId(statement);
        writer.command(Command::TakeStand { item: TEXT, who, author, statement, version, stand });
    };
    for who in 2..=5 {
        vote(who, 1, 1, Stand::Agree);
    }
    vote(5, 1, 2, Stand::Pass);
    vote(4, 2, 1, Stand::Disagree);
    writer.command(F::StopStatements { item: TEXT });
    writer.command(F::StartStatements { item: TEXT, each: None });
    writer.command(F::StopStatements { item: TEXT });
}

/// The room makes piles, in two goes.
fn pile(writer: &mut Writer) {
    use FacilitatorCommand as F;
    writer.command(F::StartPiling { item: TEXT, each: Some(1) });
    writer.command(F::DiscardPiling { item: TEXT });
    writer.command(F::StartPiling { item: TEXT, each: Some(2) });
    writer.command(Command::LayPiles {
        item: TEXT,
        who: Pseudonym([4; 16]),
        piles: vec![vec![AnswerId(1), AnswerId(2)], vec![AnswerId(4)]],
        weight: 1_000,
    });
    writer.command(Command::LayPiles {
        item: TEXT,
        who: Pseudonym([3; 16]),
        piles: vec![vec![AnswerId(1)], vec![AnswerId(2)]],
        weight: 300,
    });
    writer.command(F::StopPiling { item: TEXT });
}

/// The room sorts under a theme of the engine's and one of a person's, in two goes.
fn sort(writer: &mut Writer) {
    use FacilitatorCommand as F;
    writer.command(F::MakeTheme { item: TEXT, label: heading("Hverdagen"), answers: Vec::new() });
    let themes = vec![ThemeId(1), ThemeId(2)];
    writer.command(F::StartSorting { item: TEXT, themes: themes.clone(), each: None });
    writer.command(F::DiscardSorting { item: TEXT });
    writer.command(F::StartSorting { item: TEXT, themes, each: Some(3) });
    let scores = |first, second| vec![(ThemeId(1), first), (ThemeId(2), second)];
    let priors = vec![(AnswerId(1), scores(2_400_000, -120_000)), (AnswerId(4), scores(0, 310_000))];
    writer.command(Command::PrimeSorting { item: TEXT, priors });
    let mut tap = |who: u8, answer: u32, theme: Option<u32>, shown: u8, weight: u16| {
        writer.command(Command::SortAnswer {
            item: TEXT,
            who: Pseudonym([who; 16]),
            answer: AnswerId(answer),
            theme: theme.map(ThemeId),
            shown,
            weight,
        });
    };
    tap(1, 2, Some(1), 2, 1_000);
    tap(1, 4, None, 2, 1_000);
    tap(2, 4, Some(2), 2, 430);
    tap(4, 4, Some(2), 2, 1_000);
    tap(3, 1, Some(1), 2, 1_000);
    writer.command(F::StopSorting { item: TEXT });
    writer.command(F::ResumeSorting { item: TEXT, each: None });
    writer.command(F::StopSorting { item: TEXT });
}

/// Themes are parted, put in order, hidden and shown, and set under headings.
fn lay_out(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let part = ThemePart { label: heading("På tvers"), answers: vec![AnswerId(2)] };
    writer.command(F::SplitTheme { item: TEXT, theme: ThemeId(1), parts: vec![part] });
    writer.command(F::OrderThemes { item: TEXT, first: vec![ThemeId(3), ThemeId(2)] });
    writer.command(F::HideTheme { item: TEXT, theme: ThemeId(2) });
    let family = Family { label: heading("Vi"), themes: vec![ThemeId(1), ThemeId(3)] };
    writer.command(F::ArrangeFamilies { item: TEXT, families: Some(vec![family]) });
    writer.command(F::UnhideTheme { item: TEXT, theme: ThemeId(2) });
}

/// The clock, the door, further links, answers that wait, and a second round.
fn run_the_room(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let stretch = |label: &str| Stretch { label: heading(label), seconds: 120 };
    let timer = TimerPlan {
        stretches: vec![stretch("Den første forteller"), stretch("Den andre forteller")],
        starts_itself: false,
        closes_question: true,
    };
    writer.command(F::StartTimer { timer: Some(timer.clone()) });
    writer.command(F::PauseTimer);
    writer.command(F::ResumeTimer);
    writer.command(F::SkipStretch);
    writer.command(F::ExtendTimer { seconds: 30 });
    writer.command(F::StopTimer);
    writer.command(F::StartTimer { timer: Some(timer) });
    writer.command(Command::TimeUp { now_ms: i64::MAX });
    writer.command(F::SetDoor { open: false });
    writer.command(F::SetDoor { open: true });
    writer.command(F::AllowSignals { reactions: true, hands: true, pace: false });
    let hash = |byte| KeyHash([byte; 32]);
    let name = |name: &str| Line::parse(name).unwrap();
    writer.command(Command::MakeLink { kind: LinkKind::Facilitate, name: name("Turid"), hash: hash(0xa7) });
    writer.command(Command::MakeLink { kind: LinkKind::Watch, name: name("Storsalen"), hash: hash(0x1c) });
    writer.command(F::WithdrawLink { link: LinkId(1) });
    let note = |text: &str| Paragraph::parse(text).unwrap();
    writer.command(F::WriteNote {
        item: TEXT,
        kind: NoteKind::Note,
        text: note("Mange nikket"),
        again: None,
    });
    writer.command(F::WriteNote {
        item: CHOICE,
        kind: NoteKind::FollowUp,
        text: note("Turid ringer"),
        again: None,
    });
    let decision = note("Vi begynner med faste team");
    writer.command(F::ChangeNote { note: NoteId(1), kind: NoteKind::Decision, text: decision });
    writer.command(F::RemoveNote { note: NoteId(2) });
    writer.command(F::StartSecondRound { item: CHOICE });
    writer.answer(CHOICE, 8, 2, AnswerContent::Choice { chosen: vec![0], other: None });
    writer.command(F::DropSecondRound { item: CHOICE });
    writer.command(F::StartSecondRound { item: CHOICE });
    writer.answer(CHOICE, 9, 2, AnswerContent::Choice { chosen: vec![1], other: None });
    let held = r#"{"content": {"kind": "question", "prompt": "Hva bekymrer deg?",
        "ask": {"type": "open_text", "answers_max": 1, "length_max": 100},
        "results": {"to": "everyone", "from_people": 2}, "moderation": "all"}}"#;
    writer.command(F::AddItem { plan: serde_json::from_str(held).unwrap(), index: None });
    writer.command(F::Next);
    let item = writer.session.current().unwrap();
    let first = writer.rows.iter().filter(|row| matches!(row.event, Event::AnswerGiven { .. })).count();
    writer.answer(item, 1, 1, said("Lange reiser"));
    writer.answer(item, 2, 1, said("Dette venter til slutten"));
    let answers = vec![AnswerId(first as u32 + 1)];
    writer.command(F::ApproveAnswers { item, answers: answers.clone() });
    writer.command(F::HoldAnswers { item, answers: answers.clone() });
    writer.command(F::ApproveAnswers { item, answers });
}

/// A question of each kind that the others have not, with an answer.
fn ask_in_every_way(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let asks = [
        (
            r#"{"type": "scales", "statements": ["Vi er trygge"], "steps": 5, "low": "uenig", "high": "enig"}"#,
            r#"{"type": "scales", "marks": [4]}"#,
        ),
        (r#"{"type": "points", "options": ["Team", "Biler"]}"#, r#"{"type": "points", "points": [70, 30]}"#),
        (r#"{"type": "number", "unit": "dager", "decimals": 1}"#, r#"{"type": "number", "value": 2.5}"#),
        (r#"{"type": "word_cloud", "answers_max": 2}"#, r#"{"type": "text", "text": "trygghet"}"#),
        (
            r#"{"type": "grid", "x": {"name": "Innsats"}, "y": {"name": "Nytte"}, "items": ["Team", "Biler"]}"#,
            r#"{"type": "grid", "places": [{"x": 20, "y": 80}, null]}"#,
        ),
    ];
    for (ask, answer) in asks {
        let plan = format!(r#"{{"content": {{"kind": "question", "prompt": "Og nå?", "ask": {ask}}}}}"#);
        writer.command(F::AddItem { plan: serde_json::from_str(&plan).unwrap(), index: None });
        writer.command(F::Next);
        let item = writer.session.current().unwrap();
        writer.answer(item, 3, 1, serde_json::from_str(answer).unwrap());
    }
}

/// The room asks for a password, for another, and for none.
fn lock(writer: &mut Writer) {
    let hash = |salt: &str| PasswordHash(format!("$argon2id$v=19$m=19456,t=2,p=1${salt}$R0xyUHVpZmZmc3Rlbg"));
    writer.command(Command::SetPassword { hash: Some(hash("c29tZXNhbHQ")) });
    writer.command(Command::SetPassword { hash: Some(hash("YW5ub3RoZXI")) });
    writer.command(Command::SetPassword { hash: None });
}

/// People choose roles, one of them anew, and the roles are changed.
fn choose_roles(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let wanted = |id: Option<u32>, name: &str| WantedRole { id: id.map(RoleId), name: heading(name) };
    writer.command(F::ChangeRoles { roles: vec![wanted(None, "Leder"), wanted(None, "Tillitsvalgt")] });
    let mut choose = |who: u8, role: Option<u32>| {
        writer.command(Command::ChooseRole { who: Pseudonym([who; 16]), role: role.map(RoleId) });
    };
    choose(1, Some(1));
    choose(2, Some(2));
    choose(3, None);
    choose(1, Some(2));
    let roles = vec![wanted(Some(2), "Tillitsvalgt eller verneombud"), wanted(None, "Bruker")];
    writer.command(F::ChangeRoles { roles });
}

/// A survey that opens and closes by the clock, and another by hand, which the end of the session closes.
fn ask_at_their_own_pace(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let planned = |opens_ms, closes_ms| SurveyPlan { items: vec![TEXT, CHOICE], opens_ms, closes_ms };
    writer.command(F::PlanSurvey { survey: Some(planned(Some(NOON_MS), None)) });
    writer.command(F::PlanSurvey { survey: None });
    writer.command(F::PlanSurvey { survey: Some(planned(Some(NOON_MS), Some(NOON_MS + 1))) });
    writer.command(Command::TimeUp { now_ms: NOON_MS });
    writer.answer(TEXT, 2, 2, said("Samhandling på tvers av hus"));
    writer.command(Command::TimeUp { now_ms: NOON_MS + 1 });
    writer.command(F::Back);
    writer.command(F::StartSurvey);
}

/// Two questions of the quiz, nicknames, and the list of points.
fn play(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let asks = [
        r#"{"type": "quiz", "options": ["Oslo", "Bergen"], "correct": [0], "seconds": 600, "points": 1000}"#,
        r#"{"type": "quiz", "accepted": ["Glomma"], "seconds": 600, "points": 500}"#,
    ];
    let answers = [
        [r#"{"type": "quiz_choice", "option": 0}"#, r#"{"type": "quiz_choice", "option": 1}"#],
        [r#"{"type": "quiz_text", "text": "Glåma"}"#, r#"{"type": "quiz_text", "text": "glomma!"}"#],
    ];
    for (who, name) in [(1, "Fjellreven"), (2, "Lyn"), (3, "Rypa")] {
        let nickname = Line::parse(name).unwrap();
        writer.command(Command::ChooseNickname { who: Pseudonym([0x40 + who; 16]), nickname });
    }
    writer.command(F::RemoveNickname { player: PlayerId(2) });
    writer.command(F::RestoreNickname { player: PlayerId(2) });
    writer.command(F::RemoveNickname { player: PlayerId(3) });
    for (ask, answers) in asks.into_iter().zip(answers) {
        let plan =
            format!(r#"{{"content": {{"kind": "question", "prompt": "Hva heter den?", "ask": {ask}}}}}"#);
        writer.command(F::AddItem { plan: serde_json::from_str(&plan).unwrap(), index: None });
        writer.command(F::Next);
        let item = writer.session.current().unwrap();
        for (who, answer) in (1..).zip(answers) {
            let content = serde_json::from_str(answer).unwrap();
            let (who, key) = (Pseudonym([0x40 + who; 16]), key(who));
            let now_ms = writer.now_ms + 30_000;
            writer.command(Command::AnswerQuiz { item, who, key, version: 1, content, now_ms });
        }
        writer.command(F::CloseQuestion { item });
    }
    let item = writer.session.current().unwrap();
    writer.command(F::AcceptQuizAnswer { item, text: heading("Glåma") });
    let board = r#"{"what": "Resultatliste", "content": {"kind": "leaderboard"}}"#;
    writer.command(F::AddItem { plan: serde_json::from_str(board).unwrap(), index: None });
    writer.command(F::Next);
}

/// People ask and vote; questions are answered, put away, taken away and taken back.
fn ask_the_speaker(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let who = |number| Pseudonym([number; 16]);
    let ask = |number: u8, text: &str| Command::AskSpeaker {
        who: who(number),
        key: key(number),
        text: AskedText::parse(text).unwrap(),
    };
    let vote = |number: u8, asked: u32, version: u32, up: bool| Command::VoteAsked {
        who: who(number),
        asked: AskedId(asked),
        version,
        up,
    };
    let place = |asked: u32, place| F::PlaceAsked { asked: vec![AskedId(asked)], place };
    writer.command(F::AllowAsking { open: true, moderation: Moderation::All });
    writer.command(ask(1, "Når får vi nye biler?"));
    writer.command(F::AllowAsking { open: true, moderation: Moderation::Off });
    writer.command(ask(2, "Blir det flere faste stillinger?"));
    writer.command(ask(3, "Dette trekkes tilbake"));
    writer.command(ask(4, "Dette blir tatt bort"));
    writer.command(ask(5, "Dette legges vekk"));
    writer.command(place(1, AskedPlace::Shown));
    writer.command(vote(3, 1, 1, true));
    writer.command(vote(4, 1, 1, true));
    writer.command(vote(4, 2, 1, true));
    writer.command(vote(4, 2, 2, false));
    writer.command(F::ShowAsked { on_projector: true });
    writer.command(F::TakeUpAsked { asked: Some(AskedId(2)) });
    writer.command(place(2, AskedPlace::Answered));
    writer.command(Command::WithdrawAsked { who: who(3), key: key(3) });
    writer.command(place(4, AskedPlace::Removed));
    writer.command(place(5, AskedPlace::Archived));
    writer.command(Command::EraseRemoved { before_ms: i64::MAX });
}

/// People write something else than the options of a choice; some of it is hidden, shown, taken away and brought back.
fn write_something_else(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let plan = r#"{"content": {"kind": "question", "prompt": "Hva drikker vi?", "moderation": "words",
        "ask": {"type": "choice", "options": ["Te", "Vann"], "most": 2, "other": true}}}"#;
    writer.command(F::AddItem { plan: serde_json::from_str(plan).unwrap(), index: None });
    let item = writer.session.programme.items().last().unwrap().id;
    writer.command(F::GoTo { item });
    let drinks = |text: &str, chosen: &[u8]| AnswerContent::Choice {
        chosen: chosen.to_vec(),
        other: Some(OtherText::parse(text).unwrap()),
    };
    writer.answer(item, 1, 1, drinks("Kaffe", &[0]));
    writer.answer(item, 2, 1, drinks("kaffe", &[]));
    writer.answer(item, 3, 1, drinks("Saft, for faen", &[1]));
    writer.answer(item, 4, 1, drinks("Bobler", &[]));
    let place = |text: &str, place| F::PlaceOther { item, text: OtherText::parse(text).unwrap(), place };
    writer.command(place("Saft, for faen", OtherPlace::Shown));
    writer.command(place("bobler", OtherPlace::Hidden));
    writer.command(place("KAFFE", OtherPlace::Removed));
    writer.command(place("kaffe", OtherPlace::Restored));
}

/// A picture is kept, and dots are placed on it.
fn place_dots(writer: &mut Writer) {
    use FacilitatorCommand as F;
    let picture = PictureId::new([0x5f; 16]);
    writer.command(Command::KeepPicture { picture, size: PictureSize { width: 1_200, height: 800 } });
    let plan = format!(
        r#"{{"content": {{"kind": "question", "prompt": "Hvor?", "ask": {{"type": "dots", "dots_max": 2}},
            "picture": {{"id": "{picture}", "alt": "Kart over bygda", "width": 1200, "height": 800}}}}}}"#
    );
    writer.command(F::AddItem { plan: serde_json::from_str(&plan).unwrap(), index: None });
    writer.command(F::Next);
    let item = writer.session.current().unwrap();
    let dots = r#"{"type": "dots", "dots": [{"x": 330, "y": 420}, {"x": 1000, "y": 0}]}"#;
    writer.answer(item, 3, 1, serde_json::from_str(dots).unwrap());
}

fn minutes(session: &Session) -> String {
    let options =
        MinutesOptions { time_zone: jiff::tz::TimeZone::UTC, shuffle: 1, choices: Default::default() };
    export::markdown(&export::minutes(session, &options))
}

#[test]
fn a_log_of_each_format_makes_the_minutes_that_it_made_then() {
    let newest = FORMATS[FORMATS.len() - 1];
    if std::env::var_os("UPDATE_FIXTURES").is_some() && !path(newest, "jsonl").exists() {
        let written = history();
        let lines: Vec<String> = written.rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
        fs::write(path(newest, "jsonl"), lines.join("\n") + "\n").unwrap();
        fs::write(path(newest, "md"), minutes(&written.session)).unwrap();
    }
    for format in FORMATS {
        let log = fs::read_to_string(path(format, "jsonl")).unwrap();
        let rows = log.lines().map(|line| serde_json::from_str::<Recorded>(line).unwrap());
        let (session, _) = Session::replay(rows.map(Some));
        // The logs never change, but the wording of minutes may.
        if std::env::var_os("UPDATE_MINUTES").is_some() {
            fs::write(path(format, "md"), minutes(&session)).unwrap();
        }
        assert_eq!(minutes(&session), fs::read_to_string(path(format, "md")).unwrap(), "format {format}");
    }
}

#[test]
fn what_is_written_today_is_of_the_newest_format() {
    let written = history();
    let lines: Vec<String> = written.rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
    let kept = fs::read_to_string(path(FORMATS[FORMATS.len() - 1], "jsonl")).unwrap();
    assert!(
        kept.lines().eq(lines.iter().map(String::as_str)),
        "events are written in another form than before: keep the file, and add one of a new format"
    );
}
