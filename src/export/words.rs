//! All wording of minutes, in each language.

use jiff::civil::{Date, Time};

use crate::session::Language;

/// One language's fixed words.
pub(super) struct Words {
    /// The language of the text, with its country, as Word wants it.
    pub locale: &'static str,
    pub minutes: &'static str,
    pub contents: &'static str,
    pub date: &'static str,
    pub time: &'static str,
    pub place: &'static str,
    pub present: &'static str,
    pub role_unsaid: &'static str,
    pub planned: &'static str,
    pub programme: &'static str,
    pub questions: &'static str,
    pub question: &'static str,
    /// Over what was noted on an item.
    pub notes: &'static str,
    /// Over all that was decided, and before one of them.
    pub decisions: &'static str,
    pub decision: &'static str,
    /// Over all that is to be done, and before one of them.
    pub follow_ups: &'static str,
    pub follow_up: &'static str,
    /// Over the questions to the speaker.
    pub asked: &'static str,
    pub asked_answered: &'static str,
    pub asked_unanswered: &'static str,
    pub votes: &'static str,
    pub other_themes: &'static str,
    pub nobody: &'static str,
    pub grouped: &'static str,
    pub grouped_and_edited: &'static str,
    piled: &'static str,
    sorted_some: &'static str,
    sorted_all: &'static str,
    pub first_round: &'static str,
    pub second_round: &'static str,
    rounds: &'static str,
    moved: &'static str,
    hidden_one: &'static str,
    hidden_many: &'static str,
    pub rank: &'static str,
    pub option: &'static str,
    pub mean_position: &'static str,
    pub points: &'static str,
    pub firsts: &'static str,
    pub page: &'static str,
    pub of: &'static str,
    /// Between two things.
    pub and: &'static str,
    /// What a sequence begins and ends with.
    pub from: &'static str,
    pub until: &'static str,
    /// Before a time that stands alone.
    pub clock: &'static str,
    decimal_sign: char,
    weekdays: [&'static str; 7],
    months: [&'static str; 12],
    participant: &'static str,
    participants: &'static str,
    answered: &'static str,
    gave: &'static str,
    answer: &'static str,
    answers: &'static str,
    ranked_all: &'static str,
    borda: &'static str,
    and_so_on: &'static str,
    agreement: &'static str,
    agreements: Agreements,
    pub pairwise_same: &'static str,
    pairwise_other: &'static str,
}

/// Words for how far people agree, from none to the strongest.
struct Agreements {
    none: &'static str,
    very_weak: &'static str,
    weak: &'static str,
    moderate: &'static str,
    strong: &'static str,
    very_strong: &'static str,
}

const NB: Words = Words {
    locale: "nb-NO",
    minutes: "Referat",
    contents: "Innhold",
    date: "Dato",
    time: "Tid",
    place: "Sted",
    present: "Til stede",
    role_unsaid: "rolle ikke oppgitt",
    planned: "planlagt",
    programme: "Program",
    questions: "Spørsmål og svar",
    question: "Spørsmål",
    notes: "Notater",
    decisions: "Beslutninger",
    decision: "Beslutning",
    follow_ups: "Oppfølging",
    follow_up: "Oppfølging",
    asked: "Spørsmål underveis",
    asked_answered: "Besvart",
    asked_unanswered: "Ikke besvart",
    votes: "Stemmer",
    other_themes: "Andre tema",
    nobody: "Ingen svarte.",
    grouped: "Svarene er gruppert automatisk.",
    grouped_and_edited: "Svarene er gruppert automatisk og gjennomgått av prosesslederen.",
    piled: "{people} la sammen svar i bunker.",
    sorted_some: "{people} sorterte {answers} av svarene.",
    sorted_all: "{people} sorterte alle svarene.",
    first_round: "Første runde",
    second_round: "Andre runde",
    rounds: "Spørsmålet ble besvart to ganger, før og etter en samtale.",
    moved: "{both} svarte begge gangene, og {moved} av dem svarte annerledes den andre gangen.",
    hidden_one: "1 svar er holdt utenfor referatet av prosesslederen.",
    hidden_many: "{answers} svar er holdt utenfor referatet av prosesslederen.",
    rank: "Plass",
    option: "Alternativ",
    mean_position: "Snittplassering",
    points: "Borda-poeng",
    firsts: "Satt først av",
    page: "Side",
    of: "av",
    and: "og",
    from: "fra",
    until: "til",
    clock: "kl. ",
    decimal_sign: ',',
    weekdays: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    months: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    participant: "deltaker",
    participants: "deltakere",
    answered: "svarte",
    gave: "ga",
    answer: "svar",
    answers: "svar",
    ranked_all: "rangerte alternativene",
    borda: "Borda-poeng: førsteplass gir {first}, andreplass {second}{more}.",
    and_so_on: " og så videre",
    agreement: "Det er {level} enighet om rekkefølgen (Kendalls W = {w}, der 1 er full enighet).",
    agreements: Agreements {
        none: "ingen",
        very_weak: "svært svak",
        weak: "svak",
        moderate: "middels",
        strong: "sterk",
        very_strong: "svært sterk",
    },
    pairwise_same: "Parvis sammenligning (Schulze) gir samme rekkefølge.",
    pairwise_other: "Parvis sammenligning (Schulze) gir en annen rekkefølge: {order}.",
};

const NN: Words = Words {
    locale: "nn-NO",
    minutes: "Referat",
    contents: "Innhald",
    date: "Dato",
    time: "Tid",
    place: "Stad",
    present: "Til stades",
    role_unsaid: "rolle ikkje oppgitt",
    planned: "planlagt",
    programme: "Program",
    questions: "Spørsmål og svar",
    question: "Spørsmål",
    notes: "Notat",
    decisions: "Avgjerder",
    decision: "Avgjerd",
    follow_ups: "Oppfølging",
    follow_up: "Oppfølging",
    asked: "Spørsmål undervegs",
    asked_answered: "Svara på",
    asked_unanswered: "Ikkje svara på",
    votes: "Røyster",
    other_themes: "Andre tema",
    nobody: "Ingen svara.",
    grouped: "Svara er grupperte automatisk.",
    grouped_and_edited: "Svara er grupperte automatisk og gjennomgåtte av prosessleiaren.",
    piled: "{people} la saman svar i bunkar.",
    sorted_some: "{people} sorterte {answers} av svara.",
    sorted_all: "{people} sorterte alle svara.",
    first_round: "Første runde",
    second_round: "Andre runde",
    rounds: "Spørsmålet vart svara på to gonger, før og etter ein samtale.",
    moved: "{both} svara begge gongene, og {moved} av dei svara annleis den andre gongen.",
    hidden_one: "1 svar er halde utanfor referatet av prosessleiaren.",
    hidden_many: "{answers} svar er haldne utanfor referatet av prosessleiaren.",
    rank: "Plass",
    option: "Alternativ",
    mean_position: "Snittplassering",
    points: "Borda-poeng",
    firsts: "Sett først av",
    page: "Side",
    of: "av",
    and: "og",
    from: "frå",
    until: "til",
    clock: "kl. ",
    decimal_sign: ',',
    weekdays: ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"],
    months: NB.months,
    participant: "deltakar",
    participants: "deltakarar",
    answered: "svara",
    gave: "gav",
    answer: "svar",
    answers: "svar",
    ranked_all: "rangerte alternativa",
    borda: "Borda-poeng: førsteplass gir {first}, andreplass {second}{more}.",
    and_so_on: " og så vidare",
    agreement: "Det er {level} semje om rekkjefølgja (Kendalls W = {w}, der 1 er full semje).",
    agreements: Agreements {
        none: "inga",
        very_weak: "svært svak",
        weak: "svak",
        moderate: "middels",
        strong: "sterk",
        very_strong: "svært sterk",
    },
    pairwise_same: "Parvis samanlikning (Schulze) gir same rekkjefølgje.",
    pairwise_other: "Parvis samanlikning (Schulze) gir ei anna rekkjefølgje: {order}.",
};

const EN: Words = Words {
    locale: "en-GB",
    minutes: "Minutes",
    contents: "Contents",
    date: "Date",
    time: "Time",
    place: "Place",
    present: "Present",
    role_unsaid: "role not given",
    planned: "planned",
    programme: "Programme",
    questions: "Questions and answers",
    question: "Question",
    notes: "Notes",
    decisions: "Decisions",
    decision: "Decision",
    follow_ups: "Follow-up",
    follow_up: "Follow-up",
    asked: "Questions to the speaker",
    asked_answered: "Answered",
    asked_unanswered: "Not answered",
    votes: "Votes",
    other_themes: "Other",
    nobody: "Nobody answered.",
    grouped: "The answers were grouped automatically.",
    grouped_and_edited: "The answers were grouped automatically and reviewed by the facilitator.",
    piled: "{people} put answers together in piles.",
    sorted_some: "{people} sorted {answers} of the answers.",
    sorted_all: "{people} sorted all the answers.",
    first_round: "First round",
    second_round: "Second round",
    rounds: "The question was answered twice, before and after talking.",
    moved: "{both} answered both times, and {moved} of them answered differently the second time.",
    hidden_one: "1 answer was kept out of the minutes by the facilitator.",
    hidden_many: "{answers} answers were kept out of the minutes by the facilitator.",
    rank: "Place",
    option: "Option",
    mean_position: "Average position",
    points: "Borda points",
    firsts: "Put first by",
    page: "Page",
    of: "of",
    and: "and",
    from: "from",
    until: "until",
    clock: "",
    decimal_sign: '.',
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    participant: "participant",
    participants: "participants",
    answered: "answered",
    gave: "gave",
    answer: "answer",
    answers: "answers",
    ranked_all: "ranked the options",
    borda: "Borda points: first place gives {first}, second place {second}{more}.",
    and_so_on: ", and so on",
    agreement: "There is {level} agreement on the order (Kendall's W = {w}, where 1 is full agreement).",
    agreements: Agreements {
        none: "no",
        very_weak: "very weak",
        weak: "weak",
        moderate: "moderate",
        strong: "strong",
        very_strong: "very strong",
    },
    pairwise_same: "Pairwise comparison (Schulze) gives the same order.",
    pairwise_other: "Pairwise comparison (Schulze) gives another order: {order}.",
};

/// The words of a language.
pub(super) fn words(language: Language) -> &'static Words {
    match language {
        Language::Nb => &NB,
        Language::Nn => &NN,
        Language::En => &EN,
    }
}

impl Words {
    /// "fredag 20. november 2026", "Friday 20 November 2026".
    pub fn long_date(&self, date: Date) -> String {
        let weekday = self.weekdays[date.weekday().to_monday_zero_offset() as usize];
        format!("{weekday} {} {}", self.short_date(date), date.year())
    }

