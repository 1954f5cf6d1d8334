//! The roles of the pages' colours, those of the house, and those that follow from an organisation's two.

use super::oklch::{Colour, Oklch, contrast};
use super::pairs::Sight;

/// The colours that an organisation has set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnColours {
    /// For links, what is chosen, and bars.
    pub main: Option<Colour>,
    /// For the one button and what is on now.
    pub accent: Option<Colour>,
}

/// What a colour is for; as the custom properties of `web/src/shared/tokens.css`.
#[expect(missing_docs, reason = "the style sheet tells what each is for")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Ground,
    Raised,
    Sunken,
    Ink,
    Quiet,
    Line,
    Edge,
    Danger,
    Ok,
    Primary,
    OnPrimary,
    PrimarySoft,
    Accent,
    AccentPressed,
    AccentEdge,
    OnAccent,
    AccentSoft,
}

/// On light or on dark ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
}

/// From how far away a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legibility {
    /// A phone or a laptop.
    Near,
    /// The projector, from the back of the room.
    Far,
}

/// A colour for each role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roles([Colour; ROLES]);

const ROLES: usize = Role::AccentSoft as usize + 1;

/// A colour of the organisation's that is used much darker or lighter on light ground than it was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// As it was set.
    pub asked: Colour,
    /// As it is used.
    pub used: Colour,
}

/// White of the house, for words on what is dark.
const PAPER: Oklch = Oklch::new(0.99, 0.004, 85.0);
/// How much darker the button gets under a finger.
const PRESSED_BY: f64 = 0.06;
/// How light the main colour is at least on dark ground, so that it is as calm there as that of the house.
const PRIMARY_IN_DARK: f64 = 0.76;
/// How vivid a colour is at most on dark ground, where it would glow.
const CHROMA_IN_DARK: f64 = 0.16;

impl Roles {
    /// The roles that follow from these colours; those of a colour that is not set are the house's.
    ///
    /// A colour keeps its hue, and its lightness as far as the pairs of [`super::PAIRS`] allow.
    pub fn of(own: OwnColours, mode: Mode, legibility: Legibility) -> Roles {
        let mut roles = Roles::house(mode, legibility);
        // The soft grounds come first, since what stands on them depends on them.
        if let Some(main) = own.main {
            let soft = roles.soft(main.oklch().calmed(0.022), Role::PrimarySoft, mode, legibility);
            roles.set(Role::PrimarySoft, soft);
        }
        if let Some(accent) = own.accent {
            let soft = roles.soft(accent.oklch().calmed(0.042), Role::AccentSoft, mode, legibility);
            roles.set(Role::AccentSoft, soft);
            roles.set_accent(accent.oklch(), mode, legibility);
        }
        // Words in the house's own primary may stand on a soft ground that is not the house's.
        let main = own.main.map_or_else(|| roles[Role::Primary].oklch(), Colour::oklch);
        if own != OwnColours::default() {
            roles.set_primary(main, mode, legibility);
        }
        roles
    }

