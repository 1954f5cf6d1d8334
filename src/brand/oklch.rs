//! Colours as screens take them and as eyes order them, and the contrast between two.

use std::fmt;
use std::str::FromStr;

/// A colour of sRGB (IEC 61966-2-1), eight bits a channel, written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// A colour of OKLCH (B. Ottosson, "A perceptual color space for image processing", 2020,
/// <https://bottosson.github.io/posts/oklab/>), as CSS Color 4, section 9, takes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oklch {
    /// From 0, black, to 1, white.
    pub lightness: f64,
    /// From 0, grey, to about 0.32 for the most vivid colours of a screen.
    pub chroma: f64,
    /// In degrees, 0 to 360; without meaning where there is no chroma.
    pub hue: f64,
}

impl Colour {
    /// A colour by its red, green and blue, 0 to 255.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Colour([red, green, blue])
    }

    /// The same colour as eyes order it.
    pub fn oklch(self) -> Oklch {
        let [red, green, blue] = self.linear();
        let l = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
        let m = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
        let s = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
        let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        let b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        Oklch {
            lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            chroma: a.hypot(b),
            hue: b.atan2(a).to_degrees().rem_euclid(360.0),
        }
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Red, green and blue in proportion to light, 0 to 1.
    fn linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }
}

impl FromStr for Colour {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim().strip_prefix('#').unwrap_or_default();
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err("write a colour as # and six digits, as in #104f58");
        }
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap_or_default();
        Ok(Colour([channel(0), channel(2), channel(4)]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(to, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Oklch {
    /// A colour by its lightness, chroma and hue, as in CSS.
    pub const fn new(lightness: f64, chroma: f64, hue: f64) -> Self {
        Oklch { lightness, chroma, hue }
    }

    /// The same hue and chroma at another lightness.
    pub fn at(self, lightness: f64) -> Self {
        Oklch { lightness: lightness.clamp(0.0, 1.0), ..self }
    }

    /// The same hue and lightness, at most so vivid.
    pub fn calmed(self, chroma_max: f64) -> Self {
        Oklch { chroma: self.chroma.min(chroma_max), ..self }
    }

    /// The nearest colour that a screen can show: of the same lightness and hue, and as vivid as there is, as CSS Color 4,
    /// section 13.2, reduces chroma (without its last step, which lets hue and lightness give way a little).
    pub fn colour(self) -> Colour {
        const HALVINGS: usize = 14;
        if let Some(shown) = self.shown() {
            return shown;
        }
        let (mut least, mut most) = (0.0, self.chroma);
        for _ in 0..HALVINGS {
            let chroma = f64::midpoint(least, most);
            if (Oklch { chroma, ..self }).shown().is_some() { least = chroma } else { most = chroma }
        }
        let found = Oklch { chroma: least, ..self };
        found.shown().unwrap_or_else(|| quantised(found.linear()))
    }

    /// The colour, where a screen can show it.
    fn shown(self) -> Option<Colour> {
        /// Less than half a step of eight bits in the darkest tones.
        const SLACK: f64 = 1e-4;
        let linear = self.linear();
        linear.iter().all(|part| (-SLACK..=1.0 + SLACK).contains(part)).then(|| quantised(linear))
    }

    /// Red, green and blue in proportion to light; outside 0 to 1 where no screen can show it.
    fn linear(self) -> [f64; 3] {
        let (sine, cosine) = self.hue.to_radians().sin_cos();
        let (a, b) = (self.chroma * cosine, self.chroma * sine);
        let l = (self.lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
        let m = (self.lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
        let s = (self.lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
        [
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
        ]
    }
}

/// The contrast ratio of two colours, 1 to 21, whichever is in front (WCAG 2.2, "contrast ratio").
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn quantised(linear: [f64; 3]) -> Colour {
    Colour(linear.map(|part| {
        let part = part.clamp(0.0, 1.0);
        let value = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
        (value * 255.0).round() as u8
    }))
}
