//! Wording of what answers add up to, in the session's language.

use std::sync::LazyLock;

use crate::languages::InEach;
use crate::session::{ENTRY_WORDS_MAX, Language, OtherView, POINTS};

/// The words of one language; `{…}` stands for what is filled in.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct TallyWords {
    pub chose: &'static str,
    pub marked: &'static str,
    pub gave_points: &'static str,
    pub gave_number: &'static str,
    pub option: &'static str,
    pub count: &'static str,
    pub share: &'static str,
    pub several: &'static str,
    /// What was written beside the options, as a row among them.
    pub other: &'static str,
    pub written_as_other: &'static str,
    withheld_one: &'static str,
    withheld_many: &'static str,
    pub correct: &'static str,
    pub answered_quiz: &'static str,
    pub right: &'static str,
    pub statement: &'static str,
    pub marks: &'static str,
    pub mean: &'static str,
    pub median: &'static str,
    pub scale: &'static str,
    pub points: &'static str,
    pub per_person: &'static str,
    pub givers: &'static str,
    hundred: &'static str,
    pub least: &'static str,
    pub most: &'static str,
    pub numbers: &'static str,
    pub interval: &'static str,
    pub solution: &'static str,
    pub nearest: &'static str,
    pub placed_items: &'static str,
    pub item: &'static str,
    pub part: &'static str,
    pub middle: &'static str,
    pub placings: &'static str,
    axis: &'static str,
    pub deviation: &'static str,
    pub placed_dots: &'static str,
    pub part_of_picture: &'static str,
    pub dots: &'static str,
    pub picture: &'static str,
    /// Row by row from the top left.
    pub parts_of_picture: [&'static str; 9],
    pub word: &'static str,
    pub written: &'static str,
    cloud: &'static str,
}

pub(super) fn tally_words(language: Language) -> &'static TallyWords {
    static WORDS: LazyLock<InEach<TallyWords>> = LazyLock::new(|| InEach::read("files.tally"));
    &WORDS[language]
}

impl TallyWords {
    /// "Skala fra 1 (helt uenig) til 5 (helt enig)."
    pub fn scale(&self, steps: u8, low: &str, high: &str) -> String {
        let ends = self.scale.replace("{low}", &meant(low)).replace("{high}", &meant(high));
        ends.replace("{steps}", &steps.to_string())
    }

    /// "Nytte: fra 0 (lav) til 100 (høy)."
    pub fn axis(&self, name: &str, low: &str, high: &str) -> String {
        self.axis.replace("{axis}", name).replace("{low}", &meant(low)).replace("{high}", &meant(high))
    }

    /// What several choices do to the shares.
    pub fn several(&self, most: u8) -> String {
        self.several.replace("{most}", &most.to_string())
    }

    /// That what some wrote beside the options is kept from the room, if it is.
    pub fn withheld(&self, other: &OtherView) -> Option<String> {
        match other.withheld.iter().map(|each| each.count).sum::<u64>() {
            0 => None,
            1 => Some(self.withheld_one.to_owned()),
            people => Some(self.withheld_many.replace("{people}", &people.to_string())),
        }
    }

    /// How points were given.
    pub fn hundred(&self) -> String {
        self.hundred.replace("{points}", &POINTS.to_string())
    }

    /// How the words of a cloud are counted.
    pub fn cloud(&self) -> String {
        self.cloud.replace("{words}", &ENTRY_WORDS_MAX.to_string())
    }
}

/// What an end of a scale or an axis means, after its number.
fn meant(label: &str) -> String {
    if label.is_empty() { String::new() } else { format!(" ({label})") }
}
