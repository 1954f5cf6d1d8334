//! One question's result as a picture that somebody can take into a presentation or a report of their own.
//!
//! What came of a question is laid out once, as few plain [`shapes`]: a picture in SVG or PNG shows them, and a slide
//! has them as its own. Widths are those of the fonts of documents, so that words stand where they should wherever the
//! picture is shown. What the facilitator has hidden is no part of it, as it is none of the minutes.

mod breaking;
mod fonts;
mod ruler;
mod shapes;
mod sheet;
mod spread;
mod words;

mod answers;
mod bars;
mod cloud;
mod dots;
mod numbers;
mod options;
mod plane;
mod scales;
mod themes;
mod told;

mod png;
mod svg;

#[cfg(feature = "pdf")]
pub(super) use fonts::{REGULAR, SEMIBOLD};
pub(super) use ruler::Ruler;
pub(super) use shapes::{
    Align, Area, Drawing, Form, HEIGHT, Image, Line, Place, Shape, Text, TextRole, WIDTH, Weight,
};
pub(super) use words::{DrawingWords, drawing_words};

use sheet::Sheet;

use super::ExportError;
use super::docx::Pictures;
use super::minutes::{AskedQuestion, Minutes, Outcome, Tallied, one_line};
use super::page::question_page;
use super::tally_words::tally_words;
use super::words::words as shared_words;
use crate::brand::OwnColours;
use crate::session::{Ask, TallyView};

/// What a drawing looks like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// The organisation's colours.
    pub colours: OwnColours,
    /// Which letters it may have.
    pub letters: Letters,
}

/// Which letters a drawing may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// All: whoever shows it has fonts of their own.
    Any,
    /// Those of the fonts of documents alone; others are told as missing.
    OfFonts,
}

/// The result of one of the questions as SVG, 1,920 by 1,080.
pub fn result_svg(
    minutes: &Minutes,
    question: &AskedQuestion,
    colours: OwnColours,
    pictures: &Pictures,
) -> String {
    svg::svg(&drawing(minutes, question, Look { colours, letters: Letters::Any }, pictures))
}

/// The same painted, as a PNG of 1,920 by 1,080 pixels. Letters that our fonts do not have are told as missing.
pub fn result_png(
    minutes: &Minutes,
    question: &AskedQuestion,
    colours: OwnColours,
    pictures: &Pictures,
) -> Result<Vec<u8>, ExportError> {
    png::png(&svg::svg(&drawing(minutes, question, Look { colours, letters: Letters::OfFonts }, pictures)))
}

/// Draws the result of a question.
pub(super) fn drawing(
    minutes: &Minutes,
    question: &AskedQuestion,
    look: Look,
    pictures: &Pictures,
) -> Drawing {
    let title = one_line(&question.prompt);
    let mut sheet = Sheet::new(minutes, &title, &look, Ruler::of_pictures());
    draw_outcome(question, pictures, &mut sheet);
    let shared = shared_words(minutes.language);
    let answered = if question.people == 0 {
        shared.nobody.to_owned()
    } else {
        format!("{} {}", shared.people_of(question.people, minutes.present), shared.answered_verb())
    };
    let told = told::told(&question_page(minutes, question));
    sheet.finished(&answered, &title, told)
}

fn draw_outcome(question: &AskedQuestion, pictures: &Pictures, sheet: &mut Sheet<'_>) {
    let language = sheet.minutes.language;
    let (own, shared, tally) = (drawing_words(language), shared_words(language), tally_words(language));
    if question.people == 0 {
        return;
    }
    match &question.outcome {
        Outcome::Open(open) if open.themes.is_empty() => answers::draw(&open.rest, own, sheet),
        Outcome::Open(open) => themes::draw(open, shared.other_themes, own, sheet),
        Outcome::Cloud(cloud) => cloud::draw(cloud, own, sheet),
        Outcome::Ranking(ranking) => {
            bars::draw(&options::ranked(ranking, question, own, shared), own, sheet);
        }
        Outcome::Tallied(Tallied { people, ask, view }) => match (ask, view) {
            (Ask::Choice(choice), TallyView::Choice { options, correct, other }) => {
                let bars =
                    options::chosen(choice, options, correct, other.as_ref(), *people, question, language);
                bars::draw(&bars, own, sheet);
            }
            (Ask::Quiz(quiz), TallyView::Quiz(summary)) => {
                bars::draw(&options::picked(quiz, summary, *people, language), own, sheet);
            }
            (Ask::Points(points), TallyView::Points { options }) => {
                bars::draw(&options::pointed(points, options, *people, language), own, sheet);
            }
            (Ask::Scales(scales), TallyView::Scales { statements }) => {
                scales::draw(scales, statements, shared, sheet);
            }
            (Ask::Number(number), TallyView::Number(summary)) => {
                numbers::draw(number, summary, own, shared, sheet);
            }
            (Ask::Grid(grid), TallyView::Grid { items }) => plane::draw(grid, items, own, tally, sheet),
            (Ask::Dots(_), TallyView::Dots { clusters }) => {
                let picture = question.picture.as_ref();
                let kept = picture.and_then(|picture| pictures.get(&picture.id));
                dots::draw(picture, kept.map(|bytes| bytes.as_ref()), clusters, sheet);
            }
            (
                Ask::OpenText(_)
                | Ask::WordCloud(_)
                | Ask::Ranking(_)
                | Ask::Choice(_)
                | Ask::Scales(_)
                | Ask::Points(_)
                | Ask::Number(_)
                | Ask::Grid(_)
                | Ask::Quiz(_)
                | Ask::Dots(_),
                _,
            ) => {}
        },
    }
}
