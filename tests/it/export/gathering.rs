//! Sessions made by events, and the invented gathering whose minutes are a fixture.

use jiff::tz::{Offset, TimeZone};
use plenum::export::{Minutes, MinutesOptions, minutes};
use plenum::session::{
    Answer, AnswerContent, AnswerId, AnswerKey, AnswerText, Ask, Choice, ClosedBy, Details, Event, Family,
    Heading, ItemContent, ItemId, ItemPlan, Language, Line, Note, NoteId, NoteKind, OpenText, Paragraph,
    Phase, Plan, Pseudonym, Question, Ranking, Recorded, Session, SortHeading, SuggestedTheme, ThemeId,
    create,
};

/// Midnight of 20 November 2026 in Norway, which is an hour ahead of UTC then.
const MIDNIGHT_MS: i64 = 1_795_129_200_000;

/// A session that is being told, event by event.
pub struct Gathering {
    pub session: Session,
    now_ms: i64,
    people: u8,
    answers: u32,
}

impl Gathering {
    pub fn new(plan: Plan) -> Self {
        let mut gathering =
            Gathering { session: Session::default(), now_ms: MIDNIGHT_MS, people: 0, answers: 0 };
        gathering.now(create(plan).unwrap());
        gathering
    }

    pub fn now(&mut self, event: Event) {
        self.session.apply(&Recorded::new(self.now_ms, event));
    }

    pub fn at(&mut self, time: &str, event: Event) {
        self.at_ms(clock(time), event);
    }

    pub fn at_ms(&mut self, at_ms: i64, event: Event) {
        self.now_ms = at_ms;
        self.now(event);
    }

    pub fn show(&mut self, item: u32, time: &str) {
        self.at(time, Event::ItemStarted { item: ItemId(item) });
    }

    pub fn open(&mut self, item: u32) {
        self.now(Event::QuestionOpened { item: ItemId(item) });
        let (_, question) = self.session.question(ItemId(item)).unwrap();
        assert_eq!(question.phase, Phase::Open);
    }

    pub fn close(&mut self, item: u32) {
        self.now(Event::QuestionClosed { item: ItemId(item), by: ClosedBy::Hand });
    }

    pub fn join(&mut self) {
        self.people += 1;
        self.now(Event::ParticipantJoined { who: Pseudonym([self.people; 16]) });
    }

    pub fn note(&mut self, id: u32, item: u32, kind: NoteKind, text: &str) {
        let text = Paragraph::parse(text).unwrap();
        self.now(Event::NoteWritten { note: NoteId(id), content: Note { item: ItemId(item), kind, text } });
    }

    /// Somebody new joins and answers.
    pub fn answer(&mut self, item: u32, text: &str) {
        let text = AnswerText::parse(text).unwrap();
        self.join();
        self.give(item, self.people, AnswerContent::Text { text });
    }

    /// Somebody new joins and chooses.
    pub fn choose(&mut self, item: u32, chosen: &[u8]) {
        self.answers(item, AnswerContent::Choice { chosen: chosen.to_vec(), other: None });
    }

    /// Somebody new joins and answers in any way.
    pub fn answers(&mut self, item: u32, content: AnswerContent) {
        self.join();
        self.give(item, self.people, content);
    }

    /// Somebody new joins and ranks.
    pub fn rank(&mut self, item: u32, order: &[u8]) {
        self.join();
        self.give(item, self.people, AnswerContent::Ranking { order: order.to_vec() });
    }

    pub fn give(&mut self, item: u32, who: u8, content: AnswerContent) {
        self.answers += 1;
        self.now(Event::AnswerGiven {
            item: ItemId(item),
            who: Pseudonym([who; 16]),
            key: key(self.answers),
            version: 1,
            answer: AnswerId(self.answers),
            content,
            awaits: false,
            used_ms: None,
        });
    }

    pub fn withdraw(&mut self, item: u32, answer: u32) {
        self.now(Event::AnswerWithdrawn {
            item: ItemId(item),
            who: Pseudonym([answer as u8; 16]),
            key: key(answer),
            version: 2,
            answer: Some(AnswerId(answer)),
        });
    }

    /// Groups the answers as the engine would.
    pub fn group(&mut self, item: u32, themes: &[(&str, &[u32])]) {
        let themes: Vec<SuggestedTheme> = (1..)
            .zip(themes)
            .map(|(id, (label, answers))| SuggestedTheme {
                id: ThemeId(id),
                label: Heading::parse(label).unwrap(),
                answers: answers.iter().copied().map(AnswerId).collect(),
                typical: None,
            })
            .collect();
        let next_theme = themes.len() as u32 + 1;
        self.now(Event::ThemesSuggested { item: ItemId(item), themes, next_theme, families: Vec::new() });
    }

