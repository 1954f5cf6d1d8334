//! Our lists beside those of the template: the dots of answers, and the numbers of headings (ECMA-376 part 1, 17.9).

use super::TemplateError;
use super::package::Package;
use super::relations::{Relation, add_kind, add_relation, with_last};
use super::xml::{Tree, rewritten};

const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";
const NEW_PART: &str = "word/plenum-numbering.xml";
const EMPTY: &str =
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></w:numbering>";

/// Which of our lists are wanted, by the identifiers of the styles that they number.
#[derive(Debug)]
pub(super) struct Lists<'a> {
    pub bullets: bool,
    pub headings: Option<[&'a str; 2]>,
}

/// The numbers under which our lists stand in the template.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub bullets: Option<usize>,
    pub headings: Option<usize>,
}

/// Adds the lists that are wanted.
pub(super) fn add_lists(
    package: &mut Package,
    document: &str,
    relations: &[Relation],
    lists: &Lists<'_>,
) -> Result<Numbers, TemplateError> {
    if !lists.bullets && lists.headings.is_none() {
        return Ok(Numbers::default());
    }
    let kept = relations.iter().find(|relation| relation.kind == "numbering" && !relation.is_outside);
    let part = match kept {
        Some(relation) => relation.target.clone(),
        None => {
            add_kind(package, NEW_PART, KIND)?;
            add_relation(package, document, "plenumNumbering", RELATION, &format!("/{NEW_PART}"))?;
            package.put(NEW_PART, EMPTY.into());
            NEW_PART.to_owned()
        }
    };
    // A list needs a place to go before: without any, one is made at the end.
    let text = with_last(package.text(&part)?.ok_or(TemplateError::Broken)?, "")?;
    let tree = Tree::of(&text)?;
    if tree.name(0) != "w:numbering" {
        return Err(TemplateError::Broken);
    }
    let highest = |name: &str, attribute: &str| {
        let of_name = tree.children(0).filter(|child| tree.name(*child) == name);
        of_name.filter_map(|child| tree.attribute(child, attribute)?.parse().ok()).max().unwrap_or(0_usize)
    };
    let kind = highest("w:abstractNum", "w:abstractNumId").saturating_add(1);
    let number = highest("w:num", "w:numId").saturating_add(1);
    let mut kinds = String::new();
    let mut uses = String::new();
    let mut add = |definition: String, offset: usize| {
        let (kind, number) = (kind + offset, number + offset);
        kinds += &format!(
            "<w:abstractNum w:abstractNumId=\"{kind}\"><w:multiLevelType w:val=\"multilevel\"/>{definition}</w:abstractNum>"
        );
        uses += &format!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{kind}\"/></w:num>");
        number
    };
    let numbers = Numbers {
        bullets: lists.bullets.then(|| add(bullets(), 0)),
        headings: lists.headings.map(|styles| add(headings(styles), 1)),
    };
    // What lists are comes before where they are used, and both before a last remark.
    let first_use =
        tree.children(0).find(|child| matches!(tree.name(*child), "w:num" | "w:numIdMacAtCleanup"));
    let remark = tree.child(0, "w:numIdMacAtCleanup");
    let end = tree.elements[0].inner.end;
    let place = |child: Option<usize>| child.map_or(end, |child| tree.elements[child].whole.start);
    let (of_kinds, of_uses) = (place(first_use), place(remark));
    let text = if of_kinds == of_uses {
        rewritten(&text, vec![(of_kinds..of_kinds, kinds + &uses)])
    } else {
        rewritten(&text, vec![(of_kinds..of_kinds, kinds), (of_uses..of_uses, uses)])
    };
    package.put(&part, text.into_bytes());
    Ok(numbers)
}

fn bullets() -> String {
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/>\
     <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"340\" w:hanging=\"340\"/></w:pPr></w:lvl>"
        .to_owned()
}

fn headings(styles: [&str; 2]) -> String {
    let level = |(index, (style, text)): (usize, (&str, &str))| {
        format!(
            "<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"{style}\"/>\
             <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"567\" w:hanging=\"567\"/></w:pPr></w:lvl>"
        )
    };
    styles.into_iter().zip(["%1", "%1.%2"]).enumerate().map(level).collect()
}
