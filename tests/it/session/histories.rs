//! Random histories: what several people and a facilitator might do in any order.

use plenum::session::{
    AskedId, AskedPlace, AskedText, Concept, Family, FamilySuggestion, KeyHash, LinkId, LinkKind, Moderation,
    NoteId, NoteKind, Paragraph, PasswordHash, PlayerId, RoleId, Stand, Stretch, SurveyPlan, ThemePart,
    TimerPlan, WantedRole,
};
use proptest::prelude::*;

use super::*;

/// One thing that somebody does; numbers are taken modulo what there is when it is done.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Join(u8),
    /// Person, and which role.
    ChooseRole(u8, u8),
    /// Question, person, key, how far the version goes up (0 is a resend), seed of a ranking.
    Give(u8, u8, u8, u8, u64),
    Withdraw(u8, u8, u8, u8),
    Facilitate(Deed, u8, u8, u8),
    /// Question, and for each answer in turn the theme it is suggested for.
    Suggest(u8, Vec<u8>),
    /// Question, person, answer, heading, and how many headings the phone lacks with how fast it tapped.
    Sort(u8, u8, u8, u8, u8),
    /// Question, person, and answers with the pile each is laid in.
    Pile(u8, u8, Vec<(u8, u8)>),
    /// Question, person, answer, how far the version goes up (0 is a resend), and what is said of it.
    Stand(u8, u8, u8, u8, u8),
    /// Person, key, how far the version goes up (0 is a resend), what is answered: to the quiz question shown.
    Quiz(u8, u8, u8, u64),
    /// Person, and one of few nicknames.
    Nickname(u8, u8),
    /// Question, and scores that are dealt out to answers and headings in turn.
    Prime(u8, Vec<i16>),
    /// Person and key of a question to the speaker.
    Ask(u8, u8),
    WithdrawAsked(u8, u8),
    /// Person, question, how far the version goes up (0 is a resend), and whether it is a vote.
    Vote(u8, u8, u8, bool),
    EraseRemoved(u8),
    MakeLink(bool),
    SetPassword(bool),
    KeepPicture(u8),
    TimeUp,
    Seal,
}

/// What a facilitator does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deed {
    Next,
    Back,
    GoTo,
    WithdrawLink,
    WriteNote,
    ChangeNote,
    RemoveNote,
    SetDoor,
    PlanSurvey,
    StartSurvey,
    CloseSurvey,
    StartTimer,
    PauseTimer,
    ResumeTimer,
    SkipStretch,
    ExtendTimer,
    StopTimer,
    AllowSignals,
    LowerHands,
    AllowAsking,
    PlaceAsked,
    TakeUpAsked,
    ShowAsked,
    Open,
    Close,
    Show,
    Remove,
    Restore,
    Approve,
    Hold,
    PlaceOther,
    StartSecondRound,
    DropSecondRound,
    Reset,
    UndoReset,
    Rename,
    Merge,
    Move,
    SetAside,
    Make,
    Dissolve,
    UndoThemes,
    RedoThemes,
    StartSorting,
    StopSorting,
    ResumeSorting,
    DiscardSorting,
    StartPiling,
    StopPiling,
    DiscardPiling,
    StartStatements,
    StopStatements,
    Split,
    Order,
    Hide,
    Unhide,
    Families,
    ChangeConcepts,
    ChangeRoles,
    ChangeDetails,
    AddItem,
    ChangeItem,
    MoveItem,
    Duplicate,
    Delete,
    UndoProgramme,
    RedoProgramme,
    End,
    Reopen,
    ShowQuiz,
    ShowBoard,
    AcceptAnswer,
    RemoveNickname,
    RestoreNickname,
}

/// On answers and themes.
const TIDYING: [Deed; 53] = [
    Deed::PlaceOther,
    Deed::PlaceOther,
    Deed::PlaceOther,
    Deed::PlaceOther,
    Deed::StopSorting,
    Deed::Open,
    Deed::Show,
    Deed::Remove,
    Deed::Restore,
    Deed::Restore,
    Deed::Approve,
    Deed::Approve,
    Deed::Hold,
    Deed::Hold,
    Deed::StartSecondRound,
    Deed::StartSecondRound,
    Deed::DropSecondRound,
    Deed::DropSecondRound,
    Deed::DiscardSorting,
    Deed::Reset,
    Deed::UndoReset,
    Deed::UndoReset,
    Deed::Rename,
    Deed::Merge,
    Deed::Move,
    Deed::SetAside,
    Deed::Make,
    Deed::Dissolve,
    Deed::UndoThemes,
    Deed::UndoThemes,
    Deed::RedoThemes,
    Deed::StartSorting,
    Deed::StartSorting,
    Deed::StopSorting,
    Deed::ResumeSorting,
    Deed::ResumeSorting,
    Deed::ResumeSorting,
    Deed::DiscardSorting,
    Deed::StartPiling,
    Deed::StartPiling,
    Deed::StopPiling,
    Deed::DiscardPiling,
    Deed::StartStatements,
    Deed::StartStatements,
    Deed::StartStatements,
    Deed::StopStatements,
    Deed::Split,
    Deed::Order,
    Deed::Hide,
    Deed::Unhide,
    Deed::Unhide,
    Deed::Unhide,
    Deed::Families,
];

