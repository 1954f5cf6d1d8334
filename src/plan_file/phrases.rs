//! What a plan says in a language beside the words of the format, and the words that times are read by.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::languages::InEach;
use crate::session::Language;

/// The words of one language.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Phrases {
    pub(super) decimal_sign: &'static str,
    /// That there was a picture.
    pub(super) picture_left_out: &'static str,
    times: Times,
}

/// Words of times, all in lower case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Times {
    at: Vec<&'static str>,
    until: Vec<&'static str>,
    seconds: Vec<&'static str>,
    minutes: Vec<&'static str>,
    hours: Vec<&'static str>,
}

static PHRASES: LazyLock<InEach<Phrases>> = LazyLock::new(|| InEach::read("plan"));

pub(super) fn phrases(language: Language) -> &'static Phrases {
    &PHRASES[language]
}

/// What can stand before a time, in any language.
pub(super) fn words_before_a_time() -> impl Iterator<Item = &'static str> {
    PHRASES.iter().flat_map(|(_, phrases)| &phrases.times.at).copied()
}

/// What can stand between two times, in any language.
pub(super) fn words_between_times() -> impl Iterator<Item = &'static str> {
    PHRASES.iter().flat_map(|(_, phrases)| &phrases.times.until).copied()
}

/// How many seconds a unit of time has, given its word in lower case in any language.
pub(super) fn unit_seconds(word: &str) -> Option<u32> {
    let times = || PHRASES.iter().map(|(_, phrases)| &phrases.times);
    let has = |words: fn(&Times) -> &Vec<&'static str>| times().any(|times| words(times).contains(&word));
    if has(|times| &times.seconds) {
        Some(1)
    } else if has(|times| &times.minutes) {
        Some(60)
    } else if has(|times| &times.hours) {
        Some(3_600)
    } else {
        None
    }
}
