//! Dots on a picture, those near each other as one that is the larger.

use super::shapes::{Area, Form, Image, Place, Shape, Text, Type, Weight};
use super::sheet::Sheet;
use crate::brand::Role;
use crate::export::minutes::one_line;
use crate::export::tallied::spots;
use crate::picture::on_paper;
use crate::session::{DotCluster, Picture};

/// How much of the picture a dot hides.
const COVER: f64 = 0.85;

/// Draws the picture, if it is kept, and the dots on it.
pub(super) fn draw(
    picture: Option<&Picture>,
    kept: Option<&[u8]>,
    clusters: &[DotCluster],
    sheet: &mut Sheet<'_>,
) {
    let room = sheet.room;
    let alt = picture.map(|picture| one_line(picture.alt.as_str())).unwrap_or_default();
    let prepared = kept.and_then(|bytes| on_paper(bytes, &[]).ok());
    // Without the picture the dots still lie as they did.
    let (wide, high) = match (&prepared, picture) {
        (Some(prepared), _) => (prepared.width, prepared.height),
        (None, Some(picture)) => (picture.width, picture.height),
        (None, None) => (4, 3),
    };
    let (wide, high) = (f64::from(wide.max(1)), f64::from(high.max(1)));
    let scale = (room.width / wide).min(room.height / high);
    let (width, height) = (wide * scale, high * scale);
    let place = Place {
        x: room.x + (room.width - width) / 2.0,
        y: room.y + (room.height - height) / 2.0,
        width,
        height,
    };
    match prepared {
        Some(prepared) => {
            sheet.push(Shape::Image(Image { place, png: prepared.bytes.into(), alt }));
        }
        None => {
            sheet.area(place, Form::Rounded(0.0), sheet.roles[Role::Sunken]);
            let text = sheet.set(&alt, place, Type::new(32.0, Weight::Regular));
            sheet.text(Text { colour: sheet.roles[Role::Quiet], ..text });
        }
    }
    let (fill, edge) = (sheet.roles[Role::Accent], sheet.roles[Role::OnAccent]);
    for spot in spots(clusters) {
        let radius = (f64::from(spot.radius) * (width * height).sqrt()).max(4.0);
        let (x, y) = (place.x + f64::from(spot.x) * width, place.y + f64::from(spot.y) * height);
        let place = Place { x: x - radius, y: y - radius, width: radius * 2.0, height: radius * 2.0 };
        let edge = Some((edge, (radius * 0.14).clamp(1.0, 4.0)));
        sheet.push(Shape::Area(Area { place, form: Form::Oval, fill, opacity: COVER, edge }));
    }
}