/// On the programme and where it stands.
const RUNNING: [Deed; 62] = [
    Deed::WriteNote,
    Deed::WriteNote,
    Deed::WriteNote,
    Deed::ChangeNote,
    Deed::RemoveNote,
    Deed::RemoveNickname,
    Deed::RemoveNickname,
    Deed::RestoreNickname,
    Deed::ShowQuiz,
    Deed::ShowQuiz,
    Deed::ShowQuiz,
    Deed::ShowBoard,
    Deed::AcceptAnswer,
    Deed::RemoveNickname,
    Deed::RestoreNickname,
    Deed::RestoreNickname,
    Deed::ChangeConcepts,
    Deed::ChangeRoles,
    Deed::Next,
    Deed::Back,
    Deed::GoTo,
    Deed::Close,
    Deed::WithdrawLink,
    Deed::WithdrawLink,
    Deed::SetDoor,
    Deed::PlanSurvey,
    Deed::PlanSurvey,
    Deed::StartSurvey,
    Deed::StartSurvey,
    Deed::CloseSurvey,
    Deed::StartTimer,
    Deed::StartTimer,
    Deed::PauseTimer,
    Deed::ResumeTimer,
    Deed::ResumeTimer,
    Deed::ResumeTimer,
    Deed::PauseTimer,
    Deed::SkipStretch,
    Deed::ExtendTimer,
    Deed::StopTimer,
    Deed::AllowSignals,
    Deed::LowerHands,
    Deed::AllowAsking,
    Deed::PlaceAsked,
    Deed::PlaceAsked,
    Deed::PlaceAsked,
    Deed::TakeUpAsked,
    Deed::ShowAsked,
    Deed::Next,
    Deed::ChangeDetails,
    Deed::AddItem,
    Deed::ChangeItem,
    Deed::ChangeItem,
    Deed::MoveItem,
    Deed::Duplicate,
    Deed::Delete,
    Deed::UndoProgramme,
    Deed::UndoProgramme,
    Deed::RedoProgramme,
    Deed::End,
    Deed::Reopen,
    Deed::Reopen,
];

/// Up to 140 steps, most of them answers and what is done with them.
pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        1 => any::<u8>().prop_map(Step::Join),
        3 => any::<(u8, u8)>().prop_map(|(who, role)| Step::ChooseRole(who, role)),
        16 => any::<(u8, u8, u8, u8, u64)>().prop_map(|(q, who, key, up, seed)| Step::Give(q, who, key, up, seed)),
        4 => any::<(u8, u8, u8, u8)>().prop_map(|(q, who, key, up)| Step::Withdraw(q, who, key, up)),
        44 => deed(&TIDYING),
        20 => deed(&RUNNING),
        10 => (any::<u8>(), prop::collection::vec(0u8..5, 0..12)).prop_map(|(q, themes)| Step::Suggest(q, themes)),
        8 => any::<(u8, u8, u8, u8, u8)>().prop_map(|(q, who, id, to, how)| Step::Sort(q, who, id, to, how)),
        6 => (any::<u8>(), any::<u8>(), prop::collection::vec((any::<u8>(), 0u8..3), 1..7))
            .prop_map(|(q, who, answers)| Step::Pile(q, who, answers)),
        12 => any::<(u8, u8, u8, u8, u8)>().prop_map(|(q, who, id, up, say)| Step::Stand(q, who, id, up, say)),
        2 => (any::<u8>(), prop::collection::vec(any::<i16>(), 1..9)).prop_map(|(q, scores)| Step::Prime(q, scores)),
        6 => any::<(u8, u8, u8, u64)>().prop_map(|(who, key, up, seed)| Step::Quiz(who, key, up, seed)),
        3 => any::<(u8, u8)>().prop_map(|(who, name)| Step::Nickname(who, name)),
        2 => any::<u8>().prop_map(Step::EraseRemoved),
        2 => Just(Step::TimeUp),
        4 => any::<(u8, u8)>().prop_map(|(who, key)| Step::Ask(who, key)),
        1 => any::<(u8, u8)>().prop_map(|(who, key)| Step::WithdrawAsked(who, key)),
        4 => any::<(u8, u8, u8, bool)>().prop_map(|(who, id, up, vote)| Step::Vote(who, id, up, vote)),
        3 => any::<bool>().prop_map(Step::MakeLink),
        1 => any::<bool>().prop_map(Step::SetPassword),
        2 => (0u8..4).prop_map(Step::KeepPicture),
    ];
    let seal = prop::option::weighted(0.1, Just(Step::Seal));
    (prop::collection::vec(step, 0..140), seal).prop_map(|(mut steps, seal)| {
        if let Some(seal) = seal {
            steps.extend([Step::Facilitate(Deed::End, 0, 0, 0), seal]);
        }
        steps
    })
}

