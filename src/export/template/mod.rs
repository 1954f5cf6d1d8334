//! An organisation's own Word template: minutes as Word take over its styles, pages, headers and footers.
//!
//! [`WordTemplate::read`] takes a file apart once, when the server starts, and adds what our text needs: the styles it
//! lacks, and lists. [`docx_in`](super::docx_in) then puts the text of minutes in its place and packs it again. All else
//! stays byte for byte, so that whatever Word can do in a header is still there.

mod body;
mod fields;
mod numbering;
mod package;
mod relations;
mod styles;
mod xml;

use body::{Around, around};
use fields::{Values, filled, has};
use numbering::{Lists, Numbers, add_lists};
use package::Package;
use relations::{
    Relation, add_kind, add_png, add_relation, as_document, cleansed, relations, relations_name,
};
use styles::{Mapped, in_language, mapped, merged};
use xml::with_values;

const CORE: &str = "docProps/core.xml";
const CORE_KIND: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const IMAGE_RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

/// Why a file cannot be the template; each says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// The file is too long.
    #[error("it is larger than 10 MB: make the pictures in it smaller, and save it anew")]
    TooLarge,
    /// It unpacks to too much.
    #[error("it unpacks to more than can be read: 50 MB, 8 MB of text and 1,000 parts")]
    TooMuch,
    /// It is no file of Word's, or one of the old kind.
    #[error("it is no Word file of today's kind: open it in Word and save it as .docx or .dotx")]
    WrongType,
    /// It opens only with a password.
    #[error("it is protected by a password: save it without one")]
    Protected,
    /// It is written in the strict form, which few programs read.
    #[error("it is saved as Strict Open XML: save it as an ordinary Word document")]
    Strict,
    /// It holds what could be run.
    #[error("it holds macros, controls or embedded files: save it as .docx or .dotx without them")]
    Active,
    /// What it shows lies elsewhere.
    #[error("it shows a picture or a text that lies elsewhere: insert it into the file instead")]
    Linked,
    /// It is damaged.
    #[error("it is damaged: open it in Word and save it anew")]
    Broken,
    /// The place for the minutes is unclear.
    #[error(
        "{{{{referat}}}} must stand there once, in a paragraph of its own outside of tables, text boxes and headers"
    )]
    Misplaced,
}

/// A template that has been read and can be used.
#[derive(Clone, Debug, PartialEq)]
pub struct WordTemplate {
    package: Package,
    /// The names of the parts of the document, its styles and its properties.
    document: String,
    styles: String,
    properties: String,
    around: Around,
    mapped: Mapped,
    numbers: Numbers,
    /// Parts with fields: headers and footers.
    with_fields: Vec<String>,
    says_title: bool,
    first_number: usize,
}

/// What our text is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    /// The room within the margins, in twentieths of a point.
    pub text_width: usize,
    pub text_height: usize,
    /// The list of answers; none where their style has one.
    pub bullets: Option<usize>,
    /// Whether headings have the numbers that the contents have.
    pub has_numbers: bool,
    /// Whether the title stands there already.
    pub says_title: bool,
    /// The first number of bookmarks and pictures, above those that the template has.
    pub first_number: usize,
}

/// Our text, as it is put in the template.
#[derive(Debug)]
pub(super) struct Filling<'a> {
    /// The blocks of the body.
    pub body: &'a str,
    /// Pictures: the identifier that the body has for each, and its PNG.
    pub pictures: Vec<(&'a str, &'a [u8])>,
    pub title: &'a str,
    pub date: &'a str,
    pub place: &'a str,
    /// As in `nb-NO`.
    pub locale: &'a str,
    /// The properties of the document, as a part.
    pub properties: Vec<u8>,
}

impl WordTemplate {
    /// Reads a `.docx` or `.dotx` of at most 10 MB; takes less than a second.
    pub fn read(file: &[u8]) -> Result<WordTemplate, TemplateError> {
        let mut package = Package::read(file)?;
        as_document(&mut package)?;
        cleansed(&mut package)?;
        let document = part(&relations(&package, "")?, "officeDocument").ok_or(TemplateError::WrongType)?;
        let text = package.text(&document)?.ok_or(TemplateError::Broken)?;
        let around = around(text)?;
        let its = relations(&package, &document)?;
        let styles = part(&its, "styles").ok_or(TemplateError::Broken)?;
        let their_styles = package.text(&styles)?.ok_or(TemplateError::Broken)?.to_owned();
        let mapped = mapped(&their_styles)?;
        let headings = [mapped.id("Heading1"), mapped.id("Heading2")];
        let lists =
            Lists { bullets: !mapped.has_bullets, headings: mapped.has_our_headings().then_some(headings) };
        let numbers = add_lists(&mut package, &document, &its, &lists)?;
        let all_styles = merged(&their_styles, &mapped, numbers.bullets, numbers.headings)?;
        in_language(&all_styles, "nb-NO")?;
        package.put(&styles, all_styles.into_bytes());
        add_png(&mut package)?;
        without_attached(&mut package, &its)?;
        let properties = with_properties(&mut package)?;
        let mut with_fields = Vec::new();
        for relation in its.iter().filter(|relation| matches!(relation.kind.as_str(), "header" | "footer")) {
            let text = package.text(&relation.target)?.ok_or(TemplateError::Broken)?;
            if has(text, "referat")? || has(text, "minutes")? {
                return Err(TemplateError::Misplaced);
            }
            with_fields.push(relation.target.clone());
        }
        // A template may have been minutes itself, whose numbers are taken.
        let mut first_number = NUMBERS;
        while package.names().any(|name| name.starts_with(&picture_name(first_number / NUMBERS))) {
            first_number += NUMBERS;
        }
        let whole = [around.before.as_str(), around.after.as_str()].concat();
        let says_title = has(&whole, "tittel")? || has(&whole, "title")?;
        Ok(WordTemplate {
            package,
            document,
            styles,
            properties,
            around,
            mapped,
            numbers,
            with_fields,
            says_title,
            first_number,
        })
    }

