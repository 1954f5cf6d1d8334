//! The accessibility statement: what holds, how it is tested, what does not work, and whom to tell.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use super::pages::{FrameAncestors, asked_language, find, policy};
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

    /// As HTML: a link where it is an address.
    fn html(&self) -> String {
        let shown = escaped(&self.0);
        let is_word = !self.0.contains(char::is_whitespace);
        if is_word && (self.0.starts_with("https://") || self.0.starts_with("http://")) {
            format!(r#"<a href="{shown}">{shown}</a>"#)
        } else if is_word
            && self.0.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        {
            format!(r#"<a href="mailto:{shown}">{shown}</a>"#)
        } else {
            shown
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
    let language = match asked {
        Some("nb") => Language::Nb,
        Some("nn") => Language::Nn,
        Some("en") => Language::En,
        Some(_) | None => asked_language(request),
    };
    let name = match language {
        Language::Nb => "accessibility/nb.html",
        Language::Nn => "accessibility/nn.html",
        Language::En => "accessibility/en.html",
    };
    let page = find(name).expect("the build refuses to go on without the page").plain;
    let page = String::from_utf8_lossy(page)
        .replace("<!-- contact -->", &format!("<p>{}</p>", whom_to_tell(language, contact)))
        .replace("<!-- version -->", env!("CARGO_PKG_VERSION"));
    let mut response = Response::new(Body::from(page));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy("style-src 'self'", framing));
    response
}

fn whom_to_tell(language: Language, contact: Option<&Contact>) -> String {
    match (language, contact.map(Contact::html)) {
        (Language::Nb, Some(contact)) => format!("Har du møtt et hinder? Kontakt {contact}."),
        (Language::Nn, Some(contact)) => format!("Har du møtt eit hinder? Kontakt {contact}."),
        (Language::En, Some(contact)) => format!("Have you met a barrier? Contact {contact}."),
        (Language::Nb, None) => {
            "Har du møtt et hinder? Si fra til den som leder samlingen, eller til virksomheten som \
                                 har invitert deg. De vet hvem som driver tjenesten."
                .to_owned()
        }
        (Language::Nn, None) => {
            "Har du møtt eit hinder? Sei frå til den som leier samlinga, eller til verksemda som \
                                 har invitert deg. Dei veit kven som driv tenesta."
                .to_owned()
        }
        (Language::En, None) => {
            "Have you met a barrier? Tell whoever runs the session, or the organisation that \
                                 invited you. They know who runs the service."
                .to_owned()
        }
    }
}

/// Text as it may stand in HTML and in its attributes.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut html, letter| {
        match letter {
            '&' | '<' | '>' | '"' | '\'' => {
                write!(html, "&#{};", u32::from(letter)).expect("a string can be written");
            }
            _ => html.push(letter),
        }
        html
    })
}
