//! A plan as a text.

use super::form::{self, Form, Said};
use super::lines::{ESCAPE, header, needs_escape};
use super::names::{AskKind, Key, Kind, Named};
use super::phrases::phrases;
use super::value::Value;
use crate::session::{Concept, Heading, ItemContent, ItemPlan, Language, Line, Picture, Plan, Question};

pub(super) struct Writer {
    page: String,
    language: Language,
}

impl Writer {
    pub(super) fn page(plan: &Plan) -> String {
        let Plan { details, items, concepts, roles, signals, questions } = plan;
        let mut writer = Writer { page: String::new(), language: details.language };
        form::details(&mut writer, &mut details.clone(), None);
        form::roles(&mut writer, &mut roles.clone());
        form::signals(&mut writer, &mut { *signals });
        form::questions(&mut writer, &mut { *questions });
        for item in items {
            writer.item(item.clone());
        }
        for concept in concepts {
            writer.concept(concept.clone());
        }
        writer.page
    }

    fn item(&mut self, mut item: ItemPlan) {
        self.page.push('\n');
        let said = self.first_line(&item);
        form::item(self, &mut item, said);
    }

    fn concept(&mut self, mut concept: Concept) {
        self.page.push('\n');
        form::concept(self, &mut concept);
    }

    /// Writes times, kind and title, and tells what of it was said.
    fn first_line(&mut self, item: &ItemPlan) -> Said {
        let (title, what) = match &item.content {
            ItemContent::Question(Question { prompt, ask: _, results: _, moderation: _, picture: _ }) => {
                (prompt.as_str(), Line::default())
            }
            ItemContent::Talk
            | ItemContent::Break
            | ItemContent::GroupWork
            | ItemContent::PairTalk
            | ItemContent::Leaderboard => (item.what.as_str(), item.what.clone()),
        };
        let ends = item.starts.and(item.ends);
        let times = match (item.starts, ends) {
            (Some(starts), Some(ends)) => format!("{starts}–{ends} "),
            (Some(starts), None) => format!("{starts} "),
            (None, _) => String::new(),
        };
        let said = Said { starts: item.starts, ends, what, ask: None };
        let kind = Kind::of_content(&item.content);
        let short = format!("{times}{title}");
        let line = if speaks_for_itself(&short, kind, title, &said) {
            short
        } else {
            format!("{times}{}: {title}", kind.word(self.language))
        };
        self.lines(&line);
        said
    }

    fn put(&mut self, key: Key, value: &str) {
        match key {
            Key::Entry => self.lines(&format!("- {value}")),
            key => self.lines(&format!("{}: {value}", key.word(self.language))),
        }
    }

    /// Writes a line, and further ones so that they continue it.
    fn lines(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 && !line.is_empty() {
                self.page.push_str("  ");
                self.page.extend(needs_escape(line).then_some(ESCAPE));
            }
            self.page.push_str(line);
            self.page.push('\n');
        }
    }
}

impl Form for Writer {
    fn one<V: Value>(&mut self, key: Key, value: &mut V, usual: V) {
        if *value != usual
            && let Some(text) = value.written(self.language)
        {
            self.put(key, &text);
        }
    }

    fn many<V: Value>(&mut self, key: Key, values: &mut Vec<V>) {
        let language = self.language;
        for text in values.iter().filter_map(|value| value.written(language)) {
            self.put(key, &text);
        }
    }

    fn named(&mut self, key: Key, options: &[Heading], indexes: &mut Vec<u8>) {
        for option in indexes.iter().filter_map(|index| options.get(usize::from(*index))) {
            self.put(key, option.as_str());
        }
    }

    /// A comment says that there was one, since a text cannot carry it.
    fn picture(&mut self, picture: Option<&Picture>, beside: Option<&Heading>) {
        let Some(picture) = picture else { return };
        let left_out = phrases(self.language).picture_left_out;
        let told = [beside.map_or("", Heading::as_str), picture.alt.as_str()];
        let which = told.map(|text| text.split_whitespace().collect::<Vec<&str>>().join(" "));
        let which: String =
            which.iter().filter(|text| !text.is_empty()).map(|text| format!(": {text}")).collect();
        self.page.push_str(&format!("# {left_out}{which}\n"));
    }
}

/// Whether a first line without its kind is read as what it is.
fn speaks_for_itself(line: &str, kind: Kind, title: &str, said: &Said) -> bool {
    if title.contains('\n') {
        return false;
    }
    let Ok(Some(read)) = header(line) else { return false };
    let times = (read.starts, read.ends) == (said.starts, said.ends);
    let named: Option<AskKind> = read.ask;
    let titled = match read.kind {
        None => kind == Kind::Talk && read.title == title,
        Some(read_kind) => read_kind == kind && read.title.is_empty() && read.alone == title,
    };
    times && named.is_none() && titled && kind != Kind::Question
}
