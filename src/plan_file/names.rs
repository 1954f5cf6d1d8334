//! The words of the format: fields, kinds of items, ways to answer.
//!
//! Each stands in a table with its name in the languages' files, which have its word and further words that are understood.
//! What is new in a plan is given a line here, one in `form`, and its words in `web/src/languages`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::languages::{InEach, about};
use crate::session::{
    Ask, Axis, Choice, Dots, Grid, Heading, ItemContent, Language, Moderation, Number, OpenText, Paragraph,
    Points, Quadrants, Question, Quiz, Ranking, ResultsTo, Scales, WordCloud,
};

/// A row of a table.
pub(super) struct Row<T> {
    /// What is named.
    named: T,
    /// Its word in each language.
    words: Vec<&'static str>,
    /// Further words that mean it.
    others: Vec<&'static str>,
}

type Table<T> = LazyLock<Vec<Row<T>>>;

/// The rows of a table, given the names that things have in the languages' files.
fn rows<T: Copy>(part: &str, names: &[(T, &str)]) -> Vec<Row<T>> {
    // In each language its word, and further ones that mean the same.
    let said: InEach<BTreeMap<&str, Vec<&str>>> = InEach::read(part);
    for (language, said) in said.iter() {
        assert!(said.keys().all(|said| names.iter().any(|(_, name)| name == said)), "{part} in {language:?}");
    }
    let row = |(named, name): &(T, &str)| {
        let each = said.iter().map(|(language, said)| {
            said.get(name)
                .and_then(|words| words.split_first())
                .unwrap_or_else(|| panic!("{part}.{name} in {language:?}"))
        });
        let (words, others): (Vec<&str>, Vec<&[&str]>) = each.map(|(word, others)| (*word, others)).unzip();
        Row { named: *named, words, others: others.concat() }
    };
    names.iter().map(row).collect()
}

/// Something with words; upper and lower case and the space between words count for nothing where they are read.
pub(super) trait Named: Copy + Eq + 'static {
    /// All of them.
    fn table() -> &'static [Row<Self>];

    /// Its word in a language.
    fn word(self, language: Language) -> &'static str {
        let row = Self::table().iter().find(|row| row.named == self);
        row.map_or("", |row| row.words[language.place()])
    }

    /// What a word means.
    fn of(word: &str) -> Option<Self> {
        let word = plain(word);
        let means = |row: &&Row<Self>| row.all().any(|known| known.to_lowercase() == word);
        Self::table().iter().find(means).map(|row| row.named)
    }
}

impl<T> Row<T> {
    fn all(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().chain(&self.others).copied()
    }
}

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Title,
    Place,
    Date,
    Language,
    Role,
    Reactions,
    Hands,
    Pace,
    Questions,
    QuestionsWait,
    Starts,
    Ends,
    What,
    How,
    Who,
    Ask,
    Answers,
    Length,
    Most,
    Other,
    Top,
    Dots,
    Steps,
    Low,
    High,
    Unit,
    Least,
    Greatest,
    Decimals,
    XAxis,
    XLow,
    XHigh,
    YAxis,
    YLow,
    YHigh,
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
    Right,
    QuizTime,
    QuizPoints,
    Results,
    ResultsFrom,
    Moderation,
    Clock,
    ClockStarts,
    ClockCloses,
    Concept,
    Words,
    /// A line of a list; it has a mark instead of a word.
    Entry,
}

impl Named for Key {
    fn table() -> &'static [Row<Self>] {
        static TABLE: Table<Key> = LazyLock::new(|| rows("plan.fields", NAMES));
        const NAMES: &[(Key, &str)] = &[
            (Key::Title, "title"),
            (Key::Place, "place"),
            (Key::Date, "date"),
            (Key::Language, "language"),
            (Key::Role, "role"),
            (Key::Reactions, "reactions"),
            (Key::Hands, "hands"),
            (Key::Pace, "pace"),
            (Key::Questions, "questions"),
            (Key::QuestionsWait, "questionsWait"),
            (Key::Starts, "starts"),
            (Key::Ends, "ends"),
            (Key::What, "what"),
            (Key::How, "how"),
            (Key::Who, "who"),
            (Key::Ask, "ask"),
            (Key::Answers, "answers"),
            (Key::Length, "length"),
            (Key::Most, "most"),
            (Key::Other, "other"),
            (Key::Top, "top"),
            (Key::Dots, "dots"),
            (Key::Steps, "steps"),
            (Key::Low, "low"),
            (Key::High, "high"),
            (Key::Unit, "unit"),
            (Key::Least, "least"),
            (Key::Greatest, "greatest"),
            (Key::Decimals, "decimals"),
            (Key::Right, "right"),
            (Key::XAxis, "xAxis"),
            (Key::XLow, "xLow"),
            (Key::XHigh, "xHigh"),
            (Key::YAxis, "yAxis"),
            (Key::YLow, "yLow"),
            (Key::YHigh, "yHigh"),
            (Key::TopLeft, "topLeft"),
            (Key::TopRight, "topRight"),
            (Key::BottomLeft, "bottomLeft"),
            (Key::BottomRight, "bottomRight"),
            (Key::QuizTime, "quizTime"),
            (Key::QuizPoints, "quizPoints"),
            (Key::Results, "results"),
            (Key::ResultsFrom, "resultsFrom"),
            (Key::Moderation, "moderation"),
            (Key::Clock, "clock"),
            (Key::ClockStarts, "clockStarts"),
            (Key::ClockCloses, "clockCloses"),
            (Key::Concept, "concept"),
            (Key::Words, "words"),
        ];
        &TABLE
    }
}

