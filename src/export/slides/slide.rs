//! One slide: a drawing's texts as text boxes, its areas and lines as shapes, and its pictures.
//!
//! maud escapes every text; what XML cannot write is replaced before.

use bytes::Bytes;
use maud::{Markup, html};

use crate::brand::Colour;
use crate::export::drawing::{
    Align, Area, Drawing, DrawingWords, Form, HEIGHT, Image, Line, Place, Shape, Text, TextRole, WIDTH,
    Weight,
};
use crate::export::letterhead::Letterhead;

/// English Metric Units for each unit of a drawing: the usual wide slide is as wide as a drawing.
const EMU: f64 = 6_350.0;
pub(super) const WIDTH_EMU: u32 = (WIDTH * EMU) as u32;
pub(super) const HEIGHT_EMU: u32 = (HEIGHT * EMU) as u32;
/// Hundredths of a point for each unit.
const POINTS: f64 = 50.0;
/// A line of Calibri, of its size, by which the distance between lines is told.
const LINE: f64 = 1.22;
/// The first layout is for the title.
const LAYOUT_TITLE: u8 = 1;
const LAYOUT_RESULT: u8 = 2;

/// A slide and what it leads to.
pub(super) struct Part {
    pub markup: Markup,
    pub layout: u8,
    /// Its pictures, each a PNG; the slide calls the first of them `rId2`.
    pub media: Vec<Bytes>,
}

/// The first slide: the title, then when, where and how many.
pub(super) fn title_slide(title: &str, lines: &[String], logo: Option<&Letterhead>, locale: &str) -> Part {
    let logo = logo.map(|letterhead| {
        let (wide, high) = (f64::from(letterhead.width.max(1)), f64::from(letterhead.height.max(1)));
        let scale = (420.0 / wide).min(110.0 / high);
        let place = Place { x: 96.0, y: 84.0, width: wide * scale, height: high * scale };
        Image { place, png: letterhead.png.clone(), alt: letterhead.name.clone() }
    });
    let paragraph = |text: &str| {
        html! { a:p { a:r { a:rPr lang=(locale) {} a:t { (text) } } } }
    };
    let placeholder = |id: u32, name: &str, kind: &str, index: Option<u32>, paragraphs: Markup| {
        html! {
            p:sp {
                p:nvSpPr {
                    p:cNvPr id=(id) name=(name) {}
                    p:cNvSpPr { a:spLocks noGrp="1" {} }
                    p:nvPr { p:ph type=(kind) idx=[index] {} }
                }
                p:spPr {}
                p:txBody { a:bodyPr {} a:lstStyle {} (paragraphs) }
            }
        }
    };
    let under = html! {
        @for line in lines { (paragraph(line)) }
        @if lines.is_empty() { a:p { a:endParaRPr lang=(locale) {} } }
    };
    let shapes = html! {
        (placeholder(2, "Title", "ctrTitle", None, paragraph(title)))
        (placeholder(3, "Subtitle", "subTitle", Some(1), under))
        @if let Some(logo) = &logo { (image(4, 2, logo)) }
    };
    Part {
        markup: slide(shapes),
        layout: LAYOUT_TITLE,
        media: logo.into_iter().map(|logo| logo.png).collect(),
    }
}

/// A slide of one result. What is drawn lies under the words, as one group that is told as a whole.
pub(super) fn result_slide(drawing: &Drawing, words: &DrawingWords, locale: &str) -> Part {
    let (mut texts, mut areas, mut images) = (Vec::new(), Vec::new(), Vec::new());
    for shape in &drawing.shapes {
        match shape {
            Shape::Text(text) if text.lines.is_empty() => {}
            Shape::Text(text) => texts.push(text),
            Shape::Area(_) | Shape::Line(_) => areas.push(shape),
            Shape::Image(image) => images.push(image),
        }
    }
    // Numbers of shapes are unique on a slide; 1 is the slide's own.
    let mut last = 1;
    let mut id = || {
        last += 1;
        last
    };
    // The title stands first, since shapes are read in this order.
    texts.sort_by_key(|text| text.role != TextRole::Title);
    let (title, rest) = texts.split_at(texts.len().min(1));
    let titles: Vec<Markup> = title.iter().map(|text| words_of(text, &drawing.title, id(), locale)).collect();
    let pictures: Vec<Markup> =
        (2..).zip(&images).map(|(relation, picture)| image(id(), relation, picture)).collect();
    let group = (id(), areas.iter().map(|shape| drawn(shape, id())).collect::<Vec<Markup>>());
    let rest: Vec<Markup> = rest.iter().map(|text| words_of(text, &text.whole, id(), locale)).collect();
    let whole = Place { x: 0.0, y: 0.0, width: WIDTH, height: HEIGHT };
    let shapes = html! {
        @for each in titles.iter().chain(&pictures) { (each) }
        p:grpSp {
            p:nvGrpSpPr { p:cNvPr id=(group.0) name=(words.layout_result) descr=(drawing.told) {} p:cNvGrpSpPr {} p:nvPr {} }
            p:grpSpPr { a:xfrm { (offset(whole)) (child_offset(whole)) } }
            @for each in &group.1 { (each) }
        }
        @for each in &rest { (each) }
    };
    Part {
        markup: slide(shapes),
        layout: LAYOUT_RESULT,
        media: images.into_iter().map(|image| image.png.clone()).collect(),
    }
}

fn slide(shapes: Markup) -> Markup {
    html! {
        p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
        {
            p:cSld {
                p:spTree {
                    p:nvGrpSpPr { p:cNvPr id="1" name="" {} p:cNvGrpSpPr {} p:nvPr {} }
                    p:grpSpPr {}
                    (shapes)
                }
            }
            p:clrMapOvr { a:masterClrMapping {} }
        }
    }
}

