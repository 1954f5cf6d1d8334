//! QR codes: as one SVG path for the pages, and as text for the terminal.

use qrcode::render::unicode;
use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code that the standard asks for (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// A code as the `d` of an SVG path in units of modules, and its side with the quiet zone; empty for text too long.
pub fn path(text: &str) -> (u32, String) {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return (0, String::new());
    };
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET_ZONE, y + QUIET_ZONE));
            }
            x += run.max(1);
        }
    }
    ((width + 2 * QUIET_ZONE) as u32, path)
}

/// A code for the terminal, two rows a line.
pub fn terminal(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    Some(
        code.render::<unicode::Dense1x2>()
            .dark_color(unicode::Dense1x2::Light)
            .light_color(unicode::Dense1x2::Dark)
            .build(),
    )
}
