//! Words in double braces that stand for what a session is: `{{tittel}}`, `{{dato}}` and `{{sted}}`.
//!
//! Word cuts a text into pieces wherever it likes, so that a field is looked for in a paragraph as a whole.

use std::collections::BTreeMap;

use quick_xml::escape::{partial_escape, unescape};

use super::TemplateError;
use super::xml::{Tree, rewritten};

/// What the fields stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub title: String,
    pub date: String,
    pub place: String,
}

impl Values {
    /// What a field stands for, by what is written between its braces.
    fn of(&self, field: &str) -> Option<&str> {
        match field.trim().to_lowercase().as_str() {
            "tittel" | "title" => Some(&self.title),
            "dato" | "date" => Some(&self.date),
            "sted" | "stad" | "place" => Some(&self.place),
            _ => None,
        }
    }
}

/// The texts of a part by the paragraph in which they stand, each in order; a paragraph of a text box stands for itself.
pub(super) fn texts(tree: &Tree<'_>) -> BTreeMap<usize, Vec<usize>> {
    let mut texts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in (0..tree.elements.len()).filter(|index| tree.name(*index) == "w:t") {
        let mut around = tree.elements[index].parent;
        while let Some(parent) = around.filter(|parent| tree.name(*parent) != "w:p") {
            around = tree.elements[parent].parent;
        }
        if let Some(paragraph) = around {
            texts.entry(paragraph).or_default().push(index);
        }
    }
    texts
}

/// What stands in texts, as a reader sees it.
pub(super) fn said(tree: &Tree<'_>, texts: &[usize]) -> Result<Vec<String>, TemplateError> {
    let read = |index: &usize| unescape(tree.within(*index)).map(|text| text.into_owned());
    texts.iter().map(read).collect::<Result<_, _>>().map_err(|_| TemplateError::Broken)
}

/// Whether a part has the field of this name.
pub(super) fn has(xml: &str, field: &str) -> Result<bool, TemplateError> {
    let tree = Tree::of(xml)?;
    for texts in texts(&tree).values() {
        let whole = said(&tree, texts)?.concat().to_lowercase();
        if whole.contains(&format!("{{{{{field}}}}}")) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A part with its fields filled in.
pub(super) fn filled(xml: &str, values: &Values) -> Result<String, TemplateError> {
    if !xml.contains('{') {
        return Ok(xml.to_owned());
    }
    let tree = Tree::of(xml)?;
    let mut anew = Vec::new();
    for texts in texts(&tree).values() {
        let pieces = said(&tree, texts)?;
        for (index, piece) in texts.iter().zip(with_fields(&pieces, values)) {
            if let Some(text) = piece {
                let text = format!("<w:t xml:space=\"preserve\">{}</w:t>", partial_escape(text.as_str()));
                anew.push((tree.elements[*index].whole.clone(), text));
            }
        }
    }
    Ok(rewritten(xml, anew))
}

/// The pieces of a paragraph that change: a field is filled in where it begins, and its rest goes from the others.
fn with_fields(pieces: &[String], values: &Values) -> Vec<Option<String>> {
    let whole = pieces.concat();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(begins) = whole[from..].find("{{").map(|at| from + at) {
        let Some(ends) = whole[begins..].find("}}").map(|at| begins + at + 2) else { break };
        // Of `{{{tittel}}` the last two braces count.
        let begins = whole[begins..ends].rfind("{{").map_or(begins, |at| begins + at);
        if let Some(value) = values.of(&whole[begins + 2..ends - 2]) {
            found.push((begins..ends, value));
        }
        from = ends;
    }
    let mut at = 0;
    let piece = |piece: &String| {
        let (start, end) = (at, at + piece.len());
        at = end;
        let touched = |(field, _): &&(std::ops::Range<usize>, &str)| field.start < end && field.end > start;
        found.iter().find(touched)?;
        let (mut text, mut place) = (String::new(), start);
        for (field, value) in found.iter().filter(touched) {
            text += &whole[place..field.start.max(place)];
            if field.start >= start {
                text += value;
            }
            place = field.end.min(end);
        }
        Some(text + &whole[place..end])
    };
    pieces.iter().map(piece).collect()
}
