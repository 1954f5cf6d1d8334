//! A text as blocks of fields: what each line is, and which lines belong together.

use super::names::{AskKind, Key, Kind, Named, nearest_word};
use super::problem::{Fault, Problems};
use super::times::times;
use crate::session::{Language, TimeOfDay};

/// Lines that belong together: what stands above the programme, an item, or a heading of one's own.
pub(super) struct Block {
    pub(super) line: usize,
    pub(super) begins: Begins,
    pub(super) entries: Vec<Entry>,
}

/// What a block begins with.
pub(super) enum Begins {
    /// What stands above the programme.
    Head,
    /// An item.
    Item(Header),
    /// A heading of one's own, which is the first of its fields.
    Concept,
    /// Something that was not understood; nobody can say what its fields should be.
    Unread,
}

/// A field with its value, which may be of several lines and is not trimmed.
pub(super) struct Entry {
    pub(super) line: usize,
    pub(super) key: Key,
    pub(super) value: String,
    /// The language that its word is of.
    pub(super) language: Language,
}

/// The line that an item begins with.
#[derive(Default)]
pub(super) struct Header {
    pub(super) starts: Option<TimeOfDay>,
    pub(super) ends: Option<TimeOfDay>,
    pub(super) kind: Option<Kind>,
    pub(super) ask: Option<AskKind>,
    /// What stands behind times and kind, with the lines that continue it.
    pub(super) title: String,
    /// The words of the kind where nothing stands behind it.
    pub(super) alone: String,
}

/// The marks that a line of a list begins with; all but the hyphen need a space after them.
const MARKS: [char; 4] = ['-', '–', '•', '*'];
/// Begins a comment.
const COMMENT: char = '#';
/// Before what would otherwise begin something else.
pub(super) const ESCAPE: char = '\\';

/// Parts a text into blocks; the first is what stands above the programme.
pub(super) fn blocks(text: &str, problems: &mut Problems) -> Vec<Block> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut parted = Parted {
        blocks: vec![Block { line: 1, begins: Begins::Head, entries: Vec::new() }],
        open: Open::Nothing,
        blank: 0,
    };
    for (line, raw) in (1..).zip(text.split('\n')) {
        let content = raw.trim_start_matches([' ', '\t']);
        let is_indented = content.len() < raw.len();
        if content.is_empty() {
            parted.blank += 1;
        } else if !content.starts_with(COMMENT) {
            parted.take(line, content, is_indented, problems);
            parted.blank = 0;
        }
    }
    parted.blocks
}

/// Whether a line of a paragraph would be taken for something else without an escape.
pub(super) fn needs_escape(content: &str) -> bool {
    content.starts_with([ESCAPE, COMMENT, ' ']) || listed(content).is_some() || field(content).is_some()
}

/// The item that a line begins; none when it begins none.
///
/// # Errors
/// A time that is none, with the fault.
pub(super) fn header(content: &str) -> Result<Option<Header>, (Fault, &str)> {
    let found = times(content)?;
    let is_timed = found.is_some();
    let mut header = Header::default();
    let rest = match found {
        Some(times) => {
            (header.starts, header.ends) = (Some(times.starts), times.ends);
            times.rest
        }
        None => content,
    };
    let (word, title) = rest.split_once(':').unwrap_or((rest, ""));
    header.ask = AskKind::of(word);
    header.kind = Kind::of(word).or(header.ask.map(|_| Kind::Question));
    if header.kind.is_none() {
        header.title = rest.to_owned();
        return Ok(is_timed.then_some(header));
    }
    header.title = title.trim_start().to_owned();
    header.alone = word.trim().to_owned();
    Ok(Some(header))
}

/// What is being read, so that lines can continue it.
enum Open {
    Nothing,
    /// A line that was not understood; what continues it has been told with it.
    Told,
    Title,
    Field,
}

struct Parted {
    blocks: Vec<Block>,
    open: Open,
    /// Blank lines since the last that was not.
    blank: usize,
}

impl Parted {
    fn take(&mut self, line: usize, content: &str, is_indented: bool, problems: &mut Problems) {
        let is_escaped = is_indented && content.starts_with(ESCAPE);
        if !is_escaped {
            if let Some((key, word, value)) = field(content) {
                return self.begin_field(line, key, value, key.language(word));
            }
            if let Some(value) = listed(content).filter(|_| !is_indented || !self.is_in_paragraph()) {
                return self.begin_field(line, Key::Entry, value, Language::default());
            }
        }
        if is_indented {
            let text = content.strip_prefix(ESCAPE).unwrap_or(content);
            return self.go_on(line, text, problems);
        }
        let begins = match header(content) {
            Ok(Some(header)) => Begins::Item(header),
            Ok(None) => {
                match content.split_once(':') {
                    Some((word, _)) => {
                        problems.add_with_guess(line, Fault::UnknownField, word, nearest_word);
                    }
                    None => problems.add(line, Fault::LineNotUnderstood, content),
                }
                // In the middle of a block it is a field gone wrong, and its block goes on.
                if self.blank == 0 {
                    self.open = Open::Told;
                    return;
                }
                Begins::Unread
            }
            Err((fault, found)) => {
                problems.add(line, fault, found);
                Begins::Unread
            }
        };
        self.open = if matches!(begins, Begins::Item(_)) { Open::Title } else { Open::Told };
        self.blocks.push(Block { line, begins, entries: Vec::new() });
    }

    fn begin_field(&mut self, line: usize, key: Key, value: &str, language: Language) {
        if key == Key::Concept {
            self.blocks.push(Block { line, begins: Begins::Concept, entries: Vec::new() });
        }
        if let Some(block) = self.blocks.last_mut() {
            block.entries.push(Entry { line, key, value: value.to_owned(), language });
        }
        self.open = Open::Field;
    }

    fn go_on(&mut self, line: usize, text: &str, problems: &mut Problems) {
        if matches!(self.open, Open::Told) {
            return;
        }
        let block = self.blocks.last_mut();
        let value = block.and_then(|block| match (&self.open, &mut block.begins) {
            (
                Open::Nothing | Open::Told,
                Begins::Head | Begins::Item(_) | Begins::Concept | Begins::Unread,
            ) => None,
            (Open::Title, Begins::Item(header)) => Some(&mut header.title),
            (
                Open::Title | Open::Field,
                Begins::Head | Begins::Item(_) | Begins::Concept | Begins::Unread,
            ) => block.entries.last_mut().map(|entry| &mut entry.value),
        });
        let Some(value) = value else {
            return problems.add(line, Fault::LineNotUnderstood, text);
        };
        value.extend(std::iter::repeat_n('\n', self.blank + 1));
        value.push_str(text);
    }

    /// Whether a list would be part of a paragraph.
    fn is_in_paragraph(&self) -> bool {
        let last = self.blocks.last().and_then(|block| block.entries.last());
        let is_paragraph = last.is_some_and(|entry| [Key::How, Key::Words].contains(&entry.key));
        matches!(self.open, Open::Field) && is_paragraph
    }
}

/// The field that a line begins, its word, and what stands behind the colon.
fn field(content: &str) -> Option<(Key, &str, &str)> {
    let (word, value) = content.split_once(':')?;
    let key = Key::of(word)?;
    Some((key, word, value.trim_start_matches([' ', '\t'])))
}

/// What stands in a line of a list.
fn listed(content: &str) -> Option<&str> {
    let rest = content.strip_prefix(MARKS)?;
    let is_marked = content.starts_with('-') || rest.is_empty() || rest.starts_with([' ', '\t']);
    is_marked.then(|| rest.trim_start_matches([' ', '\t']))
}
