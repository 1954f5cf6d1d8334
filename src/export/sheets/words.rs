//! Wording of spreadsheets and tables, in the session's language.

use crate::session::{Ask, Language};

/// The words of one language.
pub(in crate::export) struct SheetWords {
    pub summary: &'static str,
    pub language: &'static str,
    pub language_name: &'static str,
    pub number: &'static str,
    pub item: &'static str,
    pub kind: &'static str,
    pub answered: &'static str,
    pub answers: &'static str,
    pub sheet: &'static str,
    pub answer: &'static str,
    pub answer_number: &'static str,
    pub theme: &'static str,
    pub family: &'static str,
    pub round: &'static str,
    pub axis: &'static str,
    pub figure: &'static str,
    pub value: &'static str,
    pub right: &'static str,
    pub place: &'static str,
    pub pairwise: &'static str,
    how_many: &'static str,
    deviation: &'static str,
    pub order: &'static str,
    pub few: &'static str,
    /// What files of answers are called.
    pub file: &'static str,
    pub archive: &'static str,
    kinds: Kinds,
}

/// What the kinds of questions are called, as on the facilitator's page.
struct Kinds {
    open_text: &'static str,
    word_cloud: &'static str,
    choice: &'static str,
    ranking: &'static str,
    scales: &'static str,
    points: &'static str,
    number: &'static str,
    grid: &'static str,
    quiz: &'static str,
    dots: &'static str,
}

const NB: SheetWords = SheetWords {
    summary: "Oversikt",
    language: "Språk",
    language_name: "Bokmål",
    number: "Nr.",
    item: "Punkt",
    kind: "Type",
    answered: "Svarte",
    answers: "Svar",
    sheet: "Ark",
    answer: "Svar",
    answer_number: "Svar nr.",
    theme: "Tema",
    family: "Hovedtema",
    round: "Runde",
    axis: "Akse",
    figure: "Tall",
    value: "Verdi",
    right: "Riktig svar",
    place: "Plass",
    pairwise: "Plass parvis",
    how_many: "Antall svar: {values}",
    deviation: "standardavvik",
    order: "Svarene på hvert spørsmål står i en egen, tilfeldig rekkefølge. Samme rad på to ark er ikke samme person.",
    few: "Færre enn fem svarte. Derfor er hvert enkelt svar ikke med, bare summen.",
    file: "Svar",
    archive: "Arkiv",
    kinds: Kinds {
        open_text: "Åpent spørsmål",
        word_cloud: "Ordsky",
        choice: "Valg",
        ranking: "Rangering",
        scales: "Skala",
        points: "100 poeng",
        number: "Tall",
        grid: "Firefelt",
        quiz: "Quiz",
        dots: "Prikk på bilde",
    },
};

const NN: SheetWords = SheetWords {
    summary: "Oversyn",
    language: "Språk",
    language_name: "Nynorsk",
    number: "Nr.",
    item: "Punkt",
    kind: "Type",
    answered: "Svara",
    answers: "Svar",
    sheet: "Ark",
    answer: "Svar",
    answer_number: "Svar nr.",
    theme: "Tema",
    family: "Hovudtema",
    round: "Runde",
    axis: "Akse",
    figure: "Tal",
    value: "Verdi",
    right: "Rett svar",
    place: "Plass",
    pairwise: "Plass parvis",
    how_many: "Tal på svar: {values}",
    deviation: "standardavvik",
    order: "Svara på kvart spørsmål står i ei eiga, tilfeldig rekkjefølgje. Same rad på to ark er ikkje same person.",
    few: "Færre enn fem svara. Difor er kvart enkelt svar ikkje med, berre summen.",
    file: "Svar",
    archive: "Arkiv",
    kinds: Kinds {
        open_text: "Ope spørsmål",
        word_cloud: "Ordsky",
        choice: "Val",
        ranking: "Rangering",
        scales: "Skala",
        points: "100 poeng",
        number: "Tal",
        grid: "Firefelt",
        quiz: "Quiz",
        dots: "Prikk på bilete",
    },
};

const EN: SheetWords = SheetWords {
    summary: "Summary",
    language: "Language",
    language_name: "English",
    number: "No.",
    item: "Item",
    kind: "Kind",
    answered: "Answered",
    answers: "Answers",
    sheet: "Sheet",
    answer: "Answer",
    answer_number: "Answer no.",
    theme: "Theme",
    family: "Main theme",
    round: "Round",
    axis: "Axis",
    figure: "Figure",
    value: "Value",
    right: "Correct answer",
    place: "Place",
    pairwise: "Pairwise place",
    how_many: "Number of answers: {values}",
    deviation: "standard deviation",
    order: "The answers to each question stand in a random order of their own. The same row on two sheets is not the same person.",
    few: "Fewer than five answered. So the single answers are left out, and only their sum is given.",
    file: "Answers",
    archive: "Archive",
    kinds: Kinds {
        open_text: "Open question",
        word_cloud: "Word cloud",
        choice: "Choice",
        ranking: "Ranking",
        scales: "Scale",
        points: "100 points",
        number: "Number",
        grid: "2×2 grid",
        quiz: "Quiz",
        dots: "Dot on a picture",
    },
};

pub(in crate::export) fn sheet_words(language: Language) -> &'static SheetWords {
    match language {
        Language::Nb => &NB,
        Language::Nn => &NN,
        Language::En => &EN,
    }
}

impl SheetWords {
    /// What a way to ask is called.
    pub fn kind(&self, ask: &Ask) -> &'static str {
        let kinds = &self.kinds;
        match ask {
            Ask::OpenText(_) => kinds.open_text,
            Ask::WordCloud(_) => kinds.word_cloud,
            Ask::Choice(_) => kinds.choice,
            Ask::Ranking(_) => kinds.ranking,
            Ask::Scales(_) => kinds.scales,
            Ask::Points(_) => kinds.points,
            Ask::Number(_) => kinds.number,
            Ask::Grid(_) => kinds.grid,
            Ask::Quiz(_) => kinds.quiz,
            Ask::Dots(_) => kinds.dots,
        }
    }

    /// "Antall svar: 30–32".
    pub fn how_many(&self, values: &str) -> String {
        self.how_many.replace("{values}", values)
    }

    /// "Nytte: standardavvik".
    pub fn deviation(&self, axis: &str) -> String {
        format!("{axis}: {}", self.deviation)
    }
}
