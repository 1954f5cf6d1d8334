//! An organisation's colours become roles that can be read, whatever they are; and a logo is what it says.

use plenum::brand::{
    Colour, Legibility, Logo, LogoError, Mode, NoTheme, Oklch, Organisation, OwnColours, PAIRS, Role, Roles,
    contrast, style, theme_colour, theme_colours,
};
use proptest::prelude::*;

const TOKENS: &str = include_str!("../../web/src/shared/tokens.css");
const PROJECTOR: &str = include_str!("../../web/src/presenter/presenter.css");
const MODES: [Mode; 2] = [Mode::Light, Mode::Dark];
const DISTANCES: [Legibility; 2] = [Legibility::Near, Legibility::Far];
/// Every role by its custom property.
const NAMES: [(&str, Role); 17] = [
    ("ground", Role::Ground),
    ("raised", Role::Raised),
    ("sunken", Role::Sunken),
    ("ink", Role::Ink),
    ("quiet", Role::Quiet),
    ("line", Role::Line),
    ("edge", Role::Edge),
    ("danger", Role::Danger),
    ("ok", Role::Ok),
    ("primary", Role::Primary),
    ("on-primary", Role::OnPrimary),
    ("primary-soft", Role::PrimarySoft),
    ("accent", Role::Accent),
    ("accent-pressed", Role::AccentPressed),
    ("accent-edge", Role::AccentEdge),
    ("on-accent", Role::OnAccent),
    ("accent-soft", Role::AccentSoft),
];

#[test]
fn themes_have_the_colours_of_the_style_sheet() {
    const THEMES: &str = include_str!("../../web/src/shared/themes.css");
    let light = THEMES.split("data-theme=\"dark\"").next().unwrap();
    let value = |name: &str| {
        light.split(&format!("--{name}: ")).nth(1).unwrap().split(';').next().unwrap().to_owned()
    };
    let number = |name: &str| value(name).parse::<f64>().unwrap();
    let (lightness, chroma) = (number("theme-lightness"), number("theme-chroma"));
    for theme in 1..=10 {
        let hue = value(&format!("theme-{theme}"));
        let hue: f64 = hue.trim_end_matches(')').rsplit(' ').next().unwrap().parse().unwrap();
        let expected = Oklch::new(lightness, chroma, hue).colour();
        // After ten they begin anew.
        assert_eq!([Some(theme), Some(theme + 10)].map(theme_colour), [expected; 2], "theme {theme}");
    }
    let other = Oklch::new(number("theme-other-lightness"), 0.012, 232.0).colour();
    assert_eq!(theme_colour(None), other);
    assert!(value("theme-other").ends_with("0.012 232)"));
}

#[test]
fn the_colours_of_the_house_are_those_of_the_style_sheet() {
    for (at, mode) in MODES.into_iter().enumerate() {
        for (name, role) in NAMES {
            let of_page = declared(TOKENS, name);
            assert_eq!(Roles::house(mode, Legibility::Near)[role], of_page[at], "--{name}, {mode:?}");
            let of_projector = if name == "quiet" { declared(PROJECTOR, name) } else { of_page };
            assert_eq!(
                Roles::house(mode, Legibility::Far)[role],
                of_projector[at],
                "--{name}, {mode:?}, far"
            );
        }
    }
}

#[test]
fn colours_go_to_oklch_and_back_as_published() {
    // The figures of CSS Color 4 and of Ottosson's page.
    for (written, [lightness, chroma, hue]) in [
        ("#ff0000", [0.62796, 0.25768, 29.234]),
        ("#008000", [0.51975, 0.17686, 142.495]),
        ("#0000ff", [0.45201, 0.31321, 264.052]),
        ("#ffff00", [0.96798, 0.21101, 109.769]),
    ] {
        let found = colour(written).oklch();
        assert!((found.lightness - lightness).abs() < 1e-4, "{written}: {found:?}");
        assert!((found.chroma - chroma).abs() < 1e-4, "{written}: {found:?}");
        assert!((found.hue - hue).abs() < 1e-2, "{written}: {found:?}");
        assert_eq!(found.colour(), colour(written));
    }
    for step in 0..=255 {
        let grey = Colour::new(step, step, step);
        assert_eq!(grey.oklch().colour(), grey);
    }
    // What no screen shows keeps its lightness and hue.
    let vivid = Oklch::new(0.7, 0.4, 150.0).colour().oklch();
    assert!((vivid.lightness - 0.7).abs() < 0.01 && (vivid.hue - 150.0).abs() < 1.5, "{vivid:?}");
    let ratio = contrast(colour("#777777"), colour("#ffffff"));
    assert!((ratio - 4.478).abs() < 0.001, "as WCAG's own examples have it: {ratio}");
    assert!((contrast(colour("#000000"), colour("#ffffff")) - 21.0).abs() < 1e-9);
}

