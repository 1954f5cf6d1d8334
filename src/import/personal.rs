//! What tells who somebody is, or when and from where they answered: by the heading of a column, and by what stands in it.

/// Headings of columns that forms and polls add by themselves, or that ask who somebody is: one a line, in lower case.
const PERSONAL: &str = include_str!("personal.txt");
/// Words that make a short heading personal wherever they stand in it.
const TELLING: [&str; 12] = [
    "e-post",
    "epost",
    "e-mail",
    "email",
    "telefonnummer",
    "mobilnummer",
    "phone number",
    "fødselsnummer",
    "fødselsdato",
    "personnummer",
    "ip-adresse",
    "ip address",
];
/// A longer heading asks about such a thing rather than for it.
const SHORT_WORDS_MAX: usize = 5;

/// Headings of what quiz forms add about each answer.
const ASIDE: [&str; 6] =
    ["total points", "quiz feedback", "totalt antall poeng", "tilbakemelding på test", "score", "poengsum"];
const ASIDE_BEGINS: [&str; 6] =
    ["points - ", "points – ", "feedback - ", "feedback – ", "poeng – ", "tilbakemelding – "];

/// Whether a heading asks who somebody is, or says when or from where they answered.
pub(super) fn is_personal_heading(heading: &str) -> bool {
    let heading = plain(heading);
    let short = heading.split_whitespace().count() <= SHORT_WORDS_MAX;
    PERSONAL.lines().any(|line| line == heading) || short && TELLING.iter().any(|word| heading.contains(word))
}

/// Whether a heading is of what a form adds about an answer.
pub(super) fn is_aside_heading(heading: &str) -> bool {
    let heading = plain(heading);
    ASIDE.contains(&heading.as_str()) || ASIDE_BEGINS.iter().any(|begins| heading.starts_with(begins))
}

/// A heading in lower case without what marks it as asked for.
pub(super) fn plain(heading: &str) -> String {
    let heading = heading.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase();
    heading.trim_matches(|letter: char| matches!(letter, ':' | '*' | '?' | ' ')).to_owned()
}

/// Whether a cell is an e-mail address, a telephone or identity number, an address on the network, or a moment.
pub(super) fn is_personal(cell: &str) -> bool {
    is_email(cell) || is_number_of_somebody(cell) || is_ip_address(cell) || is_moment(cell)
}

fn is_email(cell: &str) -> bool {
    let Some((name, host)) = cell.split_once('@') else { return false };
    let word = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace) && !text.contains('@');
    word(name) && word(host) && host.contains('.')
}

/// Norwegian telephone numbers have eight digits, identity numbers eleven; with a country's number it is up to fifteen.
fn is_number_of_somebody(cell: &str) -> bool {
    let (plus, rest) = cell.strip_prefix('+').map_or((false, cell), |rest| (true, rest));
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let plain = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    plain
        && (plus && (8..=15).contains(&digits) || digits == 11 || digits == 8 && rest.starts_with(['4', '9']))
}

fn is_ip_address(cell: &str) -> bool {
    let fourth = cell.split('.').count() == 4 && cell.split('.').all(|part| part.parse::<u8>().is_ok());
    let hex = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    fourth || cell.matches(':').count() > 2 && cell.split(':').all(hex)
}

/// A day with or without a time, as in 2026-11-20 09:14, 20.11.2026 09.14 and 11/20/26 9:14:05 AM.
pub(super) fn is_moment(cell: &str) -> bool {
    let mut parts = cell.split([' ', 'T']);
    let day = parts.next().unwrap_or_default().trim_end_matches(',');
    let numbers: Vec<&str> = day.split(['-', '.', '/']).collect();
    let number =
        |text: &&str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.len() == 3 && numbers.iter().all(number) && parts.all(is_of_a_time)
}

fn is_of_a_time(part: &str) -> bool {
    let marks = ["am", "pm", "a.m.", "p.m.", "kl", "kl.", "utc", "gmt", "cet", "cest", "europe/oslo"];
    let digits = part.bytes().all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(&byte));
    digits || marks.contains(&part.to_lowercase().as_str()) || part.to_lowercase().starts_with("gmt")
}