    /// The roles of `web/src/shared/tokens.css`, and of the projector's sheet.
    pub fn house(mode: Mode, legibility: Legibility) -> Roles {
        let far = legibility == Legibility::Far;
        let quiet = match mode {
            Mode::Light => Oklch::new(if far { 0.41 } else { 0.45 }, 0.022, 232.0),
            Mode::Dark => Oklch::new(if far { 0.81 } else { 0.77 }, 0.014, 210.0),
        };
        // In the order of `Role`.
        let colours = match mode {
            Mode::Light => [
                Oklch::new(0.974, 0.009, 85.0),
                Oklch::new(0.993, 0.004, 85.0),
                Oklch::new(0.947, 0.011, 85.0),
                Oklch::new(0.23, 0.025, 232.0),
                quiet,
                Oklch::new(0.885, 0.011, 85.0),
                Oklch::new(0.6, 0.02, 220.0),
                Oklch::new(0.5, 0.175, 27.0),
                Oklch::new(0.46, 0.1, 158.0),
                Oklch::new(0.4, 0.075, 208.0),
                PAPER,
                Oklch::new(0.94, 0.022, 205.0),
                Oklch::new(0.77, 0.155, 66.0),
                Oklch::new(0.71, 0.155, 63.0),
                Oklch::new(0.77, 0.155, 66.0),
                Oklch::new(0.23, 0.035, 60.0),
                Oklch::new(0.945, 0.042, 78.0),
            ],
            Mode::Dark => [
                Oklch::new(0.205, 0.022, 232.0),
                Oklch::new(0.25, 0.024, 232.0),
                Oklch::new(0.175, 0.02, 232.0),
                Oklch::new(0.955, 0.008, 85.0),
                quiet,
                Oklch::new(0.355, 0.022, 232.0),
                Oklch::new(0.6, 0.022, 225.0),
                Oklch::new(0.77, 0.13, 25.0),
                Oklch::new(0.8, 0.125, 158.0),
                Oklch::new(0.8, 0.085, 200.0),
                Oklch::new(0.2, 0.03, 220.0),
                Oklch::new(0.3, 0.04, 212.0),
                Oklch::new(0.8, 0.145, 70.0),
                Oklch::new(0.74, 0.145, 67.0),
                Oklch::new(0.8, 0.145, 70.0),
                Oklch::new(0.23, 0.035, 60.0),
                Oklch::new(0.32, 0.045, 70.0),
            ],
        };
        Roles(colours.map(Oklch::colour))
    }

    /// A ground that is hardly coloured, on which ink and quiet ink are read.
    fn soft(&self, tint: Oklch, role: Role, mode: Mode, legibility: Legibility) -> Colour {
        let words = Sight::Words.contrast_min(legibility);
        let holds = |soft: Colour| {
            contrast(self[Role::Ink], soft) >= words
                && contrast(self[Role::Quiet], soft) >= words
                && contrast(self[Role::Edge], soft) >= Sight::Edge.contrast_min(legibility)
                && [Role::Danger, Role::Ok]
                    .iter()
                    .all(|front| contrast(self[*front], soft) >= Sight::WordsNear.contrast_min(legibility))
        };
        away(tint.at(self[role].oklch().lightness), opposite(mode), holds)
    }

    fn set_primary(&mut self, main: Oklch, mode: Mode, legibility: Legibility) {
        let words = Sight::Words.contrast_min(legibility);
        let (start, on) = match mode {
            Mode::Light => (main, PAPER.colour()),
            Mode::Dark => {
                let start = main.calmed(CHROMA_IN_DARK).at(main.lightness.max(PRIMARY_IN_DARK));
                (start, main.calmed(0.03).at(0.2).colour())
            }
        };
        let grounds = [Role::Ground, Role::Raised, Role::Sunken, Role::PrimarySoft, Role::AccentSoft]
            .map(|role| self[role]);
        let line = self[Role::Line];
        let holds = |primary: Colour| {
            grounds.iter().chain([&on]).all(|ground| contrast(primary, *ground) >= words)
                && contrast(primary, line) >= Sight::Edge.contrast_min(legibility)
        };
        self.set(Role::Primary, away(start, mode, holds));
        self.set(Role::OnPrimary, on);
    }

