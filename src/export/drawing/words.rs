//! Wording of drawings and slides, in each language.

use std::sync::LazyLock;

use crate::languages::InEach;
use crate::session::Language;

/// The words of one language; `{…}` stands for what is filled in.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::export) struct DrawingWords {
    /// What a file with one picture is called, and one with slides.
    pub picture: &'static str,
    pub slides: &'static str,
    /// Of the layouts of slides.
    pub layout_title: &'static str,
    pub layout_result: &'static str,
    more: &'static str,
    /// Beside what is right.
    pub right: &'static str,
    before: &'static str,
    place_before: &'static str,
    /// Before a mean place, and after points.
    pub mean: &'static str,
    pub points: &'static str,
    pub median: &'static str,
    pub average: &'static str,
    pub solution: &'static str,
    /// What stands in no part of a plane.
    pub spread: &'static str,
    /// Where the fonts of a picture lack letters.
    pub letters_lost: &'static str,
}

/// The words of a language.
pub(in crate::export) fn drawing_words(language: Language) -> &'static DrawingWords {
    static WORDS: LazyLock<InEach<DrawingWords>> = LazyLock::new(|| InEach::read("files.drawings"));
    &WORDS[language]
}

impl DrawingWords {
    /// "og 12 til", of what has no room.
    pub fn more(&self, count: usize) -> String {
        self.more.replace("{count}", &count.to_string())
    }

    /// "før 40 %", of the round before.
    pub fn before(&self, figure: &str) -> String {
        self.before.replace("{figure}", figure)
    }

    /// "før nr. 3".
    pub fn place_before(&self, place: usize) -> String {
        self.place_before.replace("{place}", &place.to_string())
    }
}
