//! Wording of spreadsheets and tables, in the session's language.

use std::sync::LazyLock;

use crate::languages::InEach;
use crate::session::{Ask, Language};

/// The words of one language.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::export) struct SheetWords {
    pub summary: &'static str,
    pub language: &'static str,
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
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
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

pub(in crate::export) fn sheet_words(language: Language) -> &'static SheetWords {
    static WORDS: LazyLock<InEach<SheetWords>> = LazyLock::new(|| InEach::read("files.sheets"));
    &WORDS[language]
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