    /// "20. november", "20 November".
    pub fn short_date(&self, date: Date) -> String {
        let month = self.months[date.month() as usize - 1];
        let dot = if self.decimal_sign == ',' { "." } else { "" };
        format!("{}{dot} {month}", date.day())
    }

    /// "43 deltakere".
    pub fn people(&self, count: usize) -> String {
        let noun = if count == 1 { self.participant } else { self.participants };
        format!("{count} {noun}")
    }

    /// "39 av 43 deltakere svarte og ga 51 svar."
    pub fn answered(&self, people: usize, present: usize, answers: usize) -> String {
        let who = self.people_of(people, present);
        if people == answers {
            format!("{who} {}.", self.answered)
        } else {
            let noun = if answers == 1 { self.answer } else { self.answers };
            format!("{who} {} {} {} {answers} {noun}.", self.answered, self.and, self.gave)
        }
    }

    /// "23 deltakere sorterte 40 av svarene.", given how many there are in all.
    pub fn sorted(&self, people: usize, answers: usize, all: usize) -> String {
        let sentence = if answers < all { self.sorted_some } else { self.sorted_all };
        sentence.replace("{people}", &self.people(people)).replace("{answers}", &answers.to_string())
    }

    /// "12 deltakere la sammen svar i bunker."
    pub fn piled(&self, people: usize) -> String {
        self.piled.replace("{people}", &self.people(people))
    }

