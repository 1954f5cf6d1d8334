//! Minutes as one HTML file that needs nothing beside it: to read on a screen, to print, or to put on a web site.
//!
//! maud escapes every text; what a text cannot carry in HTML is replaced by [`legal`]. The look is `html/minutes.css`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use super::contents::contents;
use super::docx::Pictures;
use super::minutes::Minutes;
use super::page::{Block, Fact, Figure, Level, Line, Table, legal, page};
use super::words::words;
use crate::picture::on_paper;

const STYLE: &str = include_str!("html/minutes.css");

/// Renders minutes as an HTML document in UTF-8, with the pictures in it; takes a fifth of a second for each of them.
pub fn html(minutes: &Minutes, pictures: &Pictures) -> String {
    let words = words(minutes.language);
    let blocks = page(minutes);
    let around = Around { minutes, pictures };
    let (head, body) = blocks.split_at(blocks.iter().take_while(|block| is_head(block)).count());
    let document = html! {
        (DOCTYPE)
        html lang=(minutes.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="Plenum";
                meta name="robots" content="noindex";
                title { (words.minutes) ": " (Said(&minutes.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { @for block in head { (rendered(block, 0, &around)) } }
                (contents_list(words.contents, body, &around))
                main { @for (number, block) in body.iter().enumerate() { (rendered(block, number, &around)) } }
            }
        }
    };
    document.into_string()
}

/// What the blocks are of.
struct Around<'a> {
    minutes: &'a Minutes,
    pictures: &'a Pictures,
}

impl Around<'_> {
    /// The language of people's own words, where it is another than that of the page.
    fn people(&self) -> Option<&'static str> {
        let Minutes { language, spoken, .. } = self.minutes;
        (language != spoken).then(|| spoken.tag())
    }

    /// The same for a heading, if a question is called so.
    fn asked(&self, heading: &str) -> Option<&'static str> {
        self.people().filter(|_| self.minutes.asks(heading))
    }
}

/// What stands above everything else: the title, what it is, and when and where it was.
fn is_head(block: &Block) -> bool {
    matches!(block, Block::Title(_) | Block::Subtitle(_) | Block::Facts(_))
}

/// A text as it was written.
struct Said<'a>(&'a str);

impl Render for Said<'_> {
    fn render_to(&self, buffer: &mut String) {
        legal(self.0).as_str().render_to(buffer);
    }
}

/// A list of the parts and of the questions in them, where there are many.
fn contents_list(heading: &str, blocks: &[Block], around: &Around) -> Markup {
    let entries = contents(blocks);
    if entries.is_empty() {
        return Markup::default();
    }
    html! {
        nav aria-labelledby="contents" {
            h2 #contents { (heading) }
            ul {
                @for entry in entries {
                    li class=[(entry.level == Level::Question).then_some("under")] {
                        a href={ "#" (place(entry.block)) } dir="auto" lang=[around.asked(entry.text)] { (Said(entry.text)) }
                    }
                }
            }
        }
    }
}

fn place(number: usize) -> String {
    format!("s{number}")
}

fn rendered(block: &Block, number: usize, around: &Around) -> Markup {
    let people = around.people();
    match block {
        Block::Title(text) => html! { h1 dir="auto" lang=[people] { (Said(text)) } },
        Block::Subtitle(text) => html! { p.kind { (Said(text)) } },
        Block::Facts(facts) => facts_list(facts),
        Block::Heading(level, text) => heading(*level, text, number, around.asked(text)),
        Block::Paragraph(text) => html! { p dir="auto" { (Said(text)) } },
        Block::Prompt(text) => html! { blockquote dir="auto" lang=[people] { (Said(text)) } },
        Block::Note(text) => html! { p.note dir="auto" { (Said(text)) } },
        Block::Programme(lines) => {
            html! { ul.programme { @for line in lines { (programme(line, people)) } } }
        }
        Block::Answers(answers) => html! {
            ul.answers lang=[people] { @for answer in answers { li dir="auto" { (Said(answer)) } } }
        },
        Block::List(sentences) => html! {
            ul.short { @for sentence in sentences { li dir="auto" { (Said(sentence)) } } }
        },
        Block::Table(results) => table(results),
        Block::Picture(drawn) => figure(drawn, around.pictures),
    }
}

fn heading(level: Level, text: &str, number: usize, lang: Option<&str>) -> Markup {
    let id = place(number);
    match level {
        Level::Part => html! { h2 id=(id) { (Said(text)) } },
        Level::Question => html! { h3 id=(id) dir="auto" lang=[lang] { (Said(text)) } },
        Level::Theme => html! { h4 id=(id) dir="auto" { (Said(text)) } },
        Level::SubTheme => html! { h5 id=(id) dir="auto" { (Said(text)) } },
    }
}

fn facts_list(facts: &[Fact]) -> Markup {
    html! {
        dl { @for fact in facts { div { dt { (fact.label) } dd dir="auto" { (Said(&fact.value)) } } } }
    }
}

fn programme(line: &Line, people: Option<&str>) -> Markup {
    html! {
        li {
            p dir="auto" {
                @if !line.when.is_empty() { strong { (line.when) } (line.planned) ": " }
                @if let Some(lang) = people { span lang=(lang) { (Said(&line.what)) } }
                @else { (Said(&line.what)) }
            }
            @if !line.how.is_empty() { p.how dir="auto" lang=[people] { (Said(&line.how)) } }
        }
    }
}

fn table(table: &Table) -> Markup {
    let last_words = table.words + table.more_words;
    let number = |column: usize| (column > last_words).then_some("number");
    html! {
        table {
            thead { tr {
                @for (column, name) in table.header.iter().enumerate() {
                    th scope="col" class=[number(column)] dir="auto" { (Said(name)) }
                }
            } }
            tbody { @for (index, row) in table.rows.iter().enumerate() { tr {
                @for (column, cell) in row.iter().enumerate() {
                    @if column == table.words {
                        th scope="row" { span dir="auto" { (Said(cell)) } (bar(table.bars.get(index))) }
                    } @else {
                        td class=[number(column)] dir="auto" { (Said(cell)) }
                    }
                }
            } } }
        }
    }
}

/// What the row's number looks like beside the others.
fn bar(share: Option<&f64>) -> Markup {
    let Some(share) = share else { return Markup::default() };
    let width = format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0);
    // An element of SVG has its width in an attribute, which no policy for styles takes away.
    html! { svg.bar aria-hidden="true" { rect width=(width) height="100%" rx="2" {} } }
}

/// A picture in the file itself; without it, its caption alone.
fn figure(figure: &Figure, pictures: &Pictures) -> Markup {
    let drawn = pictures.get(&figure.id).and_then(|kept| on_paper(kept, &figure.spots).ok());
    let Some(drawn) = drawn else { return html! { p.note dir="auto" { (Said(&figure.caption)) } } };
    let mut source = String::from("data:image/png;base64,");
    STANDARD.encode_string(&drawn.bytes, &mut source);
    html! {
        figure {
            img src=(source) alt=(Said(&figure.alt)) width=(drawn.width) height=(drawn.height);
            figcaption dir="auto" { (Said(&figure.caption)) }
        }
    }
}