impl Key {
    /// The language that a field's word is of; bokmål where more than one has it.
    pub(super) fn language(self, word: &str) -> Language {
        let word = plain(word);
        let speaks = |language: &Language| self.word(*language).to_lowercase() == word;
        Language::ALL.iter().copied().find(speaks).unwrap_or_default()
    }
}

/// A kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Talk,
    Break,
    GroupWork,
    PairTalk,
    Leaderboard,
    Question,
}

impl Named for Kind {
    fn table() -> &'static [Row<Self>] {
        static TABLE: Table<Kind> = LazyLock::new(|| rows("plan.kinds", NAMES));
        const NAMES: &[(Kind, &str)] = &[
            (Kind::Talk, "talk"),
            (Kind::Break, "break"),
            (Kind::GroupWork, "groupWork"),
            (Kind::PairTalk, "pairTalk"),
            (Kind::Leaderboard, "leaderboard"),
            (Kind::Question, "question"),
        ];
        &TABLE
    }
}

impl Kind {
    pub(super) fn of_content(content: &ItemContent) -> Kind {
        match content {
            ItemContent::Talk => Kind::Talk,
            ItemContent::Break => Kind::Break,
            ItemContent::GroupWork => Kind::GroupWork,
            ItemContent::PairTalk => Kind::PairTalk,
            ItemContent::Leaderboard => Kind::Leaderboard,
            ItemContent::Question(_) => Kind::Question,
        }
    }

    /// An item's content before its fields are read.
    pub(super) fn fresh(self) -> ItemContent {
        match self {
            Kind::Talk => ItemContent::Talk,
            Kind::Break => ItemContent::Break,
            Kind::GroupWork => ItemContent::GroupWork,
            Kind::PairTalk => ItemContent::PairTalk,
            Kind::Leaderboard => ItemContent::Leaderboard,
            Kind::Question => {
                ItemContent::Question(Question::new(Paragraph::default(), AskKind::OpenText.fresh()))
            }
        }
    }
}

/// A way to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AskKind {
    OpenText,
    WordCloud,
    Choice,
    Ranking,
    Points,
    Scales,
    Number,
    Grid,
    Quiz,
    Dots,
}

impl Named for AskKind {
    fn table() -> &'static [Row<Self>] {
        static TABLE: Table<AskKind> = LazyLock::new(|| rows("plan.asks", NAMES));
        const NAMES: &[(AskKind, &str)] = &[
            (AskKind::OpenText, "openText"),
            (AskKind::WordCloud, "wordCloud"),
            (AskKind::Choice, "choice"),
            (AskKind::Ranking, "ranking"),
            (AskKind::Points, "points"),
            (AskKind::Scales, "scales"),
            (AskKind::Number, "number"),
            (AskKind::Grid, "grid"),
            (AskKind::Quiz, "quiz"),
            (AskKind::Dots, "dots"),
        ];
        &TABLE
    }
}

impl AskKind {
    pub(super) fn of_ask(ask: &Ask) -> AskKind {
        match ask {
            Ask::OpenText(_) => AskKind::OpenText,
            Ask::WordCloud(_) => AskKind::WordCloud,
            Ask::Choice(_) => AskKind::Choice,
            Ask::Ranking(_) => AskKind::Ranking,
            Ask::Points(_) => AskKind::Points,
            Ask::Scales(_) => AskKind::Scales,
            Ask::Number(_) => AskKind::Number,
            Ask::Grid(_) => AskKind::Grid,
            Ask::Quiz(_) => AskKind::Quiz,
            Ask::Dots(_) => AskKind::Dots,
        }
    }

