//! The words of the format: fields, kinds of items, ways to answer.
//!
//! Each stands in a table with its word in each language, and further words that are understood. What is new in a plan
//! is given a line here and one in `form`.

use crate::session::{
    Ask, Axis, Choice, Dots, Grid, Heading, ItemContent, Language, Moderation, Number, OpenText, Paragraph,
    Points, Quadrants, Question, Quiz, Ranking, ResultsTo, Scales, WordCloud,
};

/// A row of a table: what is named; its words in bokmål, nynorsk and English; further words that mean it.
type Row<T> = (T, [&'static str; 3], &'static [&'static str]);

/// Something with words; upper and lower case and the space between words count for nothing where they are read.
pub(super) trait Named: Copy + Eq + 'static {
    /// All of them.
    const TABLE: &'static [Row<Self>];

    /// Its word in a language.
    fn word(self, language: Language) -> &'static str {
        let row = Self::TABLE.iter().find(|(named, ..)| *named == self);
        row.map_or("", |(_, words, _)| words[place(language)])
    }

    /// What a word means.
    fn of(word: &str) -> Option<Self> {
        let word = plain(word);
        let means = |(_, words, others): &&Row<Self>| {
            words.iter().chain(*others).any(|known| known.to_lowercase() == word)
        };
        Self::TABLE.iter().find(means).map(|(named, ..)| *named)
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
    const TABLE: &'static [Row<Key>] = &[
        (Key::Title, ["Tittel", "Tittel", "Title"], &[]),
        (Key::Place, ["Sted", "Stad", "Place"], &[]),
        (Key::Date, ["Dato", "Dato", "Date"], &[]),
        (Key::Language, ["Språk", "Språk", "Language"], &[]),
        (Key::Role, ["Rolle", "Rolle", "Role"], &[]),
        (Key::Reactions, ["Reaksjoner", "Reaksjonar", "Reactions"], &[]),
        (Key::Hands, ["Håndsopprekning", "Handsopprekking", "Hand raising"], &["Hender", "Hands"]),
        (Key::Pace, ["Tempo", "Tempo", "Pace"], &[]),
        (
            Key::Questions,
            ["Spørsmål underveis", "Spørsmål undervegs", "Questions to the speaker"],
            &["Spørsmål fra salen", "Spørsmål frå salen", "Q&A"],
        ),
        (Key::QuestionsWait, ["Spørsmålene venter", "Spørsmåla ventar", "Questions wait"], &[]),
        (Key::Starts, ["Fra", "Frå", "From"], &[]),
        (Key::Ends, ["Til", "Til", "To"], &[]),
        (Key::What, ["Hva", "Kva", "What"], &["Overskrift", "Heading"]),
        (Key::How, ["Hvordan", "Korleis", "How"], &[]),
        (Key::Who, ["Hvem", "Kven", "Who"], &[]),
        (Key::Ask, ["Svar med", "Svar med", "Answer with"], &["Svar på", "Svarmåte", "Answer by"]),
        (
            Key::Answers,
            ["Svar per person", "Svar per person", "Answers per person"],
            &["Antall svar", "Talet på svar", "Answers", "Ord per person", "Words per person"],
        ),
        (Key::Length, ["Tegn per svar", "Teikn per svar", "Characters per answer"], &[]),
        (Key::Most, ["Velg inntil", "Vel inntil", "Choose up to"], &["Velg opptil", "Vel opptil"]),
        (
            Key::Other,
            ["Annet", "Anna", "Other"],
            &["Kan skrive noe annet", "Kan skrive noko anna", "Can write something else"],
        ),
        (Key::Top, ["Ranger", "Ranger", "Rank"], &["Ranger inntil", "Rank up to"]),
        (
            Key::Dots,
            ["Prikker per person", "Prikkar per person", "Dots per person"],
            &["Prikker", "Prikkar", "Dots"],
        ),
        (Key::Steps, ["Trinn", "Trinn", "Steps"], &[]),
        (
            Key::Low,
            ["Laveste betyr", "Lågaste tyder", "Lowest means"],
            &["1 betyr", "1 tyder", "1 means", "Lågaste betyr"],
        ),
        (Key::High, ["Høyeste betyr", "Høgaste tyder", "Highest means"], &["Høgaste betyr"]),
        (Key::Unit, ["Enhet", "Eining", "Unit"], &[]),
        (Key::Least, ["Minste tall", "Minste tal", "Smallest number"], &["Minst", "Least"]),
        (Key::Greatest, ["Største tall", "Største tal", "Largest number"], &["Størst", "Most"]),
        (Key::Decimals, ["Desimaler", "Desimalar", "Decimals"], &[]),
        (
            Key::Right,
            ["Riktig svar", "Rett svar", "Right answer"],
            &["Riktig tall", "Rett tal", "Right number", "Correct answer"],
        ),
        (Key::XAxis, ["Vannrett akse", "Vassrett akse", "Level axis"], &["X-akse", "X axis"]),
        (Key::XLow, ["Til venstre", "Til venstre", "To the left"], &[]),
        (Key::XHigh, ["Til høyre", "Til høgre", "To the right"], &[]),
        (Key::YAxis, ["Loddrett akse", "Loddrett akse", "Upright axis"], &["Y-akse", "Y axis"]),
        (Key::YLow, ["Nederst", "Nedst", "At the bottom"], &[]),
        (Key::YHigh, ["Øverst", "Øvst", "At the top"], &[]),
        (Key::TopLeft, ["Øverst til venstre", "Øvst til venstre", "Top left"], &[]),
        (Key::TopRight, ["Øverst til høyre", "Øvst til høgre", "Top right"], &[]),
        (Key::BottomLeft, ["Nederst til venstre", "Nedst til venstre", "Bottom left"], &[]),
        (Key::BottomRight, ["Nederst til høyre", "Nedst til høgre", "Bottom right"], &[]),
        (Key::QuizTime, ["Sekunder å svare på", "Sekund å svare på", "Seconds to answer"], &["Svartid"]),
        (Key::QuizPoints, ["Poeng for riktig svar", "Poeng for rett svar", "Points for a right answer"], &[]),
        (Key::Results, ["Resultatene vises", "Resultata blir viste", "Results show"], &[]),
        (
            Key::ResultsFrom,
            [
                "Vises når så mange har svart",
                "Blir viste når så mange har svara",
                "When so many have answered",
            ],
            &[],
        ),
        (Key::Moderation, ["Svarene venter", "Svara ventar", "Answers wait"], &[]),
        (Key::Clock, ["Klokke", "Klokke", "Clock"], &["Klokka", "Nedtelling", "Nedteljing", "Timer"]),
        (
            Key::ClockStarts,
            ["Klokka starter selv", "Klokka startar sjølv", "Clock starts by itself"],
            &["Klokken starter selv"],
        ),
        (
            Key::ClockCloses,
            ["Klokka lukker spørsmålet", "Klokka lukkar spørsmålet", "Clock closes the question"],
            &["Klokken lukker spørsmålet"],
        ),
        (
            Key::Concept,
            ["Felles begrep", "Felles omgrep", "Own heading"],
            &["Begrep", "Omgrep", "Shared heading", "Concept"],
        ),
        (Key::Words, ["Ord", "Ord", "Words"], &[]),
    ];
}

impl Key {
    /// The language that a field's word is of; bokmål where more than one has it.
    pub(super) fn language(self, word: &str) -> Language {
        let word = plain(word);
        let speaks = |language: &Language| self.word(*language).to_lowercase() == word;
        LANGUAGES.into_iter().find(speaks).unwrap_or_default()
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
    const TABLE: &'static [Row<Kind>] = &[
        (Kind::Talk, ["Innlegg", "Innlegg", "Talk"], &["Foredrag", "Punkt", "Item"]),
        (Kind::Break, ["Pause", "Pause", "Break"], &[]),
        (Kind::GroupWork, ["Gruppearbeid", "Gruppearbeid", "Group work"], &[]),
        (
            Kind::PairTalk,
            ["Samtale to og to", "Samtale to og to", "Talk in pairs"],
            &["Parsamtale", "Pair talk"],
        ),
        (Kind::Leaderboard, ["Resultatliste", "Resultatliste", "Leaderboard"], &["Poengtavle", "Scoreboard"]),
        (Kind::Question, ["Spørsmål", "Spørsmål", "Question"], &[]),
    ];
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
    const TABLE: &'static [Row<AskKind>] = &[
        (
            AskKind::OpenText,
            ["fritekst", "fritekst", "free text"],
            &["Åpent spørsmål", "Ope spørsmål", "Open question"],
        ),
        (AskKind::WordCloud, ["ordsky", "ordsky", "word cloud"], &[]),
        (AskKind::Choice, ["valg", "val", "choice"], &["Flervalg", "Fleirval", "Multiple choice"]),
        (AskKind::Ranking, ["rangering", "rangering", "ranking"], &[]),
        (AskKind::Points, ["100 poeng", "100 poeng", "100 points"], &["Poeng", "Points"]),
        (AskKind::Scales, ["skala", "skala", "scale"], &["Skalaer", "Skalaar", "Scales"]),
        (AskKind::Number, ["tall", "tal", "number"], &[]),
        (
            AskKind::Grid,
            ["firefelt", "firefelt", "2×2 grid"],
            &["2x2", "2x2 grid", "Grid", "Plan med to akser"],
        ),
        (AskKind::Quiz, ["quiz", "quiz", "quiz"], &["Quizspørsmål", "Quiz question"]),
        (
            AskKind::Dots,
            ["prikk på bilde", "prikk på bilete", "dot on a picture"],
            &["Prikker på bilde", "Prikkar på bilete", "Dots on a picture"],
        ),
    ];
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
    const TABLE: &'static [Row<Language>] = &[
        (Language::Nb, ["nb", "nb", "nb"], &["Bokmål", "Norsk", "Norwegian", "no"]),
        (Language::Nn, ["nn", "nn", "nn"], &["Nynorsk"]),
        (Language::En, ["en", "en", "en"], &["Engelsk", "English"]),
    ];
}

