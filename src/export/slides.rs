//! Results as slides for PowerPoint and others (Office Open XML, ECMA-376, part 1): a title, and a slide for each question
//! that was asked, with its texts and shapes as the program's own, so that they can be changed.
//!
//! The master, its two layouts and the colours are files in `slides/`; the slides themselves are written by `slide`.

mod slide;

use std::io::{Cursor, Write};

use maud::html;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::ExportError;
use super::docx::Pictures;
use super::drawing::{Drawing, Letters, Look, drawing, drawing_words};
use super::minutes::Minutes;
use super::page::{facts, legal};
use super::words::words;
use crate::brand::{Legibility, Mode, OwnColours, Role, Roles, theme_colour};
use crate::languages::about;
use slide::{Part, result_slide, title_slide};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const CORE: &str = include_str!("slides/core.xml");
const PACKAGE: &str = include_str!("slides/package.rels.xml");
const MASTER: &str = include_str!("slides/master.xml");
const MASTER_PARTS: &str = include_str!("slides/master.rels.xml");
const LAYOUT_TITLE: &str = include_str!("slides/layout-title.xml");
const LAYOUT_RESULT: &str = include_str!("slides/layout-result.xml");
const LAYOUT_PARTS: &str = include_str!("slides/layout.rels.xml");
const THEME: &str = include_str!("slides/theme.xml");
/// The relations and kinds of parts.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS: &str = "application/vnd.openxmlformats-officedocument.presentationml";
/// Slides are numbered from here, which the format asks for.
const SLIDE_ID_MIN: usize = 256;

/// Renders the results of all questions as slides.
pub fn slides(minutes: &Minutes, colours: OwnColours, pictures: &Pictures) -> Result<Vec<u8>, ExportError> {
    packed(minutes, colours, pictures).map_err(|error| ExportError::Slides(error.into()))
}

fn packed(
    minutes: &Minutes,
    colours: OwnColours,
    pictures: &Pictures,
) -> Result<Vec<u8>, zip::result::ZipError> {
    let locale = about(minutes.language).locale;
    let look = Look { colours, letters: Letters::Any };
    let drawings: Vec<Drawing> =
        minutes.questions.iter().map(|question| drawing(minutes, question, look, pictures)).collect();
    let lines: Vec<String> =
        facts(minutes, words(minutes.language)).into_iter().map(|fact| legal(&fact.value)).collect();
    let first = title_slide(&legal(&minutes.title), &lines, minutes.letterhead.as_ref(), locale);
    let results =
        drawings.iter().map(|drawing| result_slide(drawing, drawing_words(minutes.language), locale));
    let slides: Vec<Part> = [first].into_iter().chain(results).collect();

    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let mut write = |name: &str, bytes: &[u8]| -> Result<(), zip::result::ZipError> {
        file.start_file(name, SimpleFileOptions::default())?;
        Ok(file.write_all(bytes)?)
    };
    let named = |part: &str, name: &str| {
        part.replace("{locale}", locale).replace("{name}", &html! { (name) }.into_string())
    };
    let layouts = drawing_words(minutes.language);
    let core =
        CORE.replace("{locale}", locale).replace("{title}", &html! { (legal(&minutes.title)) }.into_string());
    write("[Content_Types].xml", content_types(slides.len()).as_bytes())?;
    write("_rels/.rels", PACKAGE.as_bytes())?;
    write("docProps/core.xml", core.as_bytes())?;
    write("ppt/presentation.xml", presentation(slides.len()).as_bytes())?;
    write("ppt/_rels/presentation.xml.rels", presentation_parts(slides.len()).as_bytes())?;
    write("ppt/theme/theme1.xml", theme(colours).as_bytes())?;
    write("ppt/slideMasters/slideMaster1.xml", named(MASTER, "").as_bytes())?;
    write("ppt/slideMasters/_rels/slideMaster1.xml.rels", MASTER_PARTS.as_bytes())?;
    for (number, layout, name) in
        [(1, LAYOUT_TITLE, layouts.layout_title), (2, LAYOUT_RESULT, layouts.layout_result)]
    {
        write(&format!("ppt/slideLayouts/slideLayout{number}.xml"), named(layout, name).as_bytes())?;
        write(&format!("ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"), LAYOUT_PARTS.as_bytes())?;
    }
    for (number, slide) in (1..).zip(&slides) {
        let media = |place: usize| format!("slide{number}-{place}.png");
        let name = format!("ppt/slides/slide{number}.xml");
        write(&name, format!("{XML}{}", slide.markup.clone().into_string()).as_bytes())?;
        write(&format!("ppt/slides/_rels/slide{number}.xml.rels"), slide_parts(slide, media).as_bytes())?;
        for (place, png) in (1..).zip(&slide.media) {
            write(&format!("ppt/media/{}", media(place)), png)?;
        }
    }
    Ok(file.finish()?.into_inner())
}