#[test]
fn the_hardest_colours_can_be_read_too() {
    let hard = [
        "#ffffff", "#000000", "#ffff00", "#ffee00", "#808080", "#777777", "#ff0000", "#00ff00", "#0000ff",
        "#00ffff", "#ff00ff", "#f4a340", "#104f58", "#010101", "#fefefe", "#7f7f00",
    ];
    for main in hard {
        for accent in hard {
            can_be_read(OwnColours { main: Some(colour(main)), accent: Some(colour(accent)) });
        }
        can_be_read(OwnColours { main: Some(colour(main)), accent: None });
        can_be_read(OwnColours { main: None, accent: Some(colour(main)) });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn any_two_colours_can_be_read(main: [u8; 3], accent: [u8; 3]) {
        let [main, accent] = [main, accent].map(|[red, green, blue]| Colour::new(red, green, blue));
        can_be_read(OwnColours { main: Some(main), accent: Some(accent) });
    }
}

#[test]
fn what_can_be_read_is_used_as_it_is_and_what_cannot_keeps_its_hue() {
    let light = |main: &str, accent: &str| {
        let own = OwnColours { main: Some(colour(main)), accent: Some(colour(accent)) };
        (own, Roles::of(own, Mode::Light, Legibility::Near))
    };
    let (own, roles) = light("#003b5c", "#f4a340");
    assert_eq!(roles[Role::Primary], colour("#003b5c"));
    assert_eq!(roles[Role::Accent], colour("#f4a340"));
    assert_eq!((own.main_moved(), own.accent_moved()), (None, None));

    let (own, roles) = light("#ffee00", "#001a57");
    let (asked, used) = (colour("#ffee00").oklch(), roles[Role::Primary].oklch());
    assert!((used.hue - asked.hue).abs() < 2.0, "{used:?} is no darker {asked:?}");
    let moved = own.main_moved().expect("yellow cannot be read on white");
    assert!(moved.is_darker());
    assert_eq!((moved.asked, moved.used), (colour("#ffee00"), roles[Role::Primary]));
    // Light words stand on a dark accent, so it stays.
    assert_eq!(roles[Role::Accent], colour("#001a57"));
    assert_eq!(own.accent_moved(), None);
}

#[test]
fn a_sheet_names_only_what_follows_from_what_was_set() {
    assert_eq!(style(OwnColours::default(), Legibility::Near), "");
    let main = OwnColours { main: Some(colour("#003b5c")), accent: None };
    let sheet = style(main, Legibility::Near);
    assert!(sheet.starts_with(":root{--primary:#003b5c;"), "{sheet}");
    assert!(!sheet.contains("accent"), "{sheet}");
    let both = style(OwnColours { accent: Some(colour("#f4a340")), ..main }, Legibility::Far);
    for (name, role) in NAMES {
        let own = format!("--{name}:#");
        let follows = Role::Primary as usize <= role as usize;
        assert_eq!(both.matches(&own).count(), if follows { 2 } else { 0 }, "{name} in {both}");
    }
}

#[test]
fn a_theme_of_designsystemet_gives_its_first_colours() {
    let scheme = |lightness: &str, names: &[(&str, &str)]| {
        let lines = names.iter().map(|(name, colour)| {
            let [surface, base] =
                ["surface-tinted", "base-default"].map(|role| format!("--ds-color-{name}-{role}"));
            format!("  {surface}: #ddeaf6;\n  {base}: {colour};\n  {base}-hover: #004f96;\n")
        });
        format!("[data-color-scheme=\"{lightness}\"] {{\n{}}}\n", lines.collect::<String>())
    };
    let of = |names: &[(&str, &str)]| {
        let in_dark: Vec<(&str, &str)> = names.iter().map(|(name, _)| (*name, "#93AFB3")).collect();
        theme_colours(&format!(":root, {}{}", scheme("light", names), scheme("dark", &in_dark)))
            .map(|own| [own.main, own.accent].map(|colour| colour.map(|colour| colour.to_string())))
    };
    let gives = |main: &str, accent: Option<&str>| Ok([Some(main.to_owned()), accent.map(str::to_owned)]);
    let [fjord, lyng, neutral] = [("fjord", "#104F58"), ("lyng", "#7a3b69"), ("neutral", "#1E2B3C")];
    let [molte, info, danger] = [("molte", "#F4A340"), ("info", "#0A71C0"), ("danger", "#C01B1B")];
    assert_eq!(of(&[fjord, lyng, neutral, molte, info, danger]), gives("#104f58", Some("#f4a340")));
    assert_eq!(of(&[fjord, lyng, neutral, info, danger]), gives("#104f58", Some("#7a3b69")));
    assert_eq!(of(&[fjord, neutral, danger]), gives("#104f58", None));
    assert_eq!(of(&[neutral, info]), Err(NoTheme));
    assert_eq!(theme_colours(":root { --ds-color-accent-base-default: var(--x) }"), Err(NoTheme));
    assert_eq!(theme_colours("body { color: #104f58 }"), Err(NoTheme));
}

#[test]
fn a_colour_is_written_with_six_digits() {
    assert_eq!(colour("#00aaFF").to_string(), "#00aaff");
    for other in ["", "00aaff", "#0af", "#00aaf", "#00aaffcc", "#00aafg", "red", "#é0aaf", "rgb(0,0,0)"] {
        let problem = other.parse::<Colour>().unwrap_err();
        assert!(problem.contains("#104f58"), "{other}: {problem}");
    }
    assert!("Tysvær kommune".parse::<Organisation>().is_ok());
    for other in ["", "  ", "to\nlinjer", &"k".repeat(81)] {
        assert!(other.parse::<Organisation>().is_err());
    }
}

#[test]
fn a_logo_is_a_drawing_or_a_png_written_anew() {
    let drawings = [
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\u{feff}<?xml version=\"1.0\"?>\n<!-- <p> -->\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n<svg>",
        "<!DOCTYPE svg [<!ENTITY ns \"x\">]><svg\n>",
    ];
    for drawing in drawings {
        let logo = Logo::read(drawing.as_bytes()).unwrap();
        assert_eq!(logo.content_type(), "image/svg+xml", "{drawing}");
        assert_eq!(logo.bytes().as_ref(), drawing.as_bytes());
    }
    for other in ["", "<svgx>", "<html><svg></svg></html>", "<!-- <svg>", "GIF89a", "\u{ff}\u{d8}"] {
        assert_eq!(Logo::read(other.as_bytes()), Err(LogoError::WrongType), "{other}");
    }
    let long = format!("<svg>{}</svg>", " ".repeat(200 << 10));
    assert_eq!(Logo::read(long.as_bytes()), Err(LogoError::TooLarge));

    let mut wide = std::io::Cursor::new(Vec::new());
    image_of(2_400, 600).write_to(&mut wide, image::ImageFormat::Png).unwrap();
    let mut file = wide.into_inner();
    file.extend_from_slice(b"<script>hidden behind it</script>");
    let logo = Logo::read(&file).unwrap();
    assert!(matches!(logo, Logo::Raster { width: 1_200, height: 300, .. }), "{logo:?}");
    assert_eq!(logo.content_type(), "image/png");
    assert!(!logo.bytes().windows(7).any(|part| part == b"<script"), "what hid behind the picture is gone");
    assert!(matches!(Logo::read(&file[..40]), Err(LogoError::Picture(_))));
}

#[track_caller]
fn can_be_read(own: OwnColours) {
    for mode in MODES {
        for legibility in DISTANCES {
            let roles = Roles::of(own, mode, legibility);
            let house = Roles::house(mode, legibility);
            for pair in PAIRS {
                // What is the house's on both sides is as it was designed.
                if [pair.front, pair.ground].iter().all(|role| roles[*role] == house[*role]) {
                    continue;
                }
                let (found, least) =
                    (contrast(roles[pair.front], roles[pair.ground]), pair.sight.contrast_min(legibility));
                assert!(
                    found >= least,
                    "{own:?}, {mode:?}, {legibility:?}: {pair:?} has {found:.2}, not {least}: {} on {}",
                    roles[pair.front],
                    roles[pair.ground]
                );
            }
        }
    }
}

/// The light and the dark colour of a custom property in a sheet.
fn declared(sheet: &str, name: &str) -> [Colour; 2] {
    let value =
        sheet.split(&format!("--{name}: ")).nth(1).expect("the sheet has it").split(';').next().unwrap();
    if let Some(other) = value.strip_prefix("var(--") {
        return declared(sheet, other.trim_end_matches(')'));
    }
    let colours: Vec<Colour> = value
        .split("oklch(")
        .skip(1)
        .map(|part| {
            let parts: Vec<f64> =
                part.split(')').next().unwrap().split(' ').map(|part| part.parse().unwrap()).collect();
            Oklch::new(parts[0], parts[1], parts[2]).colour()
        })
        .collect();
    [colours[0], *colours.last().unwrap()]
}

fn colour(written: &str) -> Colour {
    written.parse().unwrap()
}

fn image_of(width: u32, height: u32) -> image::DynamicImage {
    image::RgbaImage::from_fn(width, height, |x, _| image::Rgba([0, 80, 90, (x % 256) as u8])).into()
}
