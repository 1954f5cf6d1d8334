//! A text as a plan.

use std::collections::BTreeSet;

use super::form::{self, Form, Said};
use super::lines::{Begins, Block, Entry, Header, blocks};
use super::names::{AskKind, Key, Kind, Named};
use super::problem::{Code, Fault, Problem, Problems};
use super::value::Value;
use crate::session::{
    self, CONCEPTS_MAX, Concept, Details, Heading, ITEMS_MAX, ItemContent, ItemPlan, Line, OPTIONS_MAX,
    Paragraph, Picture, Plan, Question, Rejection,
};

/// Whether a text must have a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// It is a whole plan.
    Needed,
    /// It may be a programme alone, to be added to another; its title is then left empty.
    Free,
}

pub(super) fn plan(text: &str, title: Title) -> Result<Plan, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut plan = Plan::default();
    let mut concepts = BTreeSet::new();
    for block in blocks(text, &mut problems) {
        let Block { line, begins, entries } = block;
        let reader = Reader { line, entries, problems: &mut problems, is_unclear: false };
        match begins {
            // What is wrong with its first line has been told.
            Begins::Unread => {}
            Begins::Head => reader.head(title, &mut plan),
            Begins::Item(header) => {
                let item = reader.item(header);
                plan.items.extend(item.filter(|_| plan.items.len() < ITEMS_MAX + 1));
                if plan.items.len() == ITEMS_MAX + 1 {
                    problems.add(line, Rejection::TooManyItems, "");
                    break;
                }
            }
            Begins::Concept => {
                let concept = reader.concept();
                let name = concept.heading.as_str();
                if name.is_empty() || !concepts.insert(name.to_lowercase()) || concepts.len() > CONCEPTS_MAX {
                    problems.add(line, Rejection::ConceptsOutOfBounds, name);
                }
                if concepts.len() > CONCEPTS_MAX {
                    break;
                }
                plan.concepts.push(concept);
            }
        }
    }
    problems.told().map(|()| plan)
}

/// Reads one block.
struct Reader<'a> {
    line: usize,
    entries: Vec<Entry>,
    problems: &'a mut Problems,
    /// Whether the way to answer is unknown, so that nobody can say which fields belong to it.
    is_unclear: bool,
}