/// A text box, or the title's own place.
fn words_of(text: &Text, whole: &str, id: u32, locale: &str) -> Markup {
    let is_title = text.role == TextRole::Title;
    let align = match text.align {
        Align::Start => "l",
        Align::Middle => "ctr",
        Align::End => "r",
    };
    let bold = match text.type_.weight {
        Weight::Regular => "0",
        Weight::Semibold => "1",
    };
    let apart = (text.type_.leading / LINE * 100_000.0).round();
    // What had no room is left out here as well, except of the title.
    let is_clipped = !is_title
        && text.lines.last().is_some_and(|line| line.ends_with('…') && !whole.ends_with(line.as_str()));
    let said = if is_clipped { text.lines.join(" ") } else { whole.to_owned() };
    html! {
        p:sp {
            p:nvSpPr {
                p:cNvPr id=(id) name=(if is_title { "Title" } else { "Text" }) {}
                @if is_title { p:cNvSpPr { a:spLocks noGrp="1" {} } } @else { p:cNvSpPr txBox="1" {} }
                p:nvPr { @if is_title { p:ph type="title" {} } }
            }
            p:spPr {
                a:xfrm { (offset(text.place)) }
                @if !is_title { a:prstGeom prst="rect" { a:avLst {} } a:noFill {} }
            }
            p:txBody {
                a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" { a:noAutofit {} }
                a:lstStyle {}
                a:p {
                    a:pPr algn=(align) { a:lnSpc { a:spcPct val=(apart) {} } }
                    a:r {
                        a:rPr lang=(locale) sz=((text.type_.size * POINTS).round()) b=(bold) { (fill(text.colour, 1.0)) a:latin typeface=(if is_title { "+mj-lt" } else { "+mn-lt" }) {} }
                        a:t { (said) }
                    }
                }
            }
        }
    }
}

fn drawn(shape: &Shape, id: u32) -> Markup {
    match shape {
        Shape::Area(area) => area_of(area, id),
        Shape::Line(Line { from, to, colour, width }) => {
            let place = Place {
                x: from.0.min(to.0),
                y: from.1.min(to.1),
                width: (to.0 - from.0).abs(),
                height: (to.1 - from.1).abs(),
            };
            html! {
                p:cxnSp {
                    p:nvCxnSpPr { p:cNvPr id=(id) name="Line" {} p:cNvCxnSpPr {} p:nvPr {} }
                    p:spPr {
                        a:xfrm { (offset(place)) }
                        a:prstGeom prst="line" { a:avLst {} }
                        a:ln w=(emu(*width)) { (fill(*colour, 1.0)) }
                    }
                }
            }
        }
        // They are told apart before.
        Shape::Image(_) | Shape::Text(_) => Markup::default(),
    }
}

fn area_of(area: &Area, id: u32) -> Markup {
    let Area { place, form, fill: colour, opacity, edge } = area;
    // How round corners are is told in hundred-thousandths of the shorter side.
    let (form, round) = match form {
        Form::Oval => ("ellipse", None),
        Form::Rounded(radius) if *radius > 0.0 => {
            let share = radius / place.width.min(place.height).max(1.0);
            ("roundRect", Some((share.min(0.5) * 100_000.0).round()))
        }
        Form::Rounded(_) => ("rect", None),
    };
    html! {
        p:sp {
            p:nvSpPr { p:cNvPr id=(id) name="Shape" {} p:cNvSpPr {} p:nvPr {} }
            p:spPr {
                a:xfrm { (offset(*place)) }
                a:prstGeom prst=(form) {
                    a:avLst { @if let Some(round) = round { a:gd name="adj" fmla=(format!("val {round}")) {} } }
                }
                (fill(*colour, *opacity))
                a:ln w=[edge.map(|(_, width)| emu(width))] {
                    @if let Some((colour, _)) = edge { (fill(*colour, 1.0)) } @else { a:noFill {} }
                }
            }
        }
    }
}

fn image(id: u32, relation: u32, image: &Image) -> Markup {
    html! {
        p:pic {
            p:nvPicPr {
                p:cNvPr id=(id) name="Picture" descr=(image.alt) {}
                p:cNvPicPr { a:picLocks noChangeAspect="1" {} }
                p:nvPr {}
            }
            p:blipFill { a:blip r:embed=(format!("rId{relation}")) {} a:stretch { a:fillRect {} } }
            p:spPr { a:xfrm { (offset(image.place)) } a:prstGeom prst="rect" { a:avLst {} } }
        }
    }
}

fn fill(colour: Colour, opacity: f64) -> Markup {
    html! {
        a:solidFill {
            a:srgbClr val=(hexadecimal(colour)) {
                @if opacity < 1.0 { a:alpha val=((opacity * 100_000.0).round()) {} }
            }
        }
    }
}

fn offset(place: Place) -> Markup {
    html! {
        a:off x=(emu(place.x)) y=(emu(place.y)) {}
        a:ext cx=(emu(place.width.max(0.0))) cy=(emu(place.height.max(0.0))) {}
    }
}

fn child_offset(place: Place) -> Markup {
    html! {
        a:chOff x=(emu(place.x)) y=(emu(place.y)) {}
        a:chExt cx=(emu(place.width)) cy=(emu(place.height)) {}
    }
}

fn emu(length: f64) -> i64 {
    (length * EMU).round() as i64
}

/// "104F58".
pub(super) fn hexadecimal(colour: Colour) -> String {
    colour.to_string().trim_start_matches('#').to_uppercase()
}
