//! A part's XML as the elements in it and where they stand, so that all that is not changed stays byte for byte.

use std::ops::Range;

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

use super::TemplateError;

/// Elements deeper than this are nobody's: Word itself gives up long before.
const DEPTH_MAX: usize = 500;

/// One element.
#[derive(Debug)]
pub(super) struct Element {
    /// From its first bracket to its last.
    pub whole: Range<usize>,
    /// What stands between its tags; empty where it has only one.
    pub inner: Range<usize>,
    /// The element around it.
    pub parent: Option<usize>,
}

/// The elements of a part in the order in which they begin.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub text: &'a str,
    pub elements: Vec<Element>,
}

impl<'a> Tree<'a> {
    /// Reads a part; an error where it is no sound XML, or declares a document type, in which entities could grow.
    pub fn of(text: &'a str) -> Result<Tree<'a>, TemplateError> {
        let mut reader = Reader::from_str(text);
        let (mut elements, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
        loop {
            let from = reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|_| TemplateError::Broken)?;
            let to = reader.buffer_position() as usize;
            match event {
                Event::Start(_) => {
                    let parent = open.last().copied();
                    open.push(elements.len());
                    elements.push(Element { whole: from..to, inner: to..to, parent });
                    if open.len() > DEPTH_MAX {
                        return Err(TemplateError::Broken);
                    }
                }
                Event::Empty(_) => {
                    elements.push(Element { whole: from..to, inner: to..to, parent: open.last().copied() });
                }
                Event::End(_) => {
                    let ended = open.pop().ok_or(TemplateError::Broken)?;
                    elements[ended].inner.end = from;
                    elements[ended].whole.end = to;
                }
                Event::DocType(_) => return Err(TemplateError::Broken),
                Event::Eof if open.is_empty() && !elements.is_empty() => return Ok(Tree { text, elements }),
                Event::Eof => return Err(TemplateError::Broken),
                Event::Text(_)
                | Event::CData(_)
                | Event::GeneralRef(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_) => {}
            }
        }
    }

    /// The name of an element with its prefix, as in `w:p`.
    pub fn name(&self, index: usize) -> &'a str {
        let tag = &self.text[self.elements[index].whole.start + 1..];
        tag.split(|letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '/')
            .next()
            .unwrap_or_default()
    }

    /// The value of an attribute, by its name with its prefix.
    pub fn attribute(&self, index: usize, name: &str) -> Option<String> {
        let element = &self.elements[index];
        let end = if element.inner.is_empty() { element.whole.end } else { element.inner.start };
        let mut reader = Reader::from_str(&self.text[element.whole.start..end]);
        let (Event::Start(tag) | Event::Empty(tag)) = reader.read_event().ok()? else { return None };
        let found = tag.try_get_attribute(name).ok().flatten()?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// The elements directly in another.
    pub fn children(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        self.inside(parent).filter(move |index| self.elements[*index].parent == Some(parent))
    }

    /// The elements in another, however deep.
    pub fn inside(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.elements[index].whole.end;
        (index + 1..self.elements.len()).take_while(move |inner| self.elements[*inner].whole.start < end)
    }

    /// The first element of a name in another, however deep.
    pub fn find(&self, index: usize, name: &str) -> Option<usize> {
        self.inside(index).find(|inner| self.name(*inner) == name)
    }

    /// The first element of a name directly in another.
    pub fn child(&self, parent: usize, name: &str) -> Option<usize> {
        self.children(parent).find(|child| self.name(*child) == name)
    }

    /// An element as it is written.
    pub fn written(&self, index: usize) -> &'a str {
        &self.text[self.elements[index].whole.clone()]
    }

    /// What stands between the tags of an element.
    pub fn within(&self, index: usize) -> &'a str {
        &self.text[self.elements[index].inner.clone()]
    }
}

/// A text with some stretches of it written anew; of two that overlap the later one is left out.
pub(super) fn rewritten(text: &str, mut anew: Vec<(Range<usize>, String)>) -> String {
    anew.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut written, mut at) = (String::with_capacity(text.len()), 0);
    for (range, instead) in anew {
        if range.start < at {
            continue;
        }
        written.push_str(&text[at..range.start]);
        written.push_str(&instead);
        at = range.end;
    }
    written.push_str(&text[at..]);
    written
}

/// XML with the value of every element that begins so and ends at the next quotation mark made another.
///
/// No text of a person can be mistaken for the beginning, since a `<` in it is written `&lt;`.
pub(super) fn with_values(xml: &str, begins: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut pieces = xml.split(begins);
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (before, after) = piece.split_once('"').unwrap_or((piece, ""));
        written.push_str(begins);
        written.push_str(&value(before).unwrap_or_else(|| before.to_owned()));
        written.push('"');
        written.push_str(after);
    }
    written
}