impl Reader<'_> {
    fn head(mut self, title: Title, plan: &mut Plan) {
        let is_titled =
            self.entries.iter().any(|entry| entry.key == Key::Title && !entry.value.trim().is_empty());
        let spoken = self.entries.first().map(|entry| entry.language);
        form::details(&mut self, &mut plan.details, Some(spoken.unwrap_or_default()));
        form::roles(&mut self, &mut plan.roles);
        form::signals(&mut self, &mut plan.signals);
        if let Err(code) = session::are_roles(&plan.roles) {
            self.problems.add(self.line, code, "");
        }
        form::questions(&mut self, &mut plan.questions);
        // A title that cannot be read is told as that alone.
        if !is_titled && title == Title::Needed {
            self.problems.add(self.line, Rejection::SessionWithoutTitle, "");
        }
        self.refuse_the_rest(|key| match key {
            Key::Entry => Fault::LineNotUnderstood,
            _ => Fault::FieldOutOfPlace,
        });
    }

    fn concept(mut self) -> Concept {
        let mut concept = Concept::default();
        form::concept(&mut self, &mut concept);
        self.refuse_the_rest(|_| Fault::FieldOutOfPlace);
        concept
    }

    /// The item, if what was read of it can be one.
    fn item(mut self, header: Header) -> Option<ItemPlan> {
        let Header { starts, ends, kind, ask, title, alone } = header;
        let before = self.problems.count();
        let kind = kind.unwrap_or(Kind::Talk);
        let title = if title.trim().is_empty() && kind != Kind::Question { alone } else { title };
        let mut content = kind.fresh();
        let what = match &mut content {
            ItemContent::Question(Question { prompt, ask: _, results: _, moderation: _, picture: _ }) => {
                *prompt = self.text(&title, Paragraph::parse);
                Line::default()
            }
            ItemContent::Talk
            | ItemContent::Break
            | ItemContent::GroupWork
            | ItemContent::PairTalk
            | ItemContent::Leaderboard => self.text(&title, Line::parse),
        };
        let ask = ask.unwrap_or(if self.has(Key::Entry) { AskKind::Choice } else { AskKind::OpenText });
        let said = Said { starts, ends, what: what.clone(), ask: Some(ask) };
        let mut item = ItemPlan {
            starts,
            ends,
            what,
            how: Paragraph::default(),
            who: Line::default(),
            timer: None,
            content,
        };
        form::item(&mut self, &mut item, said);
        self.refuse_the_rest(|key| match key {
            Key::Title
            | Key::Place
            | Key::Date
            | Key::Language
            | Key::Role
            | Key::Reactions
            | Key::Hands
            | Key::Pace
            | Key::Questions
            | Key::QuestionsWait => Fault::FieldOutOfPlace,
            Key::Entry => Fault::ListOutOfPlace,
            _ => Fault::FieldOfOtherKind,
        });
        // A rule is told as broken only where everything was understood.
        if self.problems.count() == before
            && let Err(rejection) = allowed(&item)
        {
            self.problems.add(self.line, rejection, "");
        }
        (self.problems.count() == before).then_some(item)
    }

    fn text<T: Default>(&mut self, raw: &str, parse: fn(&str) -> Result<T, session::TextError>) -> T {
        parse(raw).unwrap_or_else(|problem| {
            self.problems.add(self.line, Code::from(problem), raw);
            T::default()
        })
    }

    fn has(&self, key: Key) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    fn take(&mut self, key: Key) -> Vec<Entry> {
        self.entries.extract_if(.., |entry| entry.key == key).collect()
    }

    fn value<V: Value>(&mut self, entry: &Entry) -> Option<V> {
        if entry.value.trim().is_empty() {
            return None;
        }
        match V::read(&entry.value) {
            Ok(value) => Some(value),
            Err(code) => {
                self.is_unclear |= code == Code::Text(Fault::UnknownAnswer);
                self.problems.add(entry.line, code, &entry.value);
                None
            }
        }
    }

    /// Tells of every field that nothing asked for.
    fn refuse_the_rest(&mut self, fault: impl Fn(Key) -> Fault) {
        for Entry { line, key, value, language } in self.entries.drain(..) {
            let fault = fault(key);
            if self.is_unclear && fault != Fault::FieldOutOfPlace {
                continue;
            }
            let found = if key == Key::Entry { value } else { key.word(language).to_owned() };
            self.problems.add(line, fault, &found);
        }
    }
}

impl Form for Reader<'_> {
    fn one<V: Value>(&mut self, key: Key, value: &mut V, usual: V) {
        let mut found = self.take(key).into_iter();
        *value = found.next().and_then(|entry| self.value(&entry)).unwrap_or(usual);
        for again in found {
            self.problems.add(again.line, Fault::FieldTwice, key.word(again.language));
        }
    }

    fn many<V: Value>(&mut self, key: Key, values: &mut Vec<V>) {
        let found = self.take(key);
        *values = found.iter().filter_map(|entry| self.value(entry)).collect();
    }

    fn named(&mut self, key: Key, options: &[Heading], indexes: &mut Vec<u8>) {
        indexes.clear();
        for entry in self.take(key) {
            let Some(name) = self.value::<Heading>(&entry) else { continue };
            let options = (0u8..).zip(options.iter().take(OPTIONS_MAX));
            let same = |option: &Heading| option.as_str().to_lowercase() == name.as_str().to_lowercase();
            match options.into_iter().find(|(_, option)| same(option)) {
                Some((index, _)) => indexes.push(index),
                None => self.problems.add(entry.line, Fault::UnknownOption, name.as_str()),
            }
        }
    }

    /// No text names one.
    fn picture(&mut self, _: Option<&Picture>, _: Option<&Heading>) {}
}

/// Whether the rules take an item.
fn allowed(item: &ItemPlan) -> Result<(), Rejection> {
    let title = Line::parse("-").unwrap_or_default();
    let details = Details { title, ..Details::default() };
    session::create(Plan { details, items: vec![item.clone()], ..Plan::default() }).map(|_| ())
}
