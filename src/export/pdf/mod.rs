//! Minutes as a PDF for an archive: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), tagged, its fonts within it.
//!
//! typst sets the pages as `minutes.typ` says. What stands on them is handed to it as values, never as markup, so that no
//! text can do anything. It sees no file and no font but ours: what our fonts do not have is written with a mark instead,
//! since neither standard allows a letter without a shape.

mod printable;
mod values;
mod world;

use typst::World;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::ExportError;
use super::docx::Pictures;
use super::minutes::Minutes;
use values::values;
use world::Pages;

/// Renders minutes as a PDF, with the pictures in it; the same minutes give the same bytes. Takes a fifth of a second for
/// each picture, and four seconds and 0.3 GB for ten thousand answers.
pub fn pdf(minutes: &Minutes, pictures: &Pictures) -> Result<Vec<u8>, ExportError> {
    let made = set(&Pages::new(values(minutes, pictures)));
    // What is remembered to set the same pages faster is of no use once they are set, and holds people's words.
    typst::comemo::evict(0);
    made.map_err(|problem| ExportError::Pdf(problem.into()))
}

fn set(pages: &dyn World) -> Result<Vec<u8>, Unset> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    let options = PdfOptions {
        creator: Smart::Custom(Some(String::from("Plenum"))),
        standards: standards.map_err(|problem| Unset(problem.message().to_string()))?,
        ..PdfOptions::default()
    };
    let document: PagedDocument = typst::compile(pages).output.map_err(|problems| unset(&problems))?;
    typst_pdf::pdf(&document, &options).map_err(|problems| unset(&problems))
}

/// Why the pages could not be set.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Unset(String);

fn unset(problems: &[SourceDiagnostic]) -> Unset {
    Unset(problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<&str>>().join("; "))
}
