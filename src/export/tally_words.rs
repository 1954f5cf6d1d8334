//! Wording of what answers add up to, in the session's language.

use crate::session::{ENTRY_WORDS_MAX, Language, OtherView, POINTS};

/// The words of one language; `{…}` stands for what is filled in.
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

const NB: TallyWords = TallyWords {
    chose: "valgte",
    marked: "satte merke",
    gave_points: "fordelte poeng",
    gave_number: "svarte med et tall",
    option: "Alternativ",
    count: "Antall",
    share: "Andel",
    several: "Hver kunne velge opptil {most}, så andelene kan bli mer enn 100 % til sammen.",
    other: "Annet (skrev selv)",
    written_as_other: "Skrev selv",
    withheld_one: "Det én person skrev selv, er holdt utenfor referatet av prosesslederen.",
    withheld_many: "Det {people} personer skrev selv, er holdt utenfor referatet av prosesslederen.",
    correct: "Riktig: {options}.",
    answered_quiz: "svarte",
    right: "{people} svarte riktig ({share}).",
    statement: "Utsagn",
    marks: "Merker",
    mean: "Snitt",
    median: "Median",
    scale: "Skala fra 1{low} til {steps}{high}.",
    points: "Poeng",
    per_person: "Per deltaker",
    givers: "Ga poeng",
    hundred: "Hver fordelte {points} poeng.",
    least: "Minst",
    most: "Størst",
    numbers: "Svar",
    interval: "Svar mellom",
    solution: "Riktig svar: {value}.",
    nearest: "Nærmest: {values} ({people}).",
    placed_items: "plasserte punkter",
    item: "Punkt",
    part: "Felt",
    middle: "På midten",
    placings: "Plassert",
    axis: "{axis}: fra 0{low} til 100{high}.",
    deviation: "Tallene er snitt ± standardavvik.",
    placed_dots: "satte prikker",
    part_of_picture: "Del av bildet",
    dots: "Prikker",
    picture: "Bilde",
    parts_of_picture: [
        "Øverst til venstre",
        "Øverst i midten",
        "Øverst til høyre",
        "Midt på til venstre",
        "I midten",
        "Midt på til høyre",
        "Nederst til venstre",
        "Nederst i midten",
        "Nederst til høyre",
    ],
    word: "Ord",
    written: "Skrevet som",
    cloud: "Hver kunne gi korte svar på inntil {words} ord. Bøyninger av samme ord er talt sammen.",
};

const NN: TallyWords = TallyWords {
    chose: "valde",
    marked: "sette merke",
    gave_points: "fordelte poeng",
    gave_number: "svara med eit tal",
    option: "Alternativ",
    count: "Tal",
    share: "Del",
    several: "Kvar kunne velje opptil {most}, så delane kan bli meir enn 100 % til saman.",
    other: "Anna (skreiv sjølv)",
    written_as_other: "Skreiv sjølv",
    withheld_one: "Det éin person skreiv sjølv, er halde utanfor referatet av prosessleiaren.",
    withheld_many: "Det {people} personar skreiv sjølve, er halde utanfor referatet av prosessleiaren.",
    correct: "Rett: {options}.",
    answered_quiz: "svara",
    right: "{people} svara rett ({share}).",
    statement: "Utsegn",
    marks: "Merke",
    mean: "Snitt",
    median: "Median",
    scale: "Skala frå 1{low} til {steps}{high}.",
    points: "Poeng",
    per_person: "Per deltakar",
    givers: "Gav poeng",
    hundred: "Kvar fordelte {points} poeng.",
    least: "Minst",
    most: "Størst",
    numbers: "Svar",
    interval: "Svar mellom",
    solution: "Rett svar: {value}.",
    nearest: "Nærast: {values} ({people}).",
    placed_items: "plasserte punkt",
    item: "Punkt",
    part: "Felt",
    middle: "På midten",
    placings: "Plassert",
    axis: "{axis}: frå 0{low} til 100{high}.",
    deviation: "Tala er snitt ± standardavvik.",
    placed_dots: "sette prikkar",
    part_of_picture: "Del av biletet",
    dots: "Prikkar",
    picture: "Bilete",
    parts_of_picture: [
        "Øvst til venstre",
        "Øvst i midten",
        "Øvst til høgre",
        "Midt på til venstre",
        "I midten",
        "Midt på til høgre",
        "Nedst til venstre",
        "Nedst i midten",
        "Nedst til høgre",
    ],
    word: "Ord",
    written: "Skrive som",
    cloud: "Kvar kunne gi korte svar på inntil {words} ord. Bøyingar av same ord er talde saman.",
};

const EN: TallyWords = TallyWords {
    chose: "chose",
    marked: "marked the scale",
    gave_points: "gave out points",
    gave_number: "answered with a number",
    option: "Option",
    count: "Count",
    share: "Share",
    several: "Each could choose up to {most}, so the shares may add up to more than 100 %.",
    other: "Other (own words)",
    written_as_other: "Own words",
    withheld_one: "What one person wrote was kept out of the minutes by the facilitator.",
    withheld_many: "What {people} people wrote was kept out of the minutes by the facilitator.",
    correct: "Correct: {options}.",
    answered_quiz: "answered",
    right: "{people} answered correctly ({share}).",
    statement: "Statement",
    marks: "Marks",
    mean: "Mean",
    median: "Median",
    scale: "Scale from 1{low} to {steps}{high}.",
    points: "Points",
    per_person: "Per participant",
    givers: "Gave points",
    hundred: "Each gave out {points} points.",
    least: "Lowest",
    most: "Highest",
    numbers: "Answers",
    interval: "Answers between",
    solution: "Correct answer: {value}.",
    nearest: "Nearest: {values} ({people}).",
    placed_items: "placed items",
    item: "Item",
    part: "Quadrant",
    middle: "In the middle",
    placings: "Placed",
    axis: "{axis}: from 0{low} to 100{high}.",
    deviation: "Figures are mean ± standard deviation.",
    placed_dots: "placed dots",
    part_of_picture: "Part of the picture",
    dots: "Dots",
    picture: "Picture",
    parts_of_picture: [
        "Top left",
        "Top centre",
        "Top right",
        "Middle left",
        "Centre",
        "Middle right",
        "Bottom left",
        "Bottom centre",
        "Bottom right",
    ],
    word: "Word",
    written: "Written as",
    cloud: "Each could give short answers of up to {words} words. Forms of the same word are counted together.",
};

pub(super) fn tally_words(language: Language) -> &'static TallyWords {
    match language {
        Language::Nb => &NB,
        Language::Nn => &NN,
        Language::En => &EN,
    }
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
