//! The templates, and the examples and tables of the documents.

use std::path::Path;

use plenum::plan_file::{self, TEMPLATES, Title, read_titled, words_in_markdown};
use plenum::session::{ItemContent, ItemPlan, Language};

const FORMAT: &str = "src/plan_file/format.md";
const BEGIN: &str =
    "<!-- words: made from web/src/languages by UPDATE_README=1 cargo test --test it plan_file -->\n\n";
/// The languages in which all templates are written.
const FIRST: [Language; 3] = [Language::Nb, Language::Nn, Language::En];
const END: &str = "\n<!-- end of words -->";

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn every_example_of_a_programme_in_the_documents_is_one() {
    for (name, least) in [("README.md", 1), (FORMAT, 8)] {
        let page = file(name);
        let examples: Vec<&str> =
            page.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert!(examples.len() >= least, "{name} has {} examples", examples.len());
        for example in examples {
            let read = read_titled(example, Title::Free);
            assert!(read.is_ok(), "{name}: {read:#?}\n{example}");
        }
    }
}

#[test]
fn the_words_in_the_document_are_those_of_the_code() {
    let page = file(FORMAT);
    let (before, rest) = page.split_once(BEGIN).expect("the page marks where its tables begin");
    let (kept, after) = rest.split_once(END).expect("the page marks where its tables end");
    let made = words_in_markdown();
    if std::env::var_os("UPDATE_README").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FORMAT);
        std::fs::write(path, format!("{before}{BEGIN}{made}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(kept, made, "write the tables anew with UPDATE_README=1");
}

#[test]
fn no_word_means_two_things() {
    let page = words_in_markdown();
    let mut fields = Vec::new();
    for row in
        page.lines().filter(|row| row.starts_with("| ") && !row.contains("---") && !row.contains("also read"))
    {
        let mut words: Vec<String> = row
            .split(['|', ','])
            .map(|word| word.trim().to_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        words.sort_unstable();
        words.dedup();
        fields.extend(words);
    }
    let count = fields.len();
    fields.sort_unstable();
    fields.dedup();
    assert_eq!(fields.len(), count, "a word stands in two rows");
}

#[test]
fn every_template_can_be_read_and_is_the_same_in_every_language() {
    for template in TEMPLATES.iter() {
        let plan =
            plan_file::read(template.text).unwrap_or_else(|problems| panic!("{template:?}: {problems:#?}"));
        let own = plan.details.language == template.language;
        // Nobody has to write them in a further language.
        assert!(
            own || plan.details.language == Language::Nb && !FIRST.contains(&template.language),
            "{template:?}"
        );
        assert_eq!(plan_file::read(&plan_file::write(&plan)).unwrap(), plan);
        let original =
            TEMPLATES.iter().find(|other| other.name == template.name && other.language == Language::Nb);
        let original = plan_file::read(original.expect("each stands in bokmål").text).unwrap();
        let shape = |item: &ItemPlan| {
            let content = match &item.content {
                ItemContent::Question(question) => {
                    serde_json::to_value(&question.ask).unwrap()["type"].to_string()
                }
                other => format!("{other:?}"),
            };
            (item.starts, item.ends, item.timer.is_some(), content)
        };
        let shapes = |items: &[ItemPlan]| items.iter().map(shape).collect::<Vec<_>>();
        assert_eq!(shapes(&plan.items), shapes(&original.items), "{}", template.name);
    }
}

#[test]
fn a_template_says_in_its_own_words_what_would_be_written() {
    for template in TEMPLATES.iter() {
        let plan = plan_file::read(template.text).unwrap();
        assert_eq!(plan_file::write(&plan), template.text, "{} {:?}", template.name, template.language);
    }
}
