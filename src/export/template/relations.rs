//! What leads from part to part (ECMA-376 part 2): relationships, and what kind of part each is.

use super::TemplateError;
use super::package::Package;
use super::xml::{Tree, rewritten};

const CONTENT_TYPES: &str = "[Content_Types].xml";
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const TEMPLATE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

/// A relationship.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Relation {
    pub id: String,
    /// The last word of its type, as in `header`.
    pub kind: String,
    /// The part it leads to; for what lies outside, its address.
    pub target: String,
    pub is_outside: bool,
}

/// The relationships of a part, or of the package where `part` is empty.
pub(super) fn relations(package: &Package, part: &str) -> Result<Vec<Relation>, TemplateError> {
    let Some(text) = package.text(&relations_name(part))? else { return Ok(Vec::new()) };
    let tree = Tree::of(text)?;
    if tree.name(0) != "Relationships" {
        return Err(TemplateError::Broken);
    }
    let mut found = Vec::new();
    for index in tree.children(0) {
        let has = |name: &str| tree.attribute(index, name);
        let (Some(id), Some(kind), Some(target)) = (has("Id"), has("Type"), has("Target")) else {
            return Err(TemplateError::Broken);
        };
        let is_outside = has("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
        let target = if is_outside { target } else { resolved(part, &target) };
        found.push(Relation {
            id,
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target,
            is_outside,
        });
    }
    Ok(found)
}

/// Where the relationships of a part are written.
pub(super) fn relations_name(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") }
}

/// A target as the name of a part.
fn resolved(part: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => part.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            other => steps.push(other),
        }
    }
    steps.join("/")
}

/// Takes away what leads to the template that a document was made from, and refuses what is run, or lies elsewhere.
pub(super) fn cleansed(package: &mut Package) -> Result<(), TemplateError> {
    let lists: Vec<String> =
        package.names().filter(|name| name.ends_with(".rels")).map(str::to_owned).collect();
    for list in lists {
        let text = package.text(&list)?.unwrap_or_default().to_owned();
        let tree = Tree::of(&text)?;
        let mut dropped = Vec::new();
        for index in tree.children(0) {
            let kind = tree.attribute(index, "Type").unwrap_or_default().to_ascii_lowercase();
            let kind = kind.rsplit('/').next().unwrap_or_default();
            let mode = tree.attribute(index, "TargetMode").unwrap_or_default();
            match kind {
                "attachedtemplate" | "thumbnail" => {
                    dropped.push((tree.elements[index].whole.clone(), String::new()));
                }
                "vbaproject"
                | "wordvbadata"
                | "control"
                | "activexcontrolbinary"
                | "oleobject"
                | "package"
                | "extensibility"
                | "keymapcustomizations" => return Err(TemplateError::Active),
                "hyperlink" => {}
                _ if mode.eq_ignore_ascii_case("external") => return Err(TemplateError::Linked),
                _ => {}
            }
        }
        package.put(&list, rewritten(&text, dropped).into_bytes());
    }
    let thumbnails: Vec<String> =
        package.names().filter(|name| name.starts_with("docProps/thumbnail")).map(str::to_owned).collect();
    for name in thumbnails {
        package.drop(&name);
    }
    Ok(())
}

/// Refuses what is no document of Word without macros, and makes a document of a template.
pub(super) fn as_document(package: &mut Package) -> Result<(), TemplateError> {
    let Some(types) = package.text(CONTENT_TYPES)? else { return Err(TemplateError::WrongType) };
    let lowered = types.to_ascii_lowercase();
    let runs = |name: &str| ["vbaproject", "vbadata", "activex/"].iter().any(|word| name.contains(word));
    if lowered.contains("macroenabled") || package.names().any(|name| runs(&name.to_ascii_lowercase())) {
        return Err(TemplateError::Active);
    }
    if !lowered.contains(DOCUMENT) && !lowered.contains(TEMPLATE) {
        return Err(TemplateError::WrongType);
    }
    let types = types.replace(TEMPLATE, DOCUMENT);
    if Tree::of(&types)?.name(0) != "Types" {
        return Err(TemplateError::Broken);
    }
    package.put(CONTENT_TYPES, types.into_bytes());
    Ok(())
}

/// Says what kind of part a new one is.
pub(super) fn add_kind(package: &mut Package, part: &str, kind: &str) -> Result<(), TemplateError> {
    let entry = format!("<Override PartName=\"/{part}\" ContentType=\"{kind}\"/>");
    add_last(package, CONTENT_TYPES, &entry)
}

/// Says that files that end in `.png` are pictures, where nothing says so yet.
pub(super) fn add_png(package: &mut Package) -> Result<(), TemplateError> {
    let types = package.text(CONTENT_TYPES)?.unwrap_or_default();
    if types.to_ascii_lowercase().contains("extension=\"png\"") {
        return Ok(());
    }
    let tree = Tree::of(types)?;
    let at = tree.elements[0].inner.start;
    let types =
        rewritten(types, vec![(at..at, "<Default Extension=\"png\" ContentType=\"image/png\"/>".into())]);
    package.put(CONTENT_TYPES, types.into_bytes());
    Ok(())
}

/// Leads from a part to another by a relationship of a type, given whole; the target as it is written.
pub(super) fn add_relation(
    package: &mut Package,
    part: &str,
    id: &str,
    kind: &str,
    target: &str,
) -> Result<(), TemplateError> {
    let list = relations_name(part);
    if !package.has(&list) {
        let empty = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
        package.put(&list, empty.into());
    }
    add_last(package, &list, &format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"))
}

/// Adds an element at the end of a part, which may have no elements yet.
fn add_last(package: &mut Package, part: &str, element: &str) -> Result<(), TemplateError> {
    let text = package.text(part)?.ok_or(TemplateError::Broken)?;
    let text = with_last(text, element)?;
    package.put(part, text.into_bytes());
    Ok(())
}

/// XML with one more element at the end of its outermost one.
pub(super) fn with_last(text: &str, element: &str) -> Result<String, TemplateError> {
    let tree = Tree::of(text)?;
    let outer = &tree.elements[0];
    if outer.inner.end < outer.whole.end {
        let at = outer.inner.end;
        return Ok(rewritten(text, vec![(at..at, element.to_owned())]));
    }
    let name = tree.name(0);
    let end = outer.whole.end - 2;
    Ok(rewritten(text, vec![(end..end + 2, format!(">{element}</{name}>"))]))
}