    /// A way to answer before its settings are read; what is left out of a file is set by `form`.
    pub(super) fn fresh(self) -> Ask {
        match self {
            AskKind::OpenText => Ask::OpenText(OpenText { answers_max: 0, length_max: 0 }),
            AskKind::WordCloud => Ask::WordCloud(WordCloud { answers_max: 0 }),
            AskKind::Choice => Ask::Choice(Choice {
                options: Vec::new(),
                most: 0,
                correct: Vec::new(),
                pictures: Vec::new(),
                other: false,
            }),
            AskKind::Ranking => Ask::Ranking(Ranking { options: Vec::new(), top: 0 }),
            AskKind::Points => Ask::Points(Points { options: Vec::new() }),
            AskKind::Scales => Ask::Scales(Scales {
                statements: Vec::new(),
                steps: 0,
                low: Default::default(),
                high: Default::default(),
            }),
            AskKind::Number => Ask::Number(Number::default()),
            AskKind::Dots => Ask::Dots(Dots::default()),
            AskKind::Grid => {
                let axis =
                    || Axis { name: Heading::default(), low: Heading::default(), high: Heading::default() };
                let (items, quadrants) = (Vec::new(), Quadrants::default());
                Ask::Grid(Box::new(Grid { x: axis(), y: axis(), items, quadrants }))
            }
            AskKind::Quiz => Ask::Quiz(Box::new(Quiz {
                options: Vec::new(),
                correct: Vec::new(),
                accepted: Vec::new(),
                seconds: 0,
                points: 0,
            })),
        }
    }
}

impl Named for Language {
    fn table() -> &'static [Row<Self>] {
        static TABLE: Table<Language> = LazyLock::new(|| {
            let row = |language: &Language| Row {
                named: *language,
                words: vec![language.tag(); Language::ALL.len()],
                others: about(*language).called.clone(),
            };
            Language::ALL.iter().map(row).collect()
        });
        &TABLE
    }
}

impl Named for ResultsTo {
    fn table() -> &'static [Row<Self>] {
        static TABLE: Table<ResultsTo> = LazyLock::new(|| rows("plan.resultsTo", NAMES));
        const NAMES: &[(ResultsTo, &str)] = &[
            (ResultsTo::Projector, "projector"),
            (ResultsTo::Everyone, "everyone"),
            (ResultsTo::Facilitator, "facilitator"),
        ];
        &TABLE
    }
}

impl Named for Moderation {
    fn table() -> &'static [Row<Self>] {
        static TABLE: Table<Moderation> = LazyLock::new(|| rows("plan.moderation", NAMES));
        const NAMES: &[(Moderation, &str)] =
            &[(Moderation::Off, "off"), (Moderation::Words, "words"), (Moderation::All, "all")];
        &TABLE
    }
}

impl Named for bool {
    fn table() -> &'static [Row<Self>] {
        static TABLE: Table<bool> = LazyLock::new(|| rows("plan.yesOrNo", NAMES));
        const NAMES: &[(bool, &str)] = &[(true, "true"), (false, "false")];
        &TABLE
    }
}

/// A known field or kind whose word is nearly this one: at most one letter in three differs.
pub(super) fn nearest_word(word: &str) -> Option<&'static str> {
    let word = plain(word);
    let letters = word.chars().count();
    let known = words_of::<Key>().chain(words_of::<Kind>()).chain(words_of::<AskKind>());
    let far = known.map(|known| (distance(&word, &known.to_lowercase()), known));
    far.filter(|(far, _)| far * 3 <= letters).min_by_key(|(far, _)| *far).map(|(_, known)| known)
}

/// All words in tables of Markdown, for whoever describes the format.
pub fn words_in_markdown() -> String {
    let mut page = String::new();
    table::<Key>(&mut page, "Field");
    table::<Kind>(&mut page, "Kind of item");
    table::<AskKind>(&mut page, "Way to answer");
    page.trim_start().to_owned()
}

fn table<T: Named>(page: &mut String, of: &str) {
    let names: Vec<&str> = Language::ALL.iter().map(|language| about(*language).name).collect();
    page.push_str(&format!("\n| {of}: {} | also read |\n", names.join(" | ")));
    page.push_str(&format!("|{}\n", " --- |".repeat(names.len() + 1)));
    for row in T::table() {
        page.push_str(&format!("| {} | {} |\n", row.words.join(" | "), row.others.join(", ")));
    }
}

fn words_of<T: Named>() -> impl Iterator<Item = &'static str> {
    T::table().iter().flat_map(Row::all)
}

/// A word as it is compared.
fn plain(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// How many letters must be put in, taken out or replaced to make one word of another (V. Levenshtein, 1966).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (place, against) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *against);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}
