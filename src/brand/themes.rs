//! The colour of a theme on light ground: the same as on every screen, since it follows from the theme's number.

use super::oklch::{Colour, Oklch};

/// One lightness, one chroma and ten hues, as in `web/src/shared/themes.css`.
const LIGHTNESS: f64 = 0.52;
const CHROMA: f64 = 0.115;
const HUES: [f64; 10] = [215.0, 55.0, 310.0, 145.0, 15.0, 255.0, 95.0, 345.0, 180.0, 285.0];
/// What stands in no theme.
const OTHER: Oklch = Oklch::new(LIGHTNESS, 0.012, 232.0);

/// The colour of the theme with this number, counted from 1; without a number, that of what stands in none.
pub fn theme_colour(theme: Option<u32>) -> Colour {
    let Some(theme) = theme else { return OTHER.colour() };
    let place = (theme as usize + HUES.len() - 1) % HUES.len();
    Oklch::new(LIGHTNESS, CHROMA, HUES[place]).colour()
}