    fn set_accent(&mut self, asked: Oklch, mode: Mode, legibility: Legibility) {
        let words = Sight::Words.contrast_min(legibility);
        let dark = asked.calmed(0.035).at(0.23).colour();
        let light = PAPER.colour();
        let start = match mode {
            Mode::Light => asked,
            Mode::Dark => asked.calmed(CHROMA_IN_DARK),
        };
        let with_dark = {
            // Light enough for dark words, then dark enough to be told from light ground.
            let lit = away(start, Mode::Dark, |accent| contrast(dark, accent) >= words);
            match mode {
                Mode::Light => away(lit.oklch(), mode, |accent| self.is_surface(accent, legibility)),
                Mode::Dark => away(lit.oklch(), mode, |accent| self.stands_out(accent, legibility)),
            }
        };
        let with_light = away(start, Mode::Light, |accent| {
            contrast(light, accent) >= words && self.is_surface(accent, legibility)
        });
        let moved = |colour: Colour| (colour.oklch().lightness - asked.lightness).abs();
        let (accent, on) = match mode {
            Mode::Light if moved(with_light) < moved(with_dark) => (with_light, light),
            Mode::Light | Mode::Dark => (with_dark, dark),
        };
        let at = |lightness: f64| accent.oklch().at(lightness).colour();
        let lightness = accent.oklch().lightness;
        let pressed = Some(at(lightness - PRESSED_BY))
            .filter(|pressed| contrast(on, *pressed) >= Sight::WordsNear.contrast_min(legibility))
            .unwrap_or_else(|| at(lightness + PRESSED_BY));
        let edge = away(accent.oklch(), mode, |edge| self.stands_out(edge, legibility));
        self.set(Role::Accent, accent);
        self.set(Role::AccentPressed, pressed);
        self.set(Role::AccentEdge, edge);
        self.set(Role::OnAccent, on);
    }

    fn is_surface(&self, accent: Colour, legibility: Legibility) -> bool {
        let least = Sight::Surface.contrast_min(legibility);
        [Role::Ground, Role::Raised].iter().all(|ground| contrast(accent, self[*ground]) >= least)
    }

    fn stands_out(&self, edge: Colour, legibility: Legibility) -> bool {
        let least = Sight::Edge.contrast_min(legibility);
        let grounds = [Role::Ground, Role::Raised, Role::Sunken, Role::AccentSoft];
        grounds.iter().all(|ground| contrast(edge, self[*ground]) >= least)
    }

    fn set(&mut self, role: Role, colour: Colour) {
        self.0[role as usize] = colour;
    }
}

impl std::ops::Index<Role> for Roles {
    type Output = Colour;

    fn index(&self, role: Role) -> &Colour {
        &self.0[role as usize]
    }
}

impl OwnColours {
    /// The main colour, where it is used much darker or lighter.
    pub fn main_moved(self) -> Option<Moved> {
        self.main.and_then(|asked| self.moved(asked, Role::Primary))
    }

    /// The accent, where it is used much darker or lighter.
    pub fn accent_moved(self) -> Option<Moved> {
        self.accent.and_then(|asked| self.moved(asked, Role::Accent))
    }

    fn moved(self, asked: Colour, role: Role) -> Option<Moved> {
        /// A difference in lightness that is seen when both are not side by side.
        const SEEN: f64 = 0.08;
        let used = Roles::of(self, Mode::Light, Legibility::Near)[role];
        let by = (asked.oklch().lightness - used.oklch().lightness).abs();
        (by > SEEN).then_some(Moved { asked, used })
    }
}

impl Moved {
    /// Whether it is used darker than it was set, not lighter.
    pub fn is_darker(self) -> bool {
        self.used.oklch().lightness < self.asked.oklch().lightness
    }
}

fn opposite(mode: Mode) -> Mode {
    match mode {
        Mode::Light => Mode::Dark,
        Mode::Dark => Mode::Light,
    }
}

/// The colour itself where it holds; else the nearest that does among darker ones, on light ground, or among lighter
/// ones, on dark ground. At the end of the way, black or white, it must hold.
fn away(from: Oklch, ground: Mode, holds: impl Fn(Colour) -> bool) -> Colour {
    const HALVINGS: usize = 10;
    let as_it_is = from.colour();
    if holds(as_it_is) {
        return as_it_is;
    }
    let (mut fails, mut good) = match ground {
        Mode::Light => (from.lightness, 0.0),
        Mode::Dark => (from.lightness, 1.0),
    };
    let mut found = from.at(good).colour();
    for _ in 0..HALVINGS {
        let lightness = f64::midpoint(fails, good);
        let colour = from.at(lightness).colour();
        if holds(colour) {
            (good, found) = (lightness, colour);
        } else {
            fails = lightness;
        }
    }
    found
}
