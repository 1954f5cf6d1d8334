//! The accessibility statement says what is tested, in three languages, and whom to tell.

use std::path::Path;

use axum::{
    body::to_bytes,
    http::{HeaderMap, HeaderValue, header},
};
use plenum::http::{
    accessibility::{Contact, statement_page},
    pages::FrameAncestors,
};

/// The statement as text, asked for with `?lang=` and with `Accept-Language`.
fn statement(lang: Option<&str>, accepted: &'static str, contact: Option<&Contact>) -> String {
    let request = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted))]);
    let response = statement_page(&request, lang, contact, &FrameAncestors::default());
    let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
    assert!(policy.contains("default-src 'none'; style-src 'self'") && !policy.contains("script-src"));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let body = runtime.block_on(to_bytes(response.into_body(), usize::MAX)).unwrap();
    let page = String::from_utf8(body.to_vec()).unwrap();
    // Lines are broken where the source is.
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_statement_speaks_the_language_that_is_asked_for() {
    for (lang, accepted, spoken, heading) in [
        (None, "nb-NO", "nb", "<h1>Tilgjengelighet</h1>"),
        (None, "nn, nb;q=0.8", "nn", "<h1>Tilgjenge</h1>"),
        (None, "en-GB", "en", "<h1>Accessibility</h1>"),
        (None, "fr", "nb", "<h1>Tilgjengelighet</h1>"),
        (Some("en"), "nb", "en", "<h1>Accessibility</h1>"),
        (Some("nn"), "en", "nn", "<h1>Tilgjenge</h1>"),
        (Some("de"), "en", "en", "<h1>Accessibility</h1>"),
    ] {
        let page = statement(lang, accepted, None);
        assert!(page.contains(&format!("<html lang=\"{spoken}\">")), "{lang:?} {accepted}");
        assert!(page.contains(heading), "{lang:?} {accepted}");
        assert!(page.contains(&format!("Plenum {}", env!("CARGO_PKG_VERSION"))));
        assert!(!page.contains("<!--"), "every place was filled in");
        assert!(!page.contains("<script"));
    }
}

#[test]
fn the_statement_names_whom_to_tell() {
    let told = |contact: &str| statement(Some("nb"), "nb", Some(&Contact::parse(contact).unwrap()));
    assert!(told("uu@kommune.no").contains(r#"Kontakt <a href="mailto:uu@kommune.no">uu@kommune.no</a>."#));
    assert!(told("https://kommune.no/si-fra").contains(r#"<a href="https://kommune.no/si-fra">"#));
    assert!(told("Servicetorget, 55 55 00 00").contains("Kontakt Servicetorget, 55 55 00 00."));
    let smuggled = told("<script>alert(1)</script>\" onclick='x'");
    assert!(
        smuggled.contains("Kontakt &lt;script&gt;alert(1)&lt;/script&gt;&quot; onclick='x'."),
        "{smuggled}"
    );
    let smuggled = told("https://a.no/\"onclick=x");
    assert!(smuggled.contains(r#"<a href="https://a.no/&quot;onclick=x">"#), "{smuggled}");
    let unknown = statement(Some("nb"), "nb", None);
    assert!(unknown.contains("Si fra til den som leder samlingen"));
    for unfit in ["", "  ", "a\nb", &"x".repeat(Contact::CHARS_MAX + 1)] {
        assert_eq!(Contact::parse(unfit), None);
    }
}

#[test]
fn every_test_that_the_statement_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = Vec::new();
    for language in ["nb", "nn", "en"] {
        let page = statement(Some(language), "nb", None);
        let here: Vec<String> = page
            .split("<code>")
            .skip(1)
            .map(|rest| rest.split("</code>").next().unwrap().trim().to_owned())
            .collect();
        for test in &here {
            assert!(root.join(test).is_file(), "{language} names {test}");
        }
        named.push(here);
    }
    assert!(named[0].len() >= 5, "{named:?}");
    assert!(named.iter().all(|here| *here == named[0]), "each language names the same tests: {named:?}");
}
