//! An organisation's own look: its name, its logo, and two colours from which the roles of the pages follow.
//!
//! The colours are the only thing that is chosen. Which lightness a role needs so that what stands on it can be read is
//! worked out here, for light and dark and for near and far; `pairs` lists what meets what. Everything here is pure.

mod designsystemet;
mod logo;
mod name;
mod oklch;
mod pairs;
mod roles;
mod style;
mod themes;

pub use designsystemet::{NoTheme, theme_colours};
pub use logo::{Logo, LogoError};
pub use name::Organisation;
pub use oklch::{Colour, Oklch, contrast};
pub use pairs::{PAIRS, Pair, Sight};
pub use roles::{Legibility, Mode, Moved, OwnColours, Role, Roles};
pub use style::style;
pub use themes::theme_colour;

/// All that an organisation has set of its own look; nothing of it by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// Whose it is; what a logo is called where it is not seen.
    pub organisation: Option<Organisation>,
    /// The logo.
    pub logo: Option<Logo>,
    /// The logo on dark grounds, where it is another one.
    pub dark_logo: Option<Logo>,
    /// Its colours.
    pub colours: OwnColours,
}

impl Brand {
    /// What a logo is called: the organisation's name, or ours.
    pub fn name(&self) -> &str {
        self.organisation.as_ref().map_or("Plenum", Organisation::as_str)
    }
}
