//! The accessibility statement: what holds, how it is tested, what does not work, and whom to tell.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use maud::{Markup, PreEscaped, Render, html};
use serde::Deserialize;

use super::pages::{FrameAncestors, asked_language, find, policy};
use crate::languages::{InEach, about};
use crate::session::Language;

/// Whom people tell of a barrier: an e-mail address, a web address, or a few words such as a telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact(String);

impl Contact {
    /// Longest contact in characters: a name, an address and a number.
    pub const CHARS_MAX: usize = 200;

    /// Takes what an operator wrote; gives `None` for an empty, a long, or an unprintable text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (1..=Self::CHARS_MAX).contains(&text.chars().count());
        (fits && !text.chars().any(char::is_control)).then(|| Self(text.to_owned()))
    }
}

/// As HTML: a link where it is an address.
impl Render for Contact {
    fn render(&self) -> Markup {
        let shown = self.0.as_str();
        let is_word = !shown.contains(char::is_whitespace);
        let is_mail =
            || shown.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        if is_word && (shown.starts_with("https://") || shown.starts_with("http://")) {
            link(shown, shown)
        } else if is_word && is_mail() {
            link(&format!("mailto:{shown}"), shown)
        } else {
            html! { (shown) }
        }
    }
}

/// The statement in the language that `asked` names by its tag, else in the one that `request` asks for.
pub fn statement_page(
    request: &HeaderMap,
    asked: Option<&str>,
    contact: Option<&Contact>,
    framing: &FrameAncestors,
) -> Response {
    let language = asked.and_then(Language::of_tag).unwrap_or_else(|| asked_language(request));
    let said = &SAID[language];
    let frame = find("accessibility.html").expect("the build refuses to go on without the page").plain;
    let title = html! { title { (said.heading) " – Plenum" } }.into_string();
    let body = html! { body { (statement(said, language, contact)) } }.into_string();
    let page = String::from_utf8_lossy(frame)
        .replace("lang=\"nb\"", &format!("lang=\"{}\"", language.tag()))
        .replace("<title>Plenum</title>", &title)
        .replace("<body></body>", &body);
    let mut response = Response::new(Body::from(page));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy("style-src 'self'", framing));
    response
}

/// The texts of one language; `{…}` stands for what is filled in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    heading: &'static str,
    language: &'static str,
    lead: &'static str,
    applies: Applies,
    tested: Tested,
    lacking: Lacking,
    tell: Tell,
    about: &'static str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Applies {
    heading: &'static str,
    goal: &'static str,
    status: &'static str,
    status_is: &'static str,
    own: &'static str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tested {
    heading: &'static str,
    how: &'static str,
    states: Test,
    small: Test,
    colours: Test,
    keyboard: Test,
    heard: Test,
    limits: &'static str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    what: &'static str,
    how: &'static str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lacking {
    heading: &'static str,
    each: Vec<&'static str>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Tell {
    heading: &'static str,
    contact: &'static str,
    nobody_named: &'static str,
    help: &'static str,
    authority: &'static str,
    authority_is: &'static str,
}

static SAID: LazyLock<InEach<Said>> = LazyLock::new(|| InEach::read("accessibility"));

fn statement(said: &Said, language: Language, contact: Option<&Contact>) -> Markup {
    let Said { applies, tested, lacking, tell, .. } = said;
    // The law has no name in another language.
    let regulation = html! { span lang="nb" { "forskrift om universell utforming av ikt-løsninger" } };
    let authority = link("https://www.uutilsynet.no", tell.authority_is);
    html! {
        header {
            a href="/" { "Plenum" }
            nav aria-label=(said.language) { ul {
                @for other in Language::ALL {
                    @let tag = other.tag();
                    li {
                        a href={ "?lang=" (tag) } lang=(tag) hreflang=(tag)
                            aria-current=[(*other == language).then_some("page")] { (about(*other).name) }
                    }
                }
            } }
        }
        main {
            h1 { (said.heading) }
            p.lead { (said.lead) }

            h2 { (applies.heading) }
            p { (filled(applies.goal, "regulation", regulation)) }
            p { (filled(applies.status, "status", html! { strong { (applies.status_is) } })) }
            p { (filled(applies.own, "uustatus", link("https://uustatus.no", "uustatus.no"))) }

            h2 { (tested.heading) }
            p { (tested.how) }
            dl {
                (test(&tested.states, &["shared/axe.mjs"]))
                (test(&tested.small, &["reach.mjs"]))
                (test(&tested.colours, &["reach-colours.mjs"]))
                (test(&tested.keyboard, &["keys-phone.mjs", "keys-facilitator.mjs"]))
                (test(&tested.heard, &["heard.mjs"]))
            }
            p { (tested.limits) }

            h2 { (lacking.heading) }
            ul { @for each in &lacking.each { li { (each) } } }

            h2 { (tell.heading) }
            p {
                @match contact {
                    Some(contact) => { (filled(tell.contact, "contact", contact.render())) }
                    None => { (tell.nobody_named) }
                }
            }
            p { (tell.help) }
            p { (filled(tell.authority, "authority", authority)) }
        }
        footer { p { (filled(said.about, "version", html! { (env!("CARGO_PKG_VERSION")) })) } }
    }
}

/// What is tested, and the files of `tests/browser` that do it.
fn test(said: &Test, files: &[&str]) -> Markup {
    html! {
        dt { (said.what) }
        dd { (said.how) @for file in files { " " code { "tests/browser/" (file) } } }
    }
}

fn link(address: &str, shown: &str) -> Markup {
    html! { a href=(address) { (shown) } }
}

/// A text with what stands for its `{name}`.
fn filled(text: &str, name: &str, with: Markup) -> Markup {
    let place = format!("{{{name}}}");
    let parts: Vec<String> = text.split(&place).map(|part| html! { (part) }.into_string()).collect();
    PreEscaped(parts.join(with.into_string().as_str()))
}
