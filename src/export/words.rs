//! All wording of minutes, in each language.

use std::sync::LazyLock;

use jiff::civil::{Date, Time};

use crate::languages::InEach;
use crate::session::Language;

/// One language's fixed words.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Words {
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
    long_date: &'static str,
    short_date: &'static str,
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
    chose_one: &'static str,
    ranked_top: &'static str,
    agreement: &'static str,
    agreements: Agreements,
    /// Where a PDF lacks letters.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only PDFs are set in our fonts alone"))]
    pub letters_lost: &'static str,
    pub pairwise_same: &'static str,
    pairwise_other: &'static str,
}

/// Words for how far people agree, from none to the strongest.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Agreements {
    none: &'static str,
    very_weak: &'static str,
    weak: &'static str,
    moderate: &'static str,
    strong: &'static str,
    very_strong: &'static str,
}

/// The words of a language.
pub(super) fn words(language: Language) -> &'static Words {
    static WORDS: LazyLock<InEach<Words>> = LazyLock::new(|| InEach::read("files.minutes"));
    &WORDS[language]
}

/// Over the answers that stand in no theme.
pub fn other_themes(language: Language) -> &'static str {
    words(language).other_themes
}

impl Words {
    /// "fredag 20. november 2026", "Friday 20 November 2026".
    pub fn long_date(&self, date: Date) -> String {
        let weekday = self.weekdays[date.weekday().to_monday_zero_offset() as usize];
        self.dated(self.long_date, date).replace("{weekday}", weekday)
    }

    /// "20. november", "20 November".
    pub fn short_date(&self, date: Date) -> String {
        self.dated(self.short_date, date)
    }

    fn dated(&self, form: &str, date: Date) -> String {
        let month = self.months[date.month() as usize - 1];
        let dated = form.replace("{day}", &date.day().to_string()).replace("{month}", month);
        dated.replace("{year}", &date.year().to_string())
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

    /// "svarte", after who did.
    pub fn answered_verb(&self) -> &'static str {
        self.answered
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
    pub fn borda(&self, options: usize, top: usize) -> String {
        let place = |place: usize| options.saturating_sub(place).to_string();
        let rule = self
            .borda
            .replace("{first}", &place(1))
            .replace("{second}", &place(2))
            .replace("{more}", if options > 2 { self.and_so_on } else { "" });
        if top >= options {
            return rule;
        }
        let partly = if top == 1 { self.chose_one } else { self.ranked_top };
        let partly = partly.replace("{top}", &top.to_string());
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
