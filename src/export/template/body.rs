//! The template's document: where our text goes, what stays around it, and how much room a line has there.

use super::TemplateError;
use super::fields::{said, texts};
use super::xml::{Tree, rewritten};

/// What a paragraph says, or the tag of a content control, where the minutes go.
const PLACES: [&str; 2] = ["referat", "minutes"];
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/// What our text needs beside `w`.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
];

/// The document around our text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Around {
    /// What stands before and after it, with the tags that open and close the document.
    pub before: String,
    pub after: String,
    /// The room for it.
    pub room: Room,
}

/// The room that a page has within its margins, in twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    pub width: usize,
    pub height: usize,
}

/// The narrowest and the widest that a page is taken for: five centimetres, and the widest that Word has.
const ROOM: std::ops::RangeInclusive<usize> = 2_835..=31_680;

/// Cuts the document in two at the place for our text; without such a place all that stands in it makes room.
pub(super) fn around(document: &str) -> Result<Around, TemplateError> {
    let document = with_namespaces(document)?;
    let tree = Tree::of(&document)?;
    let body = tree.child(0, "w:body").ok_or(TemplateError::Broken)?;
    let blocks: Vec<usize> = tree.children(body).collect();
    let inner = tree.elements[body].inner.clone();
    let place = place(&tree, &blocks)?;
    let section = |block: usize| match tree.name(block) {
        "w:sectPr" => Some(block),
        "w:p" => tree.child(block, "w:pPr").and_then(|properties| tree.child(properties, "w:sectPr")),
        _ => None,
    };
    let sections: Vec<usize> = blocks.iter().filter_map(|block| section(*block)).collect();
    let last = blocks.last().copied().filter(|block| tree.name(*block) == "w:sectPr");
    let Some(place) = place else {
        let last_section = last.map_or(String::new(), |last| with_headers(&tree, last, &sections));
        return Ok(Around {
            before: document[..inner.start].to_owned(),
            after: last_section + &document[inner.end..],
            room: last.map_or(Room::of_a4(), |last| Room::of(&tree, last)),
        });
    };
    let own_section = section(place).filter(|_| tree.name(place) == "w:p");
    // The place itself may end a section, whose pages stay as they are.
    let kept = own_section
        .map_or(String::new(), |section| format!("<w:p><w:pPr>{}</w:pPr></w:p>", tree.written(section)));
    let place_at = &tree.elements[place].whole;
    let room = sections.iter().find(|section| tree.elements[**section].whole.end > place_at.start);
    Ok(Around {
        before: document[..place_at.start].to_owned(),
        after: kept + &document[place_at.end..],
        room: room.map_or(Room::of_a4(), |section| Room::of(&tree, *section)),
    })
}

/// The block that makes room for our text.
fn place(tree: &Tree<'_>, blocks: &[usize]) -> Result<Option<usize>, TemplateError> {
    let is_place = |text: &str| PLACES.contains(&text.trim().to_lowercase().as_str());
    let mut places: Vec<usize> = Vec::new();
    for block in blocks.iter().filter(|block| tree.name(**block) == "w:sdt") {
        let properties = tree.child(*block, "w:sdtPr");
        let tag = properties.and_then(|properties| tree.child(properties, "w:tag"));
        if tag.and_then(|tag| tree.attribute(tag, "w:val")).is_some_and(|tag| is_place(&tag)) {
            places.push(*block);
        }
    }
    let controls = places.clone();
    let within = |index: usize, outer: &usize| {
        let (inner, outer) = (&tree.elements[index].whole, &tree.elements[*outer].whole);
        outer.start <= inner.start && inner.end <= outer.end
    };
    for (paragraph, pieces) in texts(tree) {
        let whole = said(tree, &pieces)?.concat();
        let names = PLACES.map(|name| format!("{{{{{name}}}}}"));
        if !names.iter().any(|name| whole.to_lowercase().contains(name)) {
            continue;
        }
        if controls.iter().any(|control| within(paragraph, control)) {
            continue;
        }
        let is_alone = names.contains(&whole.trim().to_lowercase());
        if !is_alone || !blocks.contains(&paragraph) {
            return Err(TemplateError::Misplaced);
        }
        places.push(paragraph);
    }
    match places.as_slice() {
        [] => Ok(None),
        [place] => Ok(Some(*place)),
        _ => Err(TemplateError::Misplaced),
    }
}

/// The last section as it is written, with the headers and footers that it had from those before it.
fn with_headers(tree: &Tree<'_>, last: usize, sections: &[usize]) -> String {
    let written = tree.written(last);
    let references = |section: usize| {
        tree.children(section)
            .filter(|child| matches!(tree.name(*child), "w:headerReference" | "w:footerReference"))
            .map(|child| ((tree.name(child), tree.attribute(child, "w:type")), child))
            .collect::<Vec<_>>()
    };
    let mut known: Vec<_> = references(last).into_iter().map(|(kind, _)| kind).collect();
    let mut taken_over = String::new();
    for section in sections.iter().rev().filter(|section| **section != last) {
        for (kind, reference) in references(*section) {
            if !known.contains(&kind) {
                taken_over += tree.written(reference);
                known.push(kind);
            }
        }
    }
    let element = &tree.elements[last];
    if taken_over.is_empty() || element.inner.is_empty() {
        return written.to_owned();
    }
    let at = element.inner.start - element.whole.start;
    rewritten(written, vec![(at..at, taken_over)])
}

impl Room {
    /// A4 with margins of 25 mm.
    fn of_a4() -> Room {
        Room { width: 9_072, height: 14_004 }
    }

    /// The room of a section's pages; of several columns that of one.
    fn of(tree: &Tree<'_>, section: usize) -> Room {
        let number = |element: &str, attribute: &str, otherwise: i64| {
            let found = tree.child(section, element).and_then(|child| tree.attribute(child, attribute));
            found.and_then(|value| value.parse().ok()).unwrap_or(otherwise)
        };
        let margin = |side: &str| number("w:pgMar", side, 1_417).abs();
        let across = number("w:pgSz", "w:w", 11_906) - margin("w:left") - margin("w:right");
        let width = across - number("w:pgMar", "w:gutter", 0).abs();
        let columns = number("w:cols", "w:num", 1).max(1);
        let width = (width - (columns - 1) * number("w:cols", "w:space", 708)) / columns;
        let height = number("w:pgSz", "w:h", 16_838) - margin("w:top") - margin("w:bottom");
        let bounded = |length: i64| (length.max(0) as usize).clamp(*ROOM.start(), *ROOM.end());
        Room { width: bounded(width), height: bounded(height) }
    }
}

/// The document with the names declared that our text needs.
fn with_namespaces(document: &str) -> Result<String, TemplateError> {
    let tree = Tree::of(document)?;
    if tree.name(0) != "w:document" {
        return Err(if document.contains(STRICT) { TemplateError::Strict } else { TemplateError::Broken });
    }
    match tree.attribute(0, "xmlns:w").as_deref() {
        Some(WORD) => {}
        Some(STRICT) => return Err(TemplateError::Strict),
        Some(_) | None => return Err(TemplateError::Broken),
    }
    let mut missing = String::new();
    for (name, namespace) in NAMESPACES {
        match tree.attribute(0, name).as_deref() {
            Some(kept) if kept == namespace => {}
            Some(_) => return Err(TemplateError::Broken),
            None => missing += &format!(" {name}=\"{namespace}\""),
        }
    }
    let at = tree.elements[0].whole.start + "<w:document".len();
    Ok(rewritten(document, vec![(at..at, missing)]))
}