fn deed(deeds: &[Deed]) -> impl Strategy<Value = Step> + use<> {
    (prop::sample::select(deeds.to_vec()), any::<(u8, u8, u8)>())
        .prop_map(|(deed, (a, b, c))| Step::Facilitate(deed, a, b, c))
}

/// A talk and a question of each kind, all open; number 2 is shown. The answers to number 4 wait for the facilitator, and
/// the results of numbers 2 and 6 for so many people; the latter takes something else than its options. Those of the quiz, numbers 12 and 13, wait until they are shown.
pub(super) fn start() -> Gathering {
    let items = vec![
        talk("Velkommen"),
        shown_from(open_text(3), 2),
        ranking(4, 4),
        moderated(open_text(1), Moderation::All),
        ranking(5, 2),
        shown_from(moderated(offering(4, 2), Moderation::Words), 3),
        scales(3, 5),
        points(4),
        number(),
        cloud(2),
        grid(3),
        quiz(4, &[2]),
        typed_quiz(&["Oslo"]),
        item_plan("Resultatliste", ItemContent::Leaderboard),
        dots(),
    ];
    let mut gathering = Gathering::of(items).given(F::GoTo { item: item(2) });
    gathering = gathering.given(F::AllowAsking { open: true, moderation: Moderation::Off });
    gathering = gathering.given(F::OpenQuestion { item: item(15) });
    for number in 3..=11 {
        gathering = gathering.given(F::OpenQuestion { item: item(number) });
    }
    gathering
}

/// The gathering after all these steps; what was refused has not happened.
pub(super) fn lived(steps: &[Step]) -> Gathering {
    let mut gathering = start();
    for (index, step) in steps.iter().enumerate() {
        let command = command(&gathering, step, index);
        let _ = gathering.when(command);
    }
    gathering
}

/// What a step asks for as things stand; every text is its own, so that a leak can be found.
pub(super) fn command(gathering: &Gathering, step: &Step, index: usize) -> Command {
    match step {
        Step::Join(who) => Command::Join { who: person(who % 5) },
        Step::ChooseRole(who, role) => {
            let roles = gathering.session.roles.list().iter().map(|role| role.id).collect();
            let role = if role.is_multiple_of(4) { None } else { pick(roles, *role).or(Some(RoleId(99))) };
            Command::ChooseRole { who: person(who % 5), role }
        }
        Step::Give(q, who, name, up, seed) => {
            let (number, who) = (question(gathering, *q), who % 4);
            let name = name_of(who, *name);
            let version = version(gathering, number, who, name, *up);
            give_content(number, who, name, version, content(gathering, number, index, *seed))
        }
        Step::Withdraw(q, who, name, up) => {
            let (number, who) = (question(gathering, *q), who % 4);
            let name = name_of(who, *name);
            withdraw(number, who, name, version(gathering, number, who, name, *up))
        }
        Step::Facilitate(deed, a, b, c) => facilitate(gathering, *deed, *a, *b, *c, index).into(),
        Step::Suggest(q, places) => suggestion(gathering, question(gathering, *q), places, index),
        Step::Sort(q, who, id, to, how) => tap(gathering, question(gathering, *q), *who, *id, *to, *how),
        Step::Pile(q, who, answers) => piles(gathering, question(gathering, *q), *who, answers),
        Step::Stand(q, who, id, up, say) => stand(gathering, question(gathering, *q), *who, *id, *up, *say),
        Step::Prime(q, scores) => prime(gathering, question(gathering, *q), scores),
        Step::Quiz(who, name, up, seed) => {
            let (number, who) = (quiz_question(gathering), who % 4);
            let name = name_of(who, *name);
            let version = version(gathering, number, who, name, *up);
            Command::AnswerQuiz {
                item: item(number),
                who: person(who),
                key: key(name),
                version,
                content: content(gathering, number, index, *seed),
                now_ms: gathering.now_ms,
            }
        }
        Step::Nickname(who, name) => {
            Command::ChooseNickname { who: person(who % 5), nickname: line(NICKNAMES[usize::from(name % 6)]) }
        }
        Step::Ask(who, name) => Command::AskSpeaker {
            who: person(who % 5),
            key: key(name_of(who % 5, *name)),
            text: AskedText::parse(&format!("asked<{index}>")).unwrap(),
        },
        Step::WithdrawAsked(who, name) => {
            Command::WithdrawAsked { who: person(who % 5), key: key(name_of(who % 5, *name)) }
        }
        Step::Vote(who, id, up, vote) => {
            let (who, asked) = (person(who % 5), asked_question(gathering, *id));
            let before = gathering.session.asked.vote(asked, who).map_or(0, |vote| vote.version);
            Command::VoteAsked { who, asked, version: (before + u32::from(up % 3)).max(1), up: *vote }
        }
        Step::EraseRemoved(age) => {
            Command::EraseRemoved { before_ms: gathering.now_ms - i64::from(age % 32) * STEP_MS }
        }
        Step::MakeLink(watch) => Command::MakeLink {
            kind: if *watch { LinkKind::Watch } else { LinkKind::Facilitate },
            name: line(&format!("Lenke {index}")),
            hash: KeyHash([index as u8; 32]),
        },
        Step::SetPassword(some) => {
            Command::SetPassword { hash: some.then(|| PasswordHash(format!("hash<{index}>"))) }
        }
        Step::KeepPicture(number) => pictures::keep(*number),
        Step::TimeUp => Command::TimeUp { now_ms: gathering.now_ms },
        Step::Seal => Command::Seal,
    }
}

