//! A drawing as SVG (SVG 1.1, which every program reads): texts as texts, and all it shows told in its description.
//!
//! maud escapes every text; what XML cannot write is replaced before.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use super::shapes::{Align, Area, Drawing, Form, HEIGHT, Image, Line, Shape, Text, WIDTH, Weight};

/// Ours first; where it is not installed, one that is no wider.
const FAMILIES: &str = "Inter, 'Inter Variable', 'Segoe UI', Arial, 'Liberation Sans', sans-serif";

/// Writes the drawing as a file of its own.
pub(super) fn svg(drawing: &Drawing) -> String {
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    let file = html! {
        svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width=(WIDTH) height=(HEIGHT)
            viewBox=(view_box) lang=(drawing.language) xml:lang=(drawing.language)
            role="img" aria-labelledby="title desc" font-family=(FAMILIES)
        {
            title id="title" { (drawing.title) }
            desc id="desc" { (drawing.told) }
            rect width=(WIDTH) height=(HEIGHT) fill=(drawing.ground) {}
            @for shape in &drawing.shapes { (written(shape)) }
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", file.into_string())
}

fn written(shape: &Shape) -> Markup {
    match shape {
        Shape::Area(area) => written_area(area),
        Shape::Line(Line { from, to, colour, width }) => html! {
            line x1=(rounded(from.0)) y1=(rounded(from.1)) x2=(rounded(to.0)) y2=(rounded(to.1))
                stroke=(colour) stroke-width=(rounded(*width)) {}
        },
        Shape::Image(Image { place, png, alt }) => {
            let source = format!("data:image/png;base64,{}", STANDARD.encode(png));
            html! {
                image x=(rounded(place.x)) y=(rounded(place.y)) width=(rounded(place.width))
                    height=(rounded(place.height)) xlink:href=(source)
                {
                    title { (alt) }
                }
            }
        }
        Shape::Text(text) => written_text(text),
    }
}

fn written_area(area: &Area) -> Markup {
    let Area { place, form, fill, opacity, edge } = area;
    let opacity = (*opacity < 1.0).then_some(rounded(*opacity));
    let (stroke, wide) = (edge.map(|(colour, _)| colour), edge.map(|(_, width)| rounded(width)));
    match form {
        Form::Rounded(radius) => {
            let radius = Some(rounded(*radius)).filter(|radius| *radius > 0.0);
            html! {
                rect x=(rounded(place.x)) y=(rounded(place.y)) width=(rounded(place.width))
                    height=(rounded(place.height)) rx=[radius] fill=(fill) fill-opacity=[opacity]
                    stroke=[stroke] stroke-width=[wide] {}
            }
        }
        Form::Oval => html! {
            ellipse cx=(rounded(place.x + place.width / 2.0)) cy=(rounded(place.y + place.height / 2.0))
                rx=(rounded(place.width / 2.0)) ry=(rounded(place.height / 2.0)) fill=(fill)
                fill-opacity=[opacity] stroke=[stroke] stroke-width=[wide] {}
        },
    }
}

fn written_text(text: &Text) -> Markup {
    let (x, anchor) = match text.align {
        Align::Start => (text.place.x, None),
        Align::Middle => (text.place.x + text.place.width / 2.0, Some("middle")),
        Align::End => (text.place.right(), Some("end")),
    };
    let weight = match text.type_.weight {
        Weight::Regular => None,
        Weight::Semibold => Some("600"),
    };
    let (x, first) = (rounded(x), text.place.y + text.type_.base());
    let base = |line: usize| rounded(first + line as f64 * text.type_.line());
    html! {
        @if !text.lines.is_empty() {
            text font-size=(rounded(text.type_.size)) font-weight=[weight] fill=(text.colour) text-anchor=[anchor] {
                @if let [line] = text.lines.as_slice() {
                    tspan x=(x) y=(base(0)) { (line) }
                } @else {
                    @for (number, line) in text.lines.iter().enumerate() {
                        tspan x=(x) y=(base(number)) { (line) }
                    }
                }
            }
        }
    }
}

/// To the tenth, which is seen on no screen.
fn rounded(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