    /// The room sorts under these themes: each tap is a person's, on an answer, for a theme or for none.
    pub fn sort(&mut self, item: u32, themes: &[(u32, &str)], taps: &[(u8, u32, Option<u32>)]) {
        let item = ItemId(item);
        let heading = |(id, label): &(u32, &str)| SortHeading {
            id: ThemeId(*id),
            label: Heading::parse(label).unwrap(),
        };
        let headings: Vec<SortHeading> = themes.iter().map(heading).collect();
        let shown = headings.len() as u8;
        self.now(Event::SortingStarted { item, headings, each: None });
        for (who, answer, theme) in taps {
            let (who, answer, theme) = (Pseudonym([*who; 16]), AnswerId(*answer), theme.map(ThemeId));
            self.now(Event::AnswerSorted { item, who, answer, theme, shown, weight: 1_000 });
        }
        self.now(Event::SortingStopped { item });
    }

    /// A person keeps a theme from the room, with the answers that it has.
    pub fn hide(&mut self, item: u32, theme: u32, label: &str, answers: &[u32]) {
        let label = Heading::parse(label).unwrap();
        let answers = answers.iter().copied().map(AnswerId).collect();
        self.now(Event::ThemeHidden { item: ItemId(item), theme: ThemeId(theme), label, answers });
    }

    pub fn minutes(&self) -> Minutes {
        minutes(&self.session, &options(7))
    }

    /// The texts that count, in the order they came.
    pub fn standing(&self, item: u32) -> Vec<String> {
        let (_, question) = self.session.question(ItemId(item)).unwrap();
        let text = |answer: &Answer| answer.content.text().map(str::to_owned);
        question.standing.values().filter_map(text).collect()
    }
}

pub fn options(shuffle: u64) -> MinutesOptions {
    MinutesOptions { time_zone: TimeZone::fixed(Offset::constant(1)), shuffle, choices: Default::default() }
}

/// The moment of the day in milliseconds since 1970.
pub fn clock(time: &str) -> i64 {
    let (hours, minutes) = time.split_once(':').unwrap();
    let (hours, minutes): (i64, i64) = (hours.parse().unwrap(), minutes.parse().unwrap());
    MIDNIGHT_MS + (hours * 60 + minutes) * 60_000
}

pub fn plan(language: Language, items: Vec<ItemPlan>) -> Plan {
    Plan {
        details: Details {
            title: line("Helse i Lyngvær"),
            language,
            place: line("Naustet"),
            date: Some("2026-11-20".parse().unwrap()),
        },
        items,
        ..Plan::default()
    }
}

/// An item; an empty time is none.
pub fn talk(starts: &str, ends: &str, what: &str, who: &str) -> ItemPlan {
    ItemPlan {
        starts: starts.parse().ok(),
        ends: ends.parse().ok(),
        what: line(what),
        how: Paragraph::default(),
        who: line(who),
        timer: None,
        content: ItemContent::Talk,
    }
}

pub fn open_question(prompt: &str) -> ItemPlan {
    asking(prompt, Ask::OpenText(OpenText { answers_max: 10, length_max: 2_000 }))
}

pub fn ranking(prompt: &str, options: &[&str], top: u8) -> ItemPlan {
    let options = options.iter().map(|option| Heading::parse(option).unwrap());
    asking(prompt, Ask::Ranking(Ranking { options: options.collect(), top }))
}

pub fn choice(prompt: &str, options: &[&str], most: u8) -> ItemPlan {
    let options = options.iter().map(|option| Heading::parse(option).unwrap());
    asking(
        prompt,
        Ask::Choice(Choice {
            options: options.collect(),
            most,
            correct: Vec::new(),
            pictures: Vec::new(),
            other: false,
        }),
    )
}