/// Each person has three keys.
fn name_of(who: u8, name: u8) -> u32 {
    u32::from(who) * 10 + u32::from(name % 3)
}

fn version(gathering: &Gathering, number: u32, who: u8, name: u32, up: u8) -> u32 {
    let question = gathering.session.questions.get(&item(number));
    let latest = question.and_then(|question| {
        let mut held = question.held_by(person(who));
        held.find(|(known, _)| **known == key(name)).map(|(_, held)| held.version)
    });
    (latest.unwrap_or(0) + u32::from(up % 3)).max(1)
}

fn content(gathering: &Gathering, number: u32, index: usize, seed: u64) -> AnswerContent {
    let asked = gathering.session.question(item(number));
    match asked.map(|(question, _)| &question.ask) {
        Some(Ask::Ranking(Ranking { options, top })) => {
            let mut left: Vec<u8> = (0..options.len() as u8).collect();
            let mut seed = seed;
            let order = (0..*top).map(|_| {
                let chosen = (seed % left.len() as u64) as usize;
                seed /= left.len() as u64;
                left.remove(chosen)
            });
            AnswerContent::Ranking { order: order.collect() }
        }
        Some(Ask::Choice(choice)) => {
            let options = choice.options.len() as u64;
            let first = (seed % options) as u8;
            let second = ((seed / options) % options) as u8;
            let mut chosen =
                if choice.most == 1 || first == second { vec![first] } else { vec![first, second] };
            let other =
                (choice.other && !seed.is_multiple_of(3)).then(|| own_words(gathering, number, index, seed));
            if other.is_some() {
                chosen.truncate(usize::from(choice.most) - 1 - (seed % 2) as usize);
            }
            AnswerContent::Choice { chosen, other }
        }
        Some(Ask::Scales(scales)) => {
            let steps = u64::from(scales.steps);
            let mark = |statement: usize| {
                let mark = seed >> (8 * statement) & 0xff;
                (statement == 0 || !mark.is_multiple_of(4)).then_some(1 + (mark % steps) as u8)
            };
            AnswerContent::Scales { marks: (0..scales.statements.len()).map(mark).collect() }
        }
        Some(Ask::Points(points)) => {
            let mut given = vec![0; points.options.len()];
            let (first, share) = ((seed % given.len() as u64) as usize, (seed >> 8 & 0xff) % 101);
            given[first] += share as u16;
            *given.last_mut().unwrap() += 100 - share as u16;
            AnswerContent::Points { points: given }
        }
        Some(Ask::Number(_)) => {
            AnswerContent::Number { value: Amount::of_thousandths((seed % 201) as i64 * 500) }
        }
        Some(Ask::Grid(grid)) => {
            let place = |index: usize| {
                let (x, y) = (seed >> (16 * index) & 0xff, seed >> (16 * index + 8) & 0xff);
                let place = GridPlace { x: (x % 101) as u8, y: (y % 101) as u8 };
                (index == 0 || !x.is_multiple_of(4)).then_some(place)
            };
            AnswerContent::Grid { places: (0..grid.items.len()).map(place).collect() }
        }
        Some(Ask::Quiz(quiz)) if quiz.is_typed() => {
            let texts = ["Oslo", " oslo! ", "Bergen", "Kristiania", "bergen"];
            AnswerContent::QuizText { text: heading(texts[(seed % 5) as usize]) }
        }
        Some(Ask::Quiz(quiz)) => {
            AnswerContent::QuizChoice { option: (seed % quiz.options.len() as u64) as u8 }
        }
        Some(Ask::Dots(dots)) => {
            let dot = |index: u8| Dot {
                x: (seed >> (20 * index) & 0x3ff).min(1_000) as u16,
                y: (seed >> (20 * index + 10) & 0x3ff).min(1_000) as u16,
            };
            AnswerContent::Dots { dots: (0..1 + (seed % u64::from(dots.dots_max)) as u8).map(dot).collect() }
        }
        Some(Ask::OpenText(_) | Ask::WordCloud(_)) | None => text(&format!("written<{index}>")),
    }
}

/// Something of one's own, or what another wrote, in another case; now and then with a word of the list.
fn own_words(gathering: &Gathering, number: u32, index: usize, seed: u64) -> OtherText {
    let before = others(gathering, number);
    let text = match pick(before.iter().collect(), (seed >> 8) as u8).filter(|_| seed & 0x30 == 0) {
        Some(text) => text.as_str().to_uppercase(),
        None if seed & 0xc0 == 0 => format!("faen written<{index}>"),
        None => format!("written<{index}>"),
    };
    OtherText::parse(&text).unwrap()
}

