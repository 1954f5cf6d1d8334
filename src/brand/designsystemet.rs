//! The two colours of an organisation that has a theme in Designsystemet, Norway's design system for public services.
//!
//! A theme is a file of CSS that Designsystemet's own tool makes. It names each colour in the order in which the
//! organisation gave them: main colours, `neutral`, supporting colours, and four of the system's own
//! (<https://designsystemet.no/no/fundamentals/design-elements/colors>).

use super::{Colour, OwnColours};

const PREFIX: &str = "--ds-color-";
/// The colour as the organisation gave it, before what follows from it.
const BASE: &str = "-base-default";
const NEUTRAL: &str = "neutral";
/// Colours that mean something and are the same in every theme.
const SYSTEM: [&str; 4] = ["info", "success", "warning", "danger"];

/// A file that is no theme of Designsystemet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it names no colour as Designsystemet does, as in --ds-color-accent-base-default: #0062ba")]
pub struct NoTheme;

/// The first main colour, and for the accent the first supporting one, or the second main one where there is none. Light
/// ground comes first in a theme, so the colours are those as they were given.
pub fn theme_colours(css: &str) -> Result<OwnColours, NoTheme> {
    let mut colours: Vec<(&str, Colour)> = Vec::new();
    for (name, colour) in css.split(PREFIX).skip(1).filter_map(base) {
        if !colours.iter().any(|(known, _)| *known == name) {
            colours.push((name, colour));
        }
    }
    colours.retain(|(name, _)| !SYSTEM.contains(name));
    let neutral = colours.iter().position(|(name, _)| *name == NEUTRAL).unwrap_or(colours.len());
    let (mains, supports) = colours.split_at(neutral);
    let supports = supports.get(1..).unwrap_or_default();
    let main = mains.first().or(supports.first()).ok_or(NoTheme)?;
    let accent = supports.iter().chain(mains).find(|other| other.0 != main.0);
    Ok(OwnColours { main: Some(main.1), accent: accent.map(|(_, colour)| *colour) })
}

/// A colour's name and value, of the text behind the prefix of a custom property.
fn base(text: &str) -> Option<(&str, Colour)> {
    let (property, value) = text.split_once(':')?;
    let end = value.find([';', '}']).unwrap_or(value.len());
    Some((property.trim_end().strip_suffix(BASE)?, value[..end].parse().ok()?))
}
