//! Times of the day and lengths of time, as people write them.

use super::phrases::{unit_seconds, words_before_a_time, words_between_times};
use super::problem::Fault;
use crate::session::TimeOfDay;

/// What stands between two times, and between a time and a title.
const DASHES: [char; 3] = ['–', '-', '—'];

/// The times that a line begins with, and the rest of it.
pub(super) struct Times<'a> {
    pub(super) starts: TimeOfDay,
    pub(super) ends: Option<TimeOfDay>,
    pub(super) rest: &'a str,
}

/// `09:00`, `kl. 9.00–9.15` and the like at the beginning of a line; none where it does not begin with a time.
///
/// # Errors
/// What looks like a time and is none, with the fault.
pub(super) fn times(line: &str) -> Result<Option<Times<'_>>, (Fault, &str)> {
    let Some((starts, rest)) = clock(without_word(line)) else { return Ok(None) };
    let starts = time(starts)?;
    let after = rest.trim_start();
    let second = after
        .strip_prefix(DASHES)
        .or_else(|| words_between_times().find_map(|word| after.strip_prefix(word)))
        .and_then(|after| clock(without_word(after.trim_start())));
    let (ends, rest) = match second {
        Some((ends, rest)) => (Some(time(ends)?), rest),
        None => (None, rest),
    };
    let rest = rest.trim_start();
    let parted = rest.strip_prefix(DASHES).or_else(|| rest.strip_prefix(':'));
    let rest = parted.filter(|title| title.starts_with([' ', '\t'])).unwrap_or(rest);
    Ok(Some(Times { starts, ends, rest: rest.trim_start() }))
}

/// The seconds of a length such as `2 min 30 s`, `2:30`, or `2` for minutes, and what stands behind it.
pub(super) fn stretch(text: &str) -> Option<(u32, &str)> {
    let text = text.trim();
    let (first, mut rest) = number(text)?;
    let mut seconds: u32;
    if let Some((part, after)) = rest.strip_prefix(':').and_then(number)
        && rest.len() - after.len() == 3
        && part < 60
    {
        (seconds, rest) = (first.checked_mul(60)?.checked_add(part)?, after);
    } else if let Some((each, after)) = unit(rest) {
        (seconds, rest) = (first.checked_mul(each)?, after);
        while let Some((more, after)) = number(rest.trim_start())
            && let Some((each, after)) = unit(after)
        {
            (seconds, rest) = (seconds.checked_add(more.checked_mul(each)?)?, after);
        }
    } else {
        seconds = first.checked_mul(60)?;
    }
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start();
    let label = rest.strip_prefix(DASHES).or_else(|| rest.strip_prefix([',', ':'])).unwrap_or(rest);
    Some((seconds, label))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

fn unit(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start_matches(' ');
    let letters = text.len() - text.trim_start_matches(char::is_alphabetic).len();
    let (word, rest) = text.split_at(letters);
    let seconds = unit_seconds(&word.to_lowercase())?;
    Some((seconds, rest.strip_prefix('.').unwrap_or(rest)))
}

/// What looks like a time at the beginning of a text: `9:00`, `09.15`, and no date.
fn clock(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let hours = digits(0);
    let parted = bytes.get(hours).is_some_and(|byte| [b':', b'.'].contains(byte));
    if !(1..=2).contains(&hours) || !parted || digits(hours + 1) != 2 {
        return None;
    }
    let (found, rest) = text.split_at(hours + 3);
    let goes_on = rest.starts_with(char::is_alphanumeric)
        || rest
            .strip_prefix([':', '.'])
            .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    (!goes_on).then_some((found, rest))
}

fn time(found: &str) -> Result<TimeOfDay, (Fault, &str)> {
    found.parse().map_err(|_| (Fault::WrongTime, found))
}

/// The text without a word such as "kl." before a time.
fn without_word(text: &str) -> &str {
    let starts = |word: &&str| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    match words_before_a_time().find(starts) {
        Some(word) => text[word.len()..].trim_start(),
        None => text,
    }
}