    /// How many answered in two rounds, and how many of them otherwise in the second.
    pub fn rounds(&self, both: u64, moved: u64) -> String {
        if both == 0 {
            return self.rounds.to_owned();
        }
        let people = self.people(both as usize);
        let moved = self.moved.replace("{both}", &people).replace("{moved}", &moved.to_string());
        format!("{} {moved}", self.rounds)
    }

    /// "3 svar er holdt utenfor referatet av prosesslederen."; none when there are none.
    pub fn kept_out(&self, hidden: usize) -> Option<String> {
        match hidden {
            0 => None,
            1 => Some(self.hidden_one.to_owned()),
            _ => Some(self.hidden_many.replace("{answers}", &hidden.to_string())),
        }
    }

    /// "39 av 43 deltakere rangerte alternativene."
    pub fn ranked(&self, ballots: usize, present: usize) -> String {
        format!("{} {}.", self.people_of(ballots, present), self.ranked_all)
    }

    /// How points are counted when each ballot puts all of this many options in order, or only the top ones.
    pub fn borda(&self, options: usize, top: usize, language: Language) -> String {
        let place = |place: usize| options.saturating_sub(place).to_string();
        let rule = self
            .borda
            .replace("{first}", &place(1))
            .replace("{second}", &place(2))
            .replace("{more}", if options > 2 { self.and_so_on } else { "" });
        if top >= options {
            return rule;
        }
        let partly = match (language, top) {
            (Language::Nb, 1) => {
                "Hver deltaker valgte det viktigste; de andre alternativene deler plassene under.".to_owned()
            }
            (Language::Nb, _) => format!(
                "Hver deltaker rangerte sine {top} øverste; de andre alternativene deler plassene under."
            ),
            (Language::Nn, 1) => {
                "Kvar deltakar valde det viktigaste; dei andre alternativa deler plassane under.".to_owned()
            }
            (Language::Nn, _) => format!(
                "Kvar deltakar rangerte sine {top} øvste; dei andre alternativa deler plassane under."
            ),
            (Language::En, 1) => {
                "Each participant chose the most important option; the others share the places below."
                    .to_owned()
            }
            (Language::En, _) => {
                format!("Each participant ranked a top {top}; the other options share the places below.")
            }
        };
        format!("{partly} {rule}")
    }