/// What people wrote beside the options of a choice, whether it counts or not.
fn others(gathering: &Gathering, number: u32) -> Vec<OtherText> {
    let question = gathering.session.questions.get(&item(number));
    let kept = question.into_iter().flat_map(|question| {
        let removed = question.removed.values().map(|(answer, _)| answer);
        let first = question.first.iter().flat_map(|first| first.answers());
        question.standing.values().chain(removed).chain(first)
    });
    kept.filter_map(|answer| answer.content.other()).cloned().collect()
}

fn suggestion(gathering: &Gathering, number: u32, places: &[u8], index: usize) -> Command {
    let Some(question) = gathering.session.questions.get(&item(number)) else {
        return suggest(number, &[]);
    };
    let ids: Vec<AnswerId> = question.standing.keys().chain(question.removed.keys()).copied().collect();
    let themes = (0u8..4).map(|place| {
        let inside = ids.iter().zip(places.iter().cycle());
        ThemeSuggestion {
            // Half of them go on with an earlier theme.
            id: (place % 2 == 0).then_some(theme(u32::from(place) + 1)),
            label: heading(&format!("suggested<{index}>{place}")),
            answers: inside.filter(|(_, chosen)| **chosen == place).map(|(id, _)| *id).collect(),
            typical: pick(ids.clone(), place),
        }
    });
    let family = FamilySuggestion { label: heading(&format!("family<{index}>")), themes: vec![0, 1, 3] };
    let families = if places.len() > 5 { vec![family] } else { Vec::new() };
    Command::SuggestThemes { item: item(number), themes: themes.collect(), families }
}

fn tap(gathering: &Gathering, number: u32, who: u8, id: u8, to: u8, how: u8) -> Command {
    let sort = gathering.session.questions.get(&item(number)).and_then(|question| question.sort.as_ref());
    let headings: Vec<ThemeId> =
        sort.map(|sort| sort.headings().iter().map(|heading| heading.id).collect()).unwrap_or_default();
    Command::SortAnswer {
        item: item(number),
        who: person(who % 5),
        answer: standing(gathering, number, id),
        theme: (!to.is_multiple_of(5)).then(|| pick(headings, to)).flatten(),
        shown: sort.map_or(0, |sort| sort.listed()).saturating_sub(how % 2),
        weight: u16::from(how) * 4,
    }
}

fn piles(gathering: &Gathering, number: u32, who: u8, answers: &[(u8, u8)]) -> Command {
    let pile = |wanted: u8| {
        let inside = answers.iter().filter(|(_, pile)| *pile == wanted);
        inside.map(|(id, _)| standing(gathering, number, *id)).collect::<Vec<AnswerId>>()
    };
    let piles = (0..3).map(pile).filter(|pile| !pile.is_empty()).collect();
    Command::LayPiles { item: item(number), who: person(who % 5), piles, weight: u16::from(who) * 4 }
}

fn stand(gathering: &Gathering, number: u32, who: u8, id: u8, up: u8, say: u8) -> Command {
    let (who, author) = (Pseudonym([0x10 + who % 5; 16]), person(who % 5));
    let statement = standing(gathering, number, id);
    let question = gathering.session.questions.get(&item(number));
    let statements = question.and_then(|question| question.statements.as_ref());
    let before = statements.and_then(|statements| statements.taken(who, statement));
    Command::TakeStand {
        item: item(number),
        who,
        author: (!say.is_multiple_of(7)).then_some(author),
        statement,
        version: (before.map_or(0, |taken| taken.version) + u32::from(up % 3)).max(1),
        stand: [Stand::Agree, Stand::Disagree, Stand::Pass][usize::from(say % 3)],
    }
}

fn prime(gathering: &Gathering, number: u32, scores: &[i16]) -> Command {
    let question = gathering.session.questions.get(&item(number));
    let mut scores = scores.iter().cycle().map(|score| i64::from(*score) * 100);
    let priors = question.into_iter().flat_map(|question| question.standing.keys()).map(|id| {
        let themes = (1..12).map(|number| (theme(number), scores.next().unwrap_or_default()));
        (*id, themes.collect())
    });
    Command::PrimeSorting { item: item(number), priors: priors.collect() }
}

fn any_note(gathering: &Gathering, a: u8) -> NoteId {
    pick(gathering.session.notes.all().map(|(id, _)| id).collect(), a).unwrap_or(NoteId(99))
}

fn note_kind(number: u8) -> NoteKind {
    [NoteKind::Note, NoteKind::Decision, NoteKind::FollowUp][usize::from(number % 3)]
}

/// Now and then nothing at all.
fn paragraph(number: u8, index: usize) -> Paragraph {
    if number.is_multiple_of(8) {
        Paragraph::default()
    } else {
        Paragraph::parse(&format!("Vi ble enige om {index}")).unwrap()
    }
}

