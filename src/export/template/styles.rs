//! Our styles among those of the template: one that it has, under whatever identifier, is used; one that it lacks is added.

use std::collections::{BTreeMap, BTreeSet};

use super::TemplateError;
use super::xml::{Tree, rewritten, with_values};
use crate::export::docx::STYLES;

/// The colours of our own headings, text and remarks.
const ACCENT: &str = "<w:color w:val=\"17505A\"/>";
const ACCENT_OF_LINES: &str = "w:color=\"17505A\"";
const INK: &str = "<w:color w:val=\"1F2A2E\"/>";

/// Where our styles are found in a template: ours by its identifier, and the names by which the template may have it. Word
/// writes the English names of the styles that it brings, in whatever language it is; others write what they show.
const NAMES: [(&str, &[&str]); 14] = [
    ("Title", &["title", "tittel"]),
    ("Subtitle", &["subtitle", "undertittel"]),
    ("Heading1", &["heading 1", "overskrift 1"]),
    ("Heading2", &["heading 2", "overskrift 2"]),
    ("Heading3", &["heading 3", "overskrift 3"]),
    ("Heading4", &["heading 4", "overskrift 4"]),
    ("BodyText", &["body text", "brødtekst"]),
    ("Quote", &["quote", "sitat"]),
    ("ListBullet", &["list bullet", "punktliste"]),
    ("Caption", &["caption", "bildetekst"]),
    ("TOC1", &["toc 1", "innh 1"]),
    ("TOC2", &["toc 2", "innh 2"]),
    ("Strong", &["strong", "sterk"]),
    ("ContentsHeading", &["plenum contents heading", "toc heading", "overskrift for innholdsfortegnelse"]),
];
/// The table of results: the template's own for it, or the one that every Word has.
const TABLE: &str = "Results";
const TABLE_NAMES: [&str; 4] = ["plenum tabell", "plenum table", "table grid", "tabellrutenett"];
/// Styles of what the template has itself.
const NOT_USED: [&str; 2] = ["Header", "Footer"];

/// A style.
#[derive(Clone, Debug)]
struct Style {
    id: String,
    kind: String,
    name: String,
    is_default: bool,
    index: usize,
}

/// How our styles stand in the template.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Mapped {
    /// Our identifiers, and those they have there.
    pub ids: BTreeMap<String, String>,
    /// Those of ours that the template lacks.
    pub added: BTreeSet<String>,
    /// Whether the template's own bullets stand before answers.
    pub has_bullets: bool,
    /// Whether the template numbers its headings itself.
    pub numbers_headings: bool,
}

impl Mapped {
    /// The identifier of one of our styles in the template.
    pub fn id<'a>(&'a self, ours: &'a str) -> &'a str {
        self.ids.get(ours).map_or(ours, String::as_str)
    }

    /// Whether headings are ours, with their numbers.
    pub fn has_our_headings(&self) -> bool {
        ["Heading1", "Heading2"].iter().all(|heading| self.added.contains(*heading))
    }
}

fn styles(tree: &Tree<'_>) -> Result<Vec<Style>, TemplateError> {
    if tree.name(0) != "w:styles" {
        return Err(TemplateError::Broken);
    }
    let style = |index: usize| {
        let name = tree.child(index, "w:name").and_then(|name| tree.attribute(name, "w:val"));
        Some(Style {
            id: tree.attribute(index, "w:styleId")?,
            kind: tree.attribute(index, "w:type").unwrap_or_else(|| "paragraph".to_owned()),
            // After a comma stand names that somebody gave it besides.
            name: name?.split(',').next().unwrap_or_default().trim().to_lowercase(),
            is_default: tree
                .attribute(index, "w:default")
                .is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on")),
            index,
        })
    };
    Ok(tree.children(0).filter(|child| tree.name(*child) == "w:style").filter_map(style).collect())
}

/// Finds our styles in the template's.
pub(super) fn mapped(theirs: &str) -> Result<Mapped, TemplateError> {
    let (our_tree, tree) = (Tree::of(STYLES)?, Tree::of(theirs)?);
    let (ours, theirs) = (styles(&our_tree)?, styles(&tree)?);
    let mut mapped = Mapped::default();
    let mut taken: BTreeSet<String> = theirs.iter().map(|style| style.id.to_lowercase()).collect();
    for style in ours.iter().filter(|style| !NOT_USED.contains(&style.id.as_str())) {
        let found = theirs.iter().filter(|their| their.kind == style.kind);
        let found = if style.is_default {
            // Some programs do not say which is the one of ordinary text, but call it so.
            let by_name = || found.clone().find(|their| their.name == style.name);
            found.clone().find(|their| their.is_default).or_else(by_name)
        } else {
            let names = names(style);
            names.iter().find_map(|name| found.clone().find(|their| their.name == *name))
        };
        let id = match found {
            Some(their) => their.id.clone(),
            None => {
                let mut id = style.id.clone();
                while !taken.insert(id.to_lowercase()) {
                    id = format!("Plenum{id}");
                }
                mapped.added.insert(style.id.clone());
                id
            }
        };
        mapped.ids.insert(style.id.clone(), id);
    }
    let has_numbers = |ours: &str| {
        let their = theirs.iter().find(|their| their.id == mapped.id(ours) && !mapped.added.contains(ours));
        their.is_some_and(|their| tree.find(their.index, "w:numPr").is_some())
    };
    let (has_bullets, numbers_headings) = (has_numbers("ListBullet"), has_numbers("Heading1"));
    Ok(Mapped { has_bullets, numbers_headings, ..mapped })
}