    /// "Det er sterk enighet om rekkefølgen (Kendalls W = 0,72, der 1 er full enighet)."
    ///
    /// The words begin at 0.1, 0.3, 0.5, 0.7 and 0.9, as R. C. Schmidt reads W ("Managing Delphi surveys using
    /// nonparametric statistical techniques", Decision Sciences 28, 1997); the pages have the same.
    pub fn agreement(&self, w: f64) -> String {
        let levels = &self.agreements;
        // The word goes by the number that stands beside it.
        let level = match (w * 100.0).round() / 100.0 {
            ..0.1 => levels.none,
            ..0.3 => levels.very_weak,
            ..0.5 => levels.weak,
            ..0.7 => levels.moderate,
            ..0.9 => levels.strong,
            _ => levels.very_strong,
        };
        self.agreement.replace("{level}", level).replace("{w}", &self.decimal(w, 2))
    }

    /// "Parvis sammenligning (Schulze) gir en annen rekkefølge: 1. A; 2. B."
    pub fn pairwise_other(&self, order: &str) -> String {
        self.pairwise_other.replace("{order}", order)
    }

    /// A number with this many decimals.
    pub fn decimal(&self, number: f64, decimals: usize) -> String {
        // Halves go up, as people round; formatting alone would take them to the even digit.
        let unit = 10_f64.powi(decimals as i32);
        let rounded = (number * unit).round() / unit;
        format!("{rounded:.decimals$}").replace('.', self.decimal_sign.encode_utf8(&mut [0; 4]))
    }

    /// With as many decimals as it takes, three at most.
    pub fn trimmed(&self, number: f64) -> String {
        let decimals = (0..3).find(|&decimals| {
            let unit = 10_f64.powi(decimals);
            ((number * unit).round() / unit - number).abs() < 1e-9
        });
        self.decimal(number, decimals.unwrap_or(3) as usize)
    }

    /// Points: whole, or with the half that shared places give.
    pub fn points_of(&self, points: f64) -> String {
        self.decimal(points, usize::from(points.fract() != 0.0))
    }

    /// "a", "a og b", "a, b og c".
    pub fn enumerate(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [most @ .., last] => format!("{} {} {last}", most.join(", "), self.and),
        }
    }

    /// "12:15".
    pub fn clock_time(&self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// "39 av 43 deltakere", given how many there were.
    pub fn people_of(&self, people: usize, present: usize) -> String {
        if people < present {
            format!("{people} {} {}", self.of, self.people(present))
        } else {
            self.people(people)
        }
    }
}
