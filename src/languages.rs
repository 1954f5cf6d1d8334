//! What each language says in files, plans, headings and the accessibility statement, and when it is spoken.
//!
//! A language is one file of `web/src/languages`. The build of the pages reads those files, and what is for the server is
//! embedded here as JSON. A module that says something names its part and gives it a type; a part is read once, in all
//! languages, so that a text that is missing in any is found by the first test that reads the part.

use std::ops::Index;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

use crate::session::Language;

/// What every language has one of.
#[derive(Debug)]
pub struct InEach<T>(Vec<T>);

impl<T: Deserialize<'static>> InEach<T> {
    /// The part at this path, as `files.minutes`.
    ///
    /// # Panics
    /// When a language lacks a text, or has one that the type does not know.
    pub fn read(path: &str) -> Self {
        static SAID: LazyLock<Vec<Value>> = LazyLock::new(|| {
            serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/languages.json")))
                .expect("the build wrote JSON")
        });
        Self::read_from(&SAID, path)
    }

    fn read_from(said: &'static [Value], path: &str) -> Self {
        let read = |language: &'static Value| {
            let part = path.split('.').fold(language, |part, name| &part[name]);
            T::deserialize(part)
                .unwrap_or_else(|reason| panic!("{path} in {}: {reason}", language["language"]["tag"]))
        };
        Self(said.iter().map(read).collect())
    }
}

impl<T> InEach<T> {
    /// What is made of each.
    pub fn map<U>(&'static self, make: impl FnMut(&'static T) -> U) -> InEach<U> {
        InEach(self.0.iter().map(make).collect())
    }

    /// Each with its language, in the order of [`Language::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        Language::ALL.iter().copied().zip(&self.0)
    }
}

impl<T> Index<Language> for InEach<T> {
    type Output = T;

    fn index(&self, language: Language) -> &T {
        &self.0[language.place()]
    }
}

/// What a language is called, and when it is spoken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The language tag of BCP 47.
    pub tag: &'static str,
    /// Its name in the language itself.
    pub name: &'static str,
    /// Where it stands among the others.
    pub place: u8,
    /// The language with its country, as Word wants it.
    pub locale: &'static str,
    /// First parts of the tags that a browser asks for it with.
    pub understands: Vec<&'static str>,
    /// What a plan may call it, beside its tag.
    pub called: Vec<&'static str>,
}

/// What a language is called, and when it is spoken.
pub fn about(language: Language) -> &'static About {
    static ABOUT: LazyLock<InEach<About>> = LazyLock::new(|| InEach::read("language"));
    &ABOUT[language]
}

/// The language that a browser means by a tag, of which the first part counts; none where nobody speaks it.
pub fn understood(tag: &str) -> Option<Language> {
    let first = tag.split('-').next()?.to_ascii_lowercase();
    Language::ALL.iter().copied().find(|language| about(*language).understands.contains(&first.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Joins {
        and: &'static str,
    }

    #[test]
    fn a_further_language_is_read_like_the_others() {
        let text = r#"[{"language": {"tag": "nb"}, "grouping": {"and": "og"}},
            {"language": {"tag": "se"}, "grouping": {"and": "ja \"dasto\""}}]"#;
        let said: &'static [Value] = Vec::leak(serde_json::from_str(text).unwrap());
        let InEach(joins) = InEach::<Joins>::read_from(said, "grouping");
        assert_eq!([joins[0].and, joins[1].and], ["og", "ja \"dasto\""]);
    }

    #[test]
    #[should_panic(expected = "grouping in \"se\": missing field `and`")]
    fn a_text_that_is_missing_is_told_with_its_language() {
        let text = r#"[{"language": {"tag": "se"}, "grouping": {}}]"#;
        let said: &'static [Value] = Vec::leak(serde_json::from_str(text).unwrap());
        InEach::<Joins>::read_from(said, "grouping");
    }

    #[test]
    fn each_language_stands_in_its_place_and_under_its_tag() {
        let mut places = Vec::new();
        for language in Language::ALL {
            assert_eq!(about(*language).tag, language.tag());
            assert_eq!(understood(about(*language).locale), Some(*language));
            places.push(about(*language).place);
        }
        assert!(places.is_sorted() && !places.is_empty());
    }
}