/// The names by which a template may have one of our styles, the likeliest first; those of our own begin with ours.
fn names(ours: &Style) -> Vec<String> {
    if ours.id == TABLE {
        return TABLE_NAMES.map(str::to_owned).to_vec();
    }
    match NAMES.iter().find(|(id, _)| *id == ours.id) {
        Some((_, names)) => names.iter().map(|name| (*name).to_owned()).collect(),
        None => vec![format!("plenum {}", ours.name)],
    }
}

/// The template's styles with those of ours that it lacks, in the colour of its headings; `headings` is the number of our
/// list of headings, where it is used.
pub(super) fn merged(
    theirs: &str,
    mapped: &Mapped,
    bullets: Option<usize>,
    headings: Option<usize>,
) -> Result<String, TemplateError> {
    let (our_tree, tree) = (Tree::of(STYLES)?, Tree::of(theirs)?);
    let accent = heading_colour(&tree, mapped)?;
    let line = accent.as_deref().and_then(hexadecimal).unwrap_or_else(|| "auto".to_owned());
    let mut added = String::new();
    for style in styles(&our_tree)?.iter().filter(|style| mapped.added.contains(&style.id)) {
        let mut text = our_tree.written(style.index).to_owned();
        for mark in ["w:styleId=\"", "<w:basedOn w:val=\"", "<w:next w:val=\""] {
            text = with_values(&text, mark, |id| Some(mapped.id(id).to_owned()));
        }
        if text.contains("w:customStyle") {
            text = with_values(&text, "<w:name w:val=\"", |name| Some(format!("Plenum {name}")));
        }
        // Where the table is the template's, it may set its first row in white.
        let is_on_their_table = style.id == "TableHeading" && !mapped.added.contains(TABLE);
        let colour = accent.as_deref().filter(|_| !is_on_their_table).unwrap_or_default();
        text = text.replace(ACCENT, colour).replace(INK, "");
        text = text.replace(ACCENT_OF_LINES, &format!("w:color=\"{line}\""));
        added += &numbered(&text, &style.id, bullets, headings)?;
    }
    let at = tree.elements[0].inner.end;
    Ok(rewritten(theirs, vec![(at..at, added)]))
}

/// A style of ours with the number its list has in the template, or without where there is none.
fn numbered(
    text: &str,
    id: &str,
    bullets: Option<usize>,
    headings: Option<usize>,
) -> Result<String, TemplateError> {
    let number = if id == "ListBullet" { bullets } else { headings };
    let tree = Tree::of(text)?;
    let Some(list) = tree.find(0, "w:numPr") else { return Ok(text.to_owned()) };
    Ok(match number {
        Some(number) => with_values(text, "<w:numId w:val=\"", |_| Some(number.to_string())),
        None => rewritten(text, vec![(tree.elements[list].whole.clone(), String::new())]),
    })
}

/// The colour of the template's headings as it is written there.
fn heading_colour(tree: &Tree<'_>, mapped: &Mapped) -> Result<Option<String>, TemplateError> {
    let theirs = styles(tree)?;
    let colour = |ours: &&str| {
        let their =
            theirs.iter().find(|their| their.id == mapped.id(ours) && !mapped.added.contains(*ours))?;
        let properties = tree.child(their.index, "w:rPr")?;
        Some(tree.written(tree.child(properties, "w:color")?).to_owned())
    };
    Ok(["Heading1", "Heading2", "Heading3", "Title"].iter().find_map(colour))
}

/// The six digits of a colour's element.
fn hexadecimal(colour: &str) -> Option<String> {
    let value = colour.split("w:val=\"").nth(1)?.split('"').next()?;
    (value.len() == 6 && value.chars().all(|digit| digit.is_ascii_hexdigit())).then(|| value.to_owned())
}

/// Styles that say that all text is in a language, as screen readers and proofing tools read it.
pub(super) fn in_language(styles: &str, locale: &str) -> Result<String, TemplateError> {
    let tree = Tree::of(styles)?;
    let mut anew = Vec::new();
    for index in tree.inside(0).filter(|index| tree.name(*index) == "w:lang") {
        let written = tree.written(index);
        let changed = match tree.attribute(index, "w:val") {
            Some(_) => with_values(written, " w:val=\"", |_| Some(locale.to_owned())),
            None => written.replacen("<w:lang", &format!("<w:lang w:val=\"{locale}\""), 1),
        };
        anew.push((tree.elements[index].whole.clone(), changed));
    }
    let defaults = tree.find(0, "w:rPrDefault").and_then(|defaults| tree.child(defaults, "w:rPr"));
    if let Some(defaults) = defaults.filter(|defaults| tree.child(*defaults, "w:lang").is_none()) {
        let element = &tree.elements[defaults];
        let language = format!("<w:lang w:val=\"{locale}\"/>");
        if element.inner.end < element.whole.end {
            anew.push((element.inner.end..element.inner.end, language));
        } else {
            anew.push((element.whole.clone(), format!("<w:rPr>{language}</w:rPr>")));
        }
    }
    Ok(rewritten(styles, anew))
}
