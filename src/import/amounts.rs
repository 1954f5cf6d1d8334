//! Numbers as people and spreadsheets write them.

use crate::session::Amount;

/// The number that a cell says, with a comma or a point before its decimals and with or without spaces between thousands.
pub(super) fn amount(text: &str) -> Option<Amount> {
    let digits: String =
        text.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let digits = digits.replace('−', "-").replace(',', ".");
    let bare = digits.strip_prefix('-').unwrap_or(&digits);
    let plain = bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && bare.starts_with(|letter: char| letter.is_ascii_digit())
        && bare.matches('.').count() <= 1;
    // A number that begins with a nought names something: a postal code, a telephone.
    let named = bare.len() > 1 && bare.starts_with('0') && !bare.starts_with("0.");
    if !plain || named {
        return None;
    }
    digits.parse::<f64>().ok()?.try_into().ok()
}

/// How many decimals these need, at most three.
pub(super) fn decimals(amounts: &[Amount]) -> u8 {
    let fit = |decimals: &u8| amounts.iter().all(|amount| amount.fits_decimals(*decimals));
    (0..Amount::DECIMALS_MAX).find(fit).unwrap_or(Amount::DECIMALS_MAX)
}