impl Named for ResultsTo {
    const TABLE: &'static [Row<ResultsTo>] = &[
        (
            ResultsTo::Projector,
            ["på lerretet", "på lerretet", "on the projector"],
            &["lerretet", "projector"],
        ),
        (ResultsTo::Everyone, ["for alle", "for alle", "to everyone"], &["alle", "everyone"]),
        (
            ResultsTo::Facilitator,
            [
                "når prosesslederen viser dem",
                "når prosessleiaren viser dei",
                "when the facilitator shows them",
            ],
            &["senere", "seinare", "later"],
        ),
    ];
}

impl Named for Moderation {
    const TABLE: &'static [Row<Moderation>] = &[
        (Moderation::Off, ["nei", "nei", "no"], &["ingen", "none"]),
        (Moderation::Words, ["stygge ord", "stygge ord", "foul words"], &["banneord", "swear words"]),
        (Moderation::All, ["alle", "alle", "all"], &["ja", "yes"]),
    ];
}

impl Named for bool {
    const TABLE: &'static [Row<bool>] =
        &[(true, ["ja", "ja", "yes"], &[]), (false, ["nei", "nei", "no"], &[])];
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
    page.push_str(&format!(
        "\n| {of}: bokmål | nynorsk | English | also read |\n| --- | --- | --- | --- |\n"
    ));
    for (_, [nb, nn, en], others) in T::TABLE {
        page.push_str(&format!("| {nb} | {nn} | {en} | {} |\n", others.join(", ")));
    }
}

fn words_of<T: Named>() -> impl Iterator<Item = &'static str> {
    T::TABLE.iter().flat_map(|(_, words, others)| words.iter().chain(*others)).copied()
}

const LANGUAGES: [Language; 3] = [Language::Nb, Language::Nn, Language::En];

fn place(language: Language) -> usize {
    match language {
        Language::Nb => 0,
        Language::Nn => 1,
        Language::En => 2,
    }
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
