//! Wording of the summary, in each language.

use crate::session::Language;

/// The words of one language; `{…}` stands for what is filled in, and names follow a colon.
pub(super) struct SummaryWords {
    /// Over the summary.
    pub heading: &'static str,
    pub answered: &'static str,
    pub themes: &'static str,
    pub words: &'static str,
    pub on_top: &'static str,
    pub chosen: &'static str,
    pub highest: &'static str,
    pub lowest: &'static str,
    pub points: &'static str,
    pub median: &'static str,
    pub right: &'static str,
}

const NB: SummaryWords = SummaryWords {
    heading: "Kort fortalt",
    answered: "{people} svarte.",
    themes: "Flest svar om:",
    words: "Oftest nevnt:",
    on_top: "Øverst:",
    chosen: "Flest valgte:",
    highest: "Høyest snitt:",
    lowest: "Lavest snitt:",
    points: "Flest poeng:",
    median: "Median:",
    right: "Riktige svar:",
};

const NN: SummaryWords = SummaryWords {
    heading: "Kort fortalt",
    answered: "{people} svarte.",
    themes: "Flest svar om:",
    words: "Oftast nemnt:",
    on_top: "Øvst:",
    chosen: "Flest valde:",
    highest: "Høgast snitt:",
    lowest: "Lågast snitt:",
    points: "Flest poeng:",
    median: "Median:",
    right: "Rette svar:",
};

const EN: SummaryWords = SummaryWords {
    heading: "In short",
    answered: "{people} answered.",
    themes: "Most answers on:",
    words: "Most often named:",
    on_top: "On top:",
    chosen: "Most chosen:",
    highest: "Highest mean:",
    lowest: "Lowest mean:",
    points: "Most points:",
    median: "Median:",
    right: "Right answers:",
};

/// The words of a language.
pub(super) fn summary_words(language: Language) -> &'static SummaryWords {
    match language {
        Language::Nb => &NB,
        Language::Nn => &NN,
        Language::En => &EN,
    }
}