fn facilitate(gathering: &Gathering, deed: Deed, a: u8, b: u8, c: u8, index: usize) -> F {
    let number = question(gathering, a);
    let item_of_question = item(number);
    match deed {
        Deed::Next => F::Next,
        Deed::Back => F::Back,
        Deed::GoTo => F::GoTo { item: any_item(gathering, a) },
        Deed::StartTimer => {
            let stretch = |seconds| Stretch { label: heading(&format!("Del {index}")), seconds };
            let timer = TimerPlan {
                stretches: vec![stretch(5 + u32::from(a)), stretch(5 + u32::from(b))],
                starts_itself: false,
                closes_question: c.is_multiple_of(2),
            };
            F::StartTimer { timer: Some(timer) }
        }
        Deed::WithdrawLink => {
            let links = gathering.session.links.keys().copied().collect();
            F::WithdrawLink { link: pick(links, a).unwrap_or(LinkId(99)) }
        }
        Deed::WriteNote => {
            let again = b.is_multiple_of(3).then_some(NoteId(u32::from(a % 4)));
            F::WriteNote {
                item: any_item(gathering, a),
                kind: note_kind(b),
                text: paragraph(c, index),
                again,
            }
        }
        Deed::ChangeNote => {
            F::ChangeNote { note: any_note(gathering, a), kind: note_kind(b), text: paragraph(c, index) }
        }
        Deed::RemoveNote => F::RemoveNote { note: any_note(gathering, a) },
        Deed::SetDoor => F::SetDoor { open: b.is_multiple_of(2) },
        Deed::PlanSurvey => {
            let from = |late: u8| gathering.now_ms + (i64::from(late % 8) - 2) * STEP_MS;
            let survey = SurveyPlan {
                items: (0..a % 3).map(|more| item(question(gathering, b.wrapping_mul(more)))).collect(),
                opens_ms: b.is_multiple_of(2).then(|| from(b)),
                closes_ms: c.is_multiple_of(2).then(|| from(c) + 4 * STEP_MS),
            };
            F::PlanSurvey { survey: (!a.is_multiple_of(5)).then_some(survey) }
        }
        Deed::StartSurvey => F::StartSurvey,
        Deed::CloseSurvey => F::CloseSurvey,
        Deed::PauseTimer => F::PauseTimer,
        Deed::ResumeTimer => F::ResumeTimer,
        Deed::SkipStretch => F::SkipStretch,
        Deed::ExtendTimer => F::ExtendTimer { seconds: 5 + u32::from(a) },
        Deed::StopTimer => F::StopTimer,
        Deed::AllowSignals => F::AllowSignals {
            reactions: a.is_multiple_of(2),
            hands: b.is_multiple_of(2),
            pace: c.is_multiple_of(2),
        },
        Deed::LowerHands => F::LowerHands,
        Deed::AllowAsking => F::AllowAsking {
            open: !a.is_multiple_of(4),
            moderation: if b.is_multiple_of(2) { Moderation::Off } else { Moderation::All },
        },
        Deed::PlaceAsked => {
            let places = [
                AskedPlace::Awaiting,
                AskedPlace::Shown,
                AskedPlace::Answered,
                AskedPlace::Archived,
                AskedPlace::Removed,
                AskedPlace::Removed,
            ];
            F::PlaceAsked {
                asked: vec![asked_question(gathering, a), asked_question(gathering, a / 2)],
                place: places[usize::from(b) % places.len()],
            }
        }
        Deed::TakeUpAsked => {
            F::TakeUpAsked { asked: (!b.is_multiple_of(4)).then(|| asked_question(gathering, a)) }
        }
        Deed::ShowAsked => F::ShowAsked { on_projector: !a.is_multiple_of(3) },
        Deed::Open => F::OpenQuestion { item: item_of_question },
        Deed::Close => F::CloseQuestion { item: item_of_question },
        Deed::Show => {
            let to = [ResultsTo::Facilitator, ResultsTo::Projector, ResultsTo::Everyone];
            show(number, to[usize::from(b) % 3])
        }
        Deed::Remove => remove(number, standing(gathering, number, b).0),
        Deed::Restore => {
            let removed = gathering.session.questions.get(&item(number));
            let ids = removed.map(|question| question.removed.keys().copied().collect());
            restore(number, pick(ids.unwrap_or_default(), b).unwrap_or(answer(99)).0)
        }
        Deed::Approve => {
            let question = gathering.session.questions.get(&item(4));
            let ids = question.map(|question| question.awaiting.keys().copied().collect());
            F::ApproveAnswers {
                item: item(4),
                answers: pick(ids.unwrap_or_default(), b).into_iter().collect(),
            }
        }
        Deed::Hold => F::HoldAnswers { item: item(4), answers: vec![standing(gathering, 4, b)] },
        Deed::PlaceOther => {
            let places = [OtherPlace::Shown, OtherPlace::Hidden, OtherPlace::Removed, OtherPlace::Restored];
            let written = others(gathering, 6);
            let text = pick(written.iter().collect(), b);
            F::PlaceOther {
                item: item(6),
                text: text.cloned().unwrap_or_default(),
                place: places[usize::from(c % 4)],
            }
        }
        // A ranking or a choice, which can have one.
        Deed::StartSecondRound => F::StartSecondRound { item: item(5 + u32::from(a % 2)) },
        Deed::DropSecondRound => F::DropSecondRound { item: item(5 + u32::from(a % 2)) },
        Deed::Reset => F::ResetQuestion { item: item_of_question },
        Deed::UndoReset => F::UndoReset { item: item_of_question },
        Deed::Rename => F::RenameTheme {
            item: item_of_question,
            theme: theme_of(gathering, number, b),
            label: heading(&format!("named<{index}>")),
        },
        Deed::Merge => F::MergeThemes {
            item: item_of_question,
            from: theme_of(gathering, number, b),
            into: theme_of(gathering, number, c),
        },
        Deed::Move => F::MoveAnswers {
            item: item_of_question,
            answers: vec![standing(gathering, number, b), standing(gathering, number, b / 3)],
            to: Some(theme_of(gathering, number, c)),
        },
        Deed::SetAside => {
            F::MoveAnswers { item: item_of_question, answers: vec![standing(gathering, number, b)], to: None }
        }
        Deed::Make => F::MakeTheme {
            item: item_of_question,
            label: heading(&format!("made<{index}>")),
            answers: (0..c % 3).map(|more| standing(gathering, number, b.wrapping_add(more))).collect(),
        },
        Deed::Dissolve => F::DissolveTheme { item: item_of_question, theme: theme_of(gathering, number, b) },
        Deed::UndoThemes => F::UndoThemes { item: item_of_question },
        Deed::RedoThemes => F::RedoThemes { item: item_of_question },
        Deed::StartSorting => {
            let arrangement =
                gathering.session.questions.get(&item(number)).map(|question| question.arrangement());
            let themes = arrangement.into_iter().flat_map(|arrangement| arrangement.themes);
            F::StartSorting {
                item: item_of_question,
                themes: themes.map(|theme| theme.id).take(2 + usize::from(c % 4)).collect(),
                each: (b > 200).then_some(b % 4),
            }
        }
        Deed::StopSorting => F::StopSorting { item: item_of_question },
        Deed::ResumeSorting => F::ResumeSorting { item: item_of_question, each: (b > 128).then_some(b % 4) },
        Deed::Split => {
            let theme = theme_of(gathering, number, b);
            let inside = answers_of(gathering, number, theme);
            let parts = inside.chunks(2).take(usize::from(c % 3)).zip(0..).map(|(answers, part)| ThemePart {
                label: heading(&format!("part<{index}>{part}")),
                answers: answers.to_vec(),
            });
            F::SplitTheme { item: item_of_question, theme, parts: parts.collect() }
        }
        Deed::Order => F::OrderThemes {
            item: item_of_question,
            first: (0..b % 4).map(|more| theme_of(gathering, number, c.wrapping_add(more))).collect(),
        },
        Deed::Hide => F::HideTheme { item: item_of_question, theme: theme_of(gathering, number, b) },
        Deed::Unhide => F::UnhideTheme { item: item_of_question, theme: theme_of(gathering, number, b) },
        Deed::Families => {
            let family = |part: u8| Family {
                label: heading(&format!("over<{index}>{part}")),
                themes: vec![theme_of(gathering, number, b.wrapping_add(part))],
            };
            let families = (!c.is_multiple_of(5)).then(|| (0..1 + c % 2).map(family).collect());
            F::ArrangeFamilies { item: item_of_question, families }
        }
        Deed::ChangeConcepts => {
            let concept = |number| Concept {
                heading: heading(&format!("Begrep {number}")),
                words: Paragraph::default(),
            };
            F::ChangeConcepts { concepts: (0..b % 3).map(concept).collect() }
        }
        Deed::ChangeRoles => {
            let known = gathering.session.roles.list().iter().map(|role| role.id).collect();
            let wanted = |number: u8| WantedRole {
                id: if c.is_multiple_of(2) { pick(Vec::clone(&known), number) } else { None },
                name: heading(&format!("Rolle {number} {}", b % 3)),
            };
            F::ChangeRoles { roles: (0..[0, 2, 3][usize::from(a) % 3]).map(wanted).collect() }
        }
        Deed::DiscardSorting => F::DiscardSorting { item: item_of_question },
        Deed::StartPiling => F::StartPiling { item: item_of_question, each: (b > 128).then_some(b % 4) },
        Deed::StartStatements => {
            F::StartStatements { item: item_of_question, each: (b > 200).then_some(3 + b % 4) }
        }
        Deed::StopStatements => F::StopStatements { item: item_of_question },
        Deed::StopPiling => F::StopPiling { item: item_of_question },
        Deed::DiscardPiling => F::DiscardPiling { item: item_of_question },
        Deed::ChangeDetails => F::ChangeDetails {
            details: Details { title: line(&format!("Samling {}", b % 3)), ..Details::default() },
        },
        Deed::AddItem => F::AddItem {
            plan: with_picture(gathering, some_plan(b), c),
            index: (!c.is_multiple_of(4)).then_some(u32::from(c % 8)),
        },
        Deed::ChangeItem => {
            F::ChangeItem { item: any_item(gathering, a), plan: with_picture(gathering, some_plan(b), c) }
        }
        Deed::MoveItem => F::MoveItem { item: any_item(gathering, a), index: u32::from(b % 8) },
        Deed::Duplicate => F::DuplicateItem { item: any_item(gathering, a) },
        Deed::Delete => F::DeleteItem { item: any_item(gathering, a) },
        Deed::UndoProgramme => F::UndoProgramme,
        Deed::RedoProgramme => F::RedoProgramme,
        Deed::End => F::EndSession,
        Deed::Reopen => F::ReopenSession,
        Deed::ShowQuiz => F::GoTo { item: item(12 + u32::from(a % 2)) },
        Deed::ShowBoard => F::GoTo { item: item(14) },
        Deed::AcceptAnswer => F::AcceptQuizAnswer {
            item: item(13),
            text: heading(["Bergen", "Kristiania"][usize::from(b % 2)]),
        },
        Deed::RemoveNickname => F::RemoveNickname { player: PlayerId(u32::from(b % 6)) },
        Deed::RestoreNickname => {
            let removed = gathering.session.players.removed().map(|(player, _)| player).collect();
            F::RestoreNickname { player: pick(removed, b).unwrap_or(PlayerId(99)) }
        }
    }
}