pub fn asking(prompt: &str, ask: Ask) -> ItemPlan {
    let prompt = Paragraph::parse(prompt).unwrap();
    ItemPlan { content: ItemContent::Question(Question::new(prompt, ask)), ..talk("", "", "", "") }
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn key(answer: u32) -> AnswerKey {
    AnswerKey::try_from(format!("{answer:022}")).unwrap()
}

const EXPECTATIONS: [&str; 27] = [
    "At vi drar i samme retning",
    "Felles mål for alle tjenestene",
    "Bedre samhandling mellom hjemmetjenesten og sykehjemmet",
    "Vi må snakke sammen før vi bestemmer oss",
    "Felles forståelse av hva vi skal få til",
    "At legene er med fra starten",
    "samhandling!!",
    "Mindre vi og dem. Ett lag.",
    "At tillitsvalgte og verneombud blir hørt tidlig, ikke bare informert når alt er bestemt",
    "Tydelige mål som går an å måle",
    "At vi lærer av hverandre på tvers av avdelingene",
    "Felles mål (og felles språk)",
    "God informasjon underveis",
    "Informasjon til de ansatte før den står i avisa",
    "Ærlig informasjon, også når svaret er «vet ikke»",
    "At jeg får vite hva som skjer med min avdeling",
    "Klart språk i alle brev",
    "Jevnlige informasjonsmøter:\n– ett for dagvakt\n– ett for kveldsvakt",
    "Nok tid",
    "At vi ikke skal gjøre alt på én gang. Det har vi prøvd før.",
    "Tid til å tenke mellom samlingene",
    "Ro rundt turnus mens vi holder på",
    "Et realistisk tempo",
    "Bedre parkering 🚗",
    "Kaffe *etter* lunsj også",
    "Vet ikke ennå",
    "At noen spør pasientene",
];

/// A municipality's gathering, invented: six items, 27 grouped answers and a ranking.
pub fn invented() -> Gathering {
    let how = |item: ItemPlan, content, text: &str| ItemPlan {
        how: Paragraph::parse(text).unwrap(),
        content,
        ..item
    };
    let question = |item: ItemPlan, starts: &str, ends: &str, what: &str| ItemPlan {
        content: item.content,
        ..talk(starts, ends, what, "")
    };
    let tables = "Gruppearbeid ved bordene. Hvert bord velger en sekretær.";
    let choices = [
        "Felles inntak til alle tjenester",
        "Innsatsteam hjemme",
        "Ny turnus i sykehjemmet",
        "Velferdsteknologi for alle som vil ha det",
        "Én dør inn for pårørende",
    ];
    let mut planned = plan(
        Language::Nb,
        vec![
            talk("12:00", "12:05", "Velkommen", "Ingrid Solvåg, kommunedirektør"),
            talk("12:05", "12:15", "Lederutvikling", "Siv Tangen og Ola Brekkhus"),
            question(open_question("Hva forventer du av prosessen?"), "12:15", "12:45", "Forventninger"),
            how(talk("12:45", "13:00", "Pause", ""), ItemContent::Break, ""),
            how(
                talk("13:00", "13:40", "Hvor bør vi begynne?", "Bordsekretærene"),
                ItemContent::GroupWork,
                tables,
            ),
            question(ranking("Hvilke tiltak skal vi utrede først?", &choices, 5), "13:40", "14:00", ""),
        ],
    );
    planned.details.title = line("Ledersamling om helse og omsorg i Lyngvær");
    planned.details.place = line("Naustet, Lyngvær rådhus");
    let mut gathering = Gathering::new(planned);
    for _ in 0..6 {
        gathering.join();
    }
    gathering.show(1, "12:01");
    gathering.show(2, "12:06");
    gathering.show(3, "12:31");
    gathering.open(3);
    for text in EXPECTATIONS {
        gathering.answer(3, text);
    }
    gathering.group(
        3,
        &[
            ("Samhandling og felles mål", &(1..=12).collect::<Vec<u32>>()),
            ("God informasjon underveis", &(13..=18).collect::<Vec<u32>>()),
            ("Tid og tempo", &(19..=23).collect::<Vec<u32>>()),
        ],
    );
    gathering.close(3);
    gathering.show(4, "12:58");
    gathering.show(5, "13:10");
    gathering.show(6, "13:52");
    gathering.open(6);
    for who in 1..=24_u8 {
        let order = match who % 5 {
            0 => [0, 1, 4, 3, 2],
            1 => [1, 0, 3, 4, 2],
            2 => [0, 4, 1, 2, 3],
            3 => [2, 0, 1, 3, 4],
            _ => [4, 1, 0, 3, 2],
        };
        gathering.give(6, who, AnswerContent::Ranking { order: order.to_vec() });
    }
    gathering.at("14:08", Event::SessionEnded);
    gathering
}

/// What a facilitator did with a room's answers: headings over themes, some themes first, one of them hidden; and the
/// room has sorted some answers.
pub fn under_headings(language: Language) -> Gathering {
    let mut gathering = Gathering::new(plan(language, vec![open_question("A?"), open_question("B?")]));
    gathering.show(1, "12:15");
    gathering.open(1);
    for number in 1..=14 {
        gathering.answer(1, &format!("a{number}"));
    }
    let themes: [(&str, &[u32]); 5] = [
        ("Samhandling", &[1, 2, 3, 4]),
        ("Ansvar", &[5, 6, 7]),
        ("Tid", &[8, 9]),
        ("Ledelse", &[10, 11]),
        ("Parkering", &[12, 13]),
    ];
    gathering.group(1, &themes);
    let family = |label: &str, themes: &[u32]| Family {
        label: Heading::parse(label).unwrap(),
        themes: themes.iter().copied().map(ThemeId).collect(),
    };
    let item = ItemId(1);
    let families =
        Some(vec![family("Felles mål & *ryddige* strukturer", &[1, 2]), family("Bare skjult", &[5])]);
    gathering.now(Event::FamiliesArranged { item, families });
    gathering.now(Event::ThemesOrdered { item, first: vec![ThemeId(4), ThemeId(2)] });
    gathering.hide(1, 5, "Parkering", &[12, 13]);
    let shown = [(1, "Samhandling"), (2, "Ansvar"), (3, "Tid")];
    gathering.sort(1, &shown, &[(1, 4, Some(3)), (2, 4, Some(3)), (2, 14, None), (3, 4, Some(3))]);
    gathering.close(1);
    gathering.show(2, "12:45");
    gathering.open(2);
    for text in ["b1", "b2", "b3"] {
        gathering.answer(2, text);
    }
    gathering.group(2, &[("Alt", &[15, 16]), ("Annet", &[17])]);
    gathering.hide(2, 2, "Annet", &[17]);
    gathering.at("13:00", Event::SessionEnded);
    gathering
}