fn content_types(slides: usize) -> String {
    let parts = [
        (
            String::from("/docProps/core.xml"),
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (String::from("/ppt/presentation.xml"), format!("{KINDS}.presentation.main+xml")),
        (
            String::from("/ppt/theme/theme1.xml"),
            "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
        ),
        (String::from("/ppt/slideMasters/slideMaster1.xml"), format!("{KINDS}.slideMaster+xml")),
        (String::from("/ppt/slideLayouts/slideLayout1.xml"), format!("{KINDS}.slideLayout+xml")),
        (String::from("/ppt/slideLayouts/slideLayout2.xml"), format!("{KINDS}.slideLayout+xml")),
    ];
    let slides =
        (1..=slides).map(|number| (format!("/ppt/slides/slide{number}.xml"), format!("{KINDS}.slide+xml")));
    let types = html! {
        Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Default Extension="png" ContentType="image/png" {}
            @for (name, kind) in parts.into_iter().chain(slides) {
                Override PartName=(name) ContentType=(kind) {}
            }
        }
    };
    format!("{XML}{}", types.into_string())
}

fn presentation(slides: usize) -> String {
    let presentation = html! {
        p:presentation xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r=(RELATIONS)
            xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
        {
            p:sldMasterIdLst { p:sldMasterId id="2147483648" r:id="rId1" {} }
            p:sldIdLst {
                @for number in 0..slides { p:sldId id=(SLIDE_ID_MIN + number) r:id=(format!("rId{}", number + 3)) {} }
            }
            p:sldSz cx=(slide::WIDTH_EMU) cy=(slide::HEIGHT_EMU) {}
            p:notesSz cx="6858000" cy="9144000" {}
        }
    };
    format!("{XML}{}", presentation.into_string())
}

fn presentation_parts(slides: usize) -> String {
    let master = ("slideMaster", String::from("slideMasters/slideMaster1.xml"));
    let theme = ("theme", String::from("theme/theme1.xml"));
    let slides = (1..=slides).map(|number| ("slide", format!("slides/slide{number}.xml")));
    relations([master, theme].into_iter().chain(slides))
}

fn slide_parts(slide: &Part, media: impl Fn(usize) -> String) -> String {
    let layout = ("slideLayout", format!("../slideLayouts/slideLayout{}.xml", slide.layout));
    let pictures = (1..=slide.media.len()).map(|place| ("image", format!("../media/{}", media(place))));
    relations([layout].into_iter().chain(pictures))
}

/// What a part leads to, numbered from `rId1`.
fn relations(parts: impl Iterator<Item = (&'static str, String)>) -> String {
    let list = html! {
        Relationships xmlns=(PACKAGE_RELATIONS) {
            @for (number, (kind, target)) in (1..).zip(parts) {
                Relationship Id=(format!("rId{number}")) Type=(format!("{RELATIONS}/{kind}")) Target=(target) {}
            }
        }
    };
    format!("{XML}{}", list.into_string())
}

/// The colours that the program offers: the organisation's, and the first of the themes'.
fn theme(colours: OwnColours) -> String {
    let roles = Roles::of(colours, Mode::Light, Legibility::Far);
    let themes = [1, 2, 3, 4].map(|number| theme_colour(Some(number)));
    let all = [
        ("dk1", roles[Role::Ink]),
        ("lt1", roles[Role::Ground]),
        ("dk2", roles[Role::Quiet]),
        ("lt2", roles[Role::Sunken]),
        ("accent1", roles[Role::Primary]),
        ("accent2", roles[Role::Accent]),
        ("accent3", themes[0]),
        ("accent4", themes[1]),
        ("accent5", themes[2]),
        ("accent6", themes[3]),
        ("hlink", roles[Role::Primary]),
        ("folHlink", roles[Role::Quiet]),
    ];
    all.into_iter().fold(THEME.to_owned(), |theme, (name, colour)| {
        theme.replace(&format!("{{{name}}}"), &slide::hexadecimal(colour))
    })
}