    /// What our text is made for.
    pub(super) fn setting(&self) -> Setting {
        Setting {
            text_width: self.around.room.width,
            text_height: self.around.room.height,
            bullets: self.numbers.bullets,
            has_numbers: self.mapped.has_our_headings() || self.mapped.numbers_headings,
            says_title: self.says_title,
            first_number: self.first_number,
        }
    }

    /// The template with our text in its place, packed.
    pub(super) fn filled(&self, filling: &Filling<'_>) -> Result<Vec<u8>, TemplateError> {
        let values = Values {
            title: filling.title.to_owned(),
            date: filling.date.to_owned(),
            place: filling.place.to_owned(),
        };
        let mut body = filling.body.to_owned();
        for mark in ["<w:pStyle w:val=\"", "<w:rStyle w:val=\"", "<w:tblStyle w:val=\""] {
            body = with_values(&body, mark, |id| Some(self.mapped.id(id).to_owned()));
        }
        let around = filled(&[&self.around.before, PLACE, self.around.after.as_str()].concat(), &values)?;
        let document = around.replacen(PLACE, &body, 1);
        let text = |name: &str| self.package.text(name)?.ok_or(TemplateError::Broken);
        let styles = in_language(text(&self.styles)?, filling.locale)?;
        let mut instead = vec![
            (self.document.as_str(), document.into_bytes()),
            (self.styles.as_str(), styles.into_bytes()),
            (self.properties.as_str(), filling.properties.clone()),
        ];
        for name in &self.with_fields {
            instead.push((name, filled(text(name)?, &values)?.into_bytes()));
        }
        let mut scratch = Package::default();
        let list = relations_name(&self.document);
        if let Some(kept) = self.package.text(&list)? {
            scratch.put(&list, kept.into());
        }
        let names: Vec<String> = (1..=filling.pictures.len())
            .map(|number| picture_name(self.first_number + number) + ".png")
            .collect();
        for ((id, png), name) in filling.pictures.iter().zip(&names) {
            add_relation(&mut scratch, &self.document, id, IMAGE_RELATION, &format!("/{name}"))?;
            instead.push((name, png.to_vec()));
        }
        if let Some(all) = scratch.text(&list)? {
            instead.push((&list, all.into()));
        }
        self.package.packed(&instead).map_err(|_| TemplateError::TooMuch)
    }
}

/// Stands where our text goes while the fields around it are filled in; nobody can have written it as text.
const PLACE: &str = "<!--plenum-->";

/// The first number of what is ours: Word counts what it makes from 1, and a session has fewer items and pictures.
const NUMBERS: usize = 100_000;

/// How the pictures of minutes are called whose numbers begin so.
fn picture_name(number: usize) -> String {
    format!("word/media/plenum{number}")
}

fn part(relations: &[Relation], kind: &str) -> Option<String> {
    let found = relations.iter().find(|relation| relation.kind == kind && !relation.is_outside);
    found.map(|relation| relation.target.clone())
}

/// Takes the name of the template away by which the settings know it, whose relationship is gone.
fn without_attached(package: &mut Package, its: &[Relation]) -> Result<(), TemplateError> {
    let Some(settings) = part(its, "settings") else { return Ok(()) };
    let Some(text) = package.text(&settings)? else { return Ok(()) };
    let tree = xml::Tree::of(text)?;
    let named = tree.children(0).filter(|child| tree.name(*child) == "w:attachedTemplate");
    let dropped = named.map(|child| (tree.elements[child].whole.clone(), String::new())).collect();
    let text = xml::rewritten(text, dropped);
    package.put(&settings, text.into_bytes());
    Ok(())
}

/// Makes room for the properties of a document in the place of those of the template, whose author and dates are its own;
/// gives the name of the part.
fn with_properties(package: &mut Package) -> Result<String, TemplateError> {
    let name = match part(&relations(package, "")?, "core-properties") {
        Some(kept) => kept,
        None => {
            add_kind(package, CORE, CORE_KIND)?;
            add_relation(package, "", "plenumProperties", CORE_RELATION, CORE)?;
            CORE.to_owned()
        }
    };
    package.put(&name, Vec::new());
    Ok(name)
}