fn some_plan(which: u8) -> ItemPlan {
    match which % 13 {
        0 => talk("Foredrag"),
        1 => open_text(3),
        2 => open_text(1),
        3 => ranking(4, 4),
        4 => ranking(5, 2),
        5 => offering(4, 2),
        6 => scales(3, 5),
        7 => points(4),
        8 => number(),
        9 => cloud(2),
        12 => dots(),
        11 => quiz(4, &[1]),
        10 => shown_from(moderated(open_text(3), Moderation::All), 1),
        _ => asked(Ask::Ranking(Ranking {
            options: ["Tiltak A", "Tiltak 2", "Tiltak 3", "Tiltak 4"].map(heading).to_vec(),
            top: 4,
        })),
    }
}

/// A plan with a picture of the session's, now and then.
fn with_picture(gathering: &Gathering, plan: ItemPlan, which: u8) -> ItemPlan {
    let known: Vec<u8> = gathering.session.pictures.keys().map(|id| id.bits()[0]).collect();
    match pick(known, which).filter(|_| which.is_multiple_of(2)) {
        Some(number) => pictures::pictured(plan, pictures::picture(number)),
        None => plan,
    }
}

/// The number of a question, deleted ones too; mostly the first, so that much happens to it.
fn question(gathering: &Gathering, which: u8) -> u32 {
    if which < 150 {
        return 2;
    }
    if which < 175 {
        return 6;
    }
    pick(gathering.session.questions.keys().copied().collect(), which).map_or(1, |item| item.0)
}

