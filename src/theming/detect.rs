//! Which language the answers are written in, told by their small words.

use crate::session::Language;

use super::words::words;

/// The language of all answers together with their question. Bokmål when nothing tells.
pub fn detect_language(answers: &[&str], question: &str) -> Language {
    let (mut bokmal, mut nynorsk, mut norwegian, mut english) = (0_usize, 0_usize, 0_usize, 0_usize);
    for text in answers.iter().copied().take(TEXTS_READ_MAX).chain([question]) {
        for word in words(text) {
            let word = word.lower.as_str();
            bokmal += usize::from(BOKMAL.contains(&word));
            nynorsk += usize::from(NYNORSK.contains(&word));
            norwegian += usize::from(NORWEGIAN.contains(&word) || word.contains(['æ', 'ø', 'å']));
            english += usize::from(ENGLISH.contains(&word));
        }
    }
    if english > norwegian + bokmal + nynorsk {
        Language::En
    } else if nynorsk > bokmal {
        Language::Nn
    } else {
        Language::Nb
    }
}

/// Answers that are read: the first thousand tell as well as all.
const TEXTS_READ_MAX: usize = 1_000;

const BOKMAL: &[&str] = &[
    "jeg",
    "ikke",
    "en",
    "et",
    "hva",
    "hvordan",
    "hvem",
    "hvor",
    "hvorfor",
    "hver",
    "noe",
    "noen",
    "mye",
    "mer",
    "være",
    "blir",
    "ble",
    "gjør",
    "gjøre",
    "kommer",
    "fra",
    "selv",
    "flere",
    "hjem",
    "bare",
    "sammen",
    "nå",
    "hun",
    "dere",
    "øker",
    "vei",
    "ansatte",
    "tjenester",
    "tjenestene",
    "brukere",
    "brukerne",
    "ledere",
    "lederne",
    "deg",
];
const NYNORSK: &[&str] = &[
    "eg",
    "ikkje",
    "ein",
    "eit",
    "ei",
    "kva",
    "korleis",
    "kven",
    "kvar",
    "kvifor",
    "kvart",
    "noko",
    "nokon",
    "nokre",
    "mykje",
    "meir",
    "vere",
    "vera",
    "vert",
    "vart",
    "gjer",
    "gjere",
    "kjem",
    "frå",
    "sjølv",
    "fleire",
    "heim",
    "berre",
    "saman",
    "no",
    "ho",
    "dykk",
    "aukar",
    "veg",
    "tilsette",
    "tenester",
    "tenestene",
    "brukarar",
    "brukarane",
    "leiarar",
    "leiarane",
    "dei",
    "betre",
    "einskild",
    "medverknad",
    "treng",
    "skule",
    "skulen",
];
const NORWEGIAN: &[&str] = &[
    "og", "er", "av", "som", "det", "til", "på", "med", "vi", "å", "har", "om", "skal", "må", "kan", "vil",
    "oss", "alle", "når", "eller", "men", "så", "også", "være", "blir", "den", "vår", "våre", "mellom",
    "bør", "god", "godt", "gode",
];
const ENGLISH: &[&str] = &[
    "the", "and", "of", "to", "is", "are", "it", "that", "this", "with", "we", "you", "my", "be", "not",
    "have", "what", "how", "who", "why", "where", "when", "would", "should", "can", "do", "does", "on",
    "our", "your", "they", "from", "about", "more", "a", "an", "in", "will",
];