/// The quiz question shown, or the first one.
fn quiz_question(gathering: &Gathering) -> u32 {
    gathering.session.current().filter(|shown| shown.0 == 13).map_or(12, |shown| shown.0)
}

/// Two of them are the same to the quiz, and one may not be taken.
const NICKNAMES: [&str; 6] = ["Reven", "reven", "Elgen", "Lyn", "Havørna", "fitte"];

fn asked_question(gathering: &Gathering, which: u8) -> AskedId {
    pick(gathering.session.asked.all().keys().copied().collect(), which).unwrap_or(AskedId(99))
}

fn any_item(gathering: &Gathering, which: u8) -> ItemId {
    let items = gathering.session.programme.items().iter();
    pick(items.map(|item| item.id).collect(), which).unwrap_or(item(99))
}

fn standing(gathering: &Gathering, number: u32, which: u8) -> AnswerId {
    let question = gathering.session.questions.get(&item(number));
    let ids =
        question.map(|question| question.standing.keys().chain(question.awaiting.keys()).copied().collect());
    pick(ids.unwrap_or_default(), which).unwrap_or(answer(99))
}

fn theme_of(gathering: &Gathering, number: u32, which: u8) -> ThemeId {
    let question = gathering.session.questions.get(&item(number));
    let ids = question.map(|question| {
        let arrangement = question.arrangement();
        arrangement.themes.iter().map(|theme| theme.id).collect()
    });
    pick(ids.unwrap_or_default(), which).unwrap_or(theme(99))
}

fn answers_of(gathering: &Gathering, number: u32, theme: ThemeId) -> Vec<AnswerId> {
    let question = gathering.session.questions.get(&item(number));
    let arrangement = question.map(|question| question.arrangement()).unwrap_or_default();
    arrangement.theme(theme).map(|theme| theme.answers.clone()).unwrap_or_default()
}

fn pick<T: Copy>(from: Vec<T>, which: u8) -> Option<T> {
    from.get(usize::from(which).checked_rem(from.len())?).copied()
}
