//! The pages arrive whole in every encoding, with a policy that lets nothing else in.

use axum::{
    body::to_bytes,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use plenum::brand::{Brand, Logo, OwnColours};
use plenum::http::Dress;
use plenum::http::pages::{
    FrameAncestors, Preview, asset, facilitator_page, logo, phone_document, presenter_page, preview_page,
};
use plenum::session::Language;
use std::io::Read;

/// What the phone may cost compressed, the state not counted, so that a form stands on the screen quickly.
const PHONE_COMPRESSED_BYTES_MAX: usize = 24_000;
/// What a phone fetches besides when its room first sorts, shares results, ranks, chooses, plays, has a clock or may signal;
/// everyone does at the same moment.
const SCREEN_COMPRESSED_BYTES_MAX: usize = 4_500;

#[test]
fn the_phone_document_is_the_same_in_every_encoding() {
    // Longer than one block of either encoding.
    let state = format!(r#"{{"question":"<b>Hva & hvordan</b>","padding":"{}"}}"#, "å".repeat(70_000));
    let plain = phone("identity", Some(&state));
    let expected = String::from_utf8(plain.clone()).unwrap();
    assert!(expected.ends_with("</script></body></html>"));
    assert!(expected.contains(r#"id="state">{"question":"\u003cb>Hva"#));

    let mut brotli = Vec::new();
    brotli_decompressor::Decompressor::new(phone("gzip, br", Some(&state)).as_slice(), 4096)
        .read_to_end(&mut brotli)
        .unwrap();
    assert!(brotli == plain, "brotli gives another document");

    let mut gzip = Vec::new();
    flate2::read::GzDecoder::new(phone("gzip, br;q=0", Some(&state)).as_slice())
        .read_to_end(&mut gzip)
        .unwrap();
    assert!(gzip == plain, "gzip gives another document");
}

#[test]
fn the_phone_document_asks_for_nothing_else_and_keeps_to_its_budget() {
    let document = String::from_utf8(phone("identity", None)).unwrap();
    for other in ["src=\"", "href=\"http", "href=\"/", "@import", "url(http"] {
        let head = document.split("<script type=\"module\">").next().unwrap();
        assert!(!head.contains(other), "the document names another file by {other}");
    }
    let compressed = ["nb", "nn", "en"].map(|language| {
        let mut request = asking(header::ACCEPT_ENCODING, "br");
        request.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(language));
        body(phone_document(&request, None, None, &Dress::default())).len()
    });
    let compressed = compressed.into_iter().max().unwrap();
    assert!(compressed <= PHONE_COMPRESSED_BYTES_MAX, "{compressed} bytes compressed");
}

#[test]
fn each_screen_that_the_phone_fetches_is_one_small_file_in_its_language() {
    // Each by words of its own in nb, nn and en.
    let screens = [
        ("sorting", ["Ingen av disse", "Ingen av desse", "None of these"]),
        ("results", ["Dette sier vi", "Dette seier vi", "What we say"]),
        ("asks", ["Alle 100 poeng er fordelt", "Alle 100 poeng er fordelte", "All 100 points are given out"]),
        ("ranking", ["Din rekkefølge", "Rekkjefølgja di", "Your order"]),
        ("timer", ["Tiden er ute", "Tida er ute", "Time is up"]),
        ("signals", ["Si det uten ord", "Sei det utan ord", "Say it without words"]),
        ("grid", ["Plasser minst ett punkt", "Plasser minst eitt punkt", "Place at least one item"]),
        (
            "refusals",
            [
                "Noe mangler i rekkefølgen",
                "Noko manglar i rekkjefølgja",
                "Something is missing from the order",
            ],
        ),
        ("door", ["Hvem er du her?", "Kven er du her?", "Who are you here?"]),
        (
            "asked",
            ["Spørsmål til den som snakker", "Spørsmål til den som snakkar", "Questions to the speaker"],
        ),
        (
            "dots",
            ["Sett en prikk midt på bildet", "Set ein prikk midt på biletet", "Place a dot in the middle"],
        ),
        ("quiz", ["Spill uten kallenavn", "Spel utan kallenamn", "Play without a nickname"]),
        ("statements", ["Du har svart på alle", "Du har svara på alle", "You have answered all of them"]),
        ("survey", ["Se alle spørsmålene", "Sjå alle spørsmåla", "See all questions"]),
    ];
    for (number, language) in ["nb", "nn", "en"].into_iter().enumerate() {
        let request = asking(header::ACCEPT_LANGUAGE, language);
        let response = phone_document(&request, None, None, &Dress::default());
        let policy = text_of(&response, header::CONTENT_SECURITY_POLICY);
        assert!(policy.contains("' 'self'; style-src 'sha256-"), "the policy lets it in: {policy}");
        let document = String::from_utf8(body(response)).unwrap();
        let named: Vec<&str> =
            document.split("\"/assets/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(named.len(), screens.len(), "the document names {named:?}");
        for (screen, its_own_words) in screens.map(|(screen, words)| (screen, words[number])) {
            let name = named.iter().find(|name| name.starts_with(screen)).expect("the screen is named");
            assert!(!document.contains(its_own_words), "its words come with the document");
            let script = String::from_utf8(body(asset(&HeaderMap::new(), name))).unwrap();
            assert!(script.contains(its_own_words), "{language}: {name}");
            // English words have the keyword in them, too.
            assert!(!script.replace("important", "").contains("import"), "it asks for nothing else");
            let compressed = body(asset(&asking(header::ACCEPT_ENCODING, "br"), name)).len();
            assert!(compressed <= SCREEN_COMPRESSED_BYTES_MAX, "{compressed} bytes compressed");
        }
    }
}

#[test]
fn the_phone_document_speaks_the_language_of_the_session_or_of_the_browser() {
    let snapshot = |language: &str| {
        let details = format!(r#"{{"title":"T","language":"{language}","place":"","date":null}}"#);
        format!(
            r#"{{"type":"snapshot","cursor":{{"epoch":"a","position":1}},"changes":[{{"part":"details","details":{details}}}]}}"#
        )
    };
    let document = |asked: &str, state: Option<&str>| {
        let request = asking(header::ACCEPT_LANGUAGE, asked);
        let response = phone_document(&request, state, None, &Dress::default());
        String::from_utf8(body(response)).unwrap()
    };
    let speaks = |document: String| document.split_once("<html lang=\"").unwrap().1[..2].to_owned();
    assert_eq!(speaks(document("en-GB,en;q=0.9", Some(&snapshot("nn")))), "nn");
    assert_eq!(speaks(document("fr, en-GB;q=0.9, nb;q=0.8", None)), "en");
    assert_eq!(speaks(document("no", None)), "nb");
    assert_eq!(speaks(document("fr", None)), "nb");
    assert_eq!(speaks(document("en", Some("null"))), "en");
    assert!(document("en", None).contains("Type the code on the screen."));
    // What was chosen on the phone comes before both, and the page leads to the others.
    for (chosen, others) in
        [(Language::Nb, ["nn", "en"]), (Language::Nn, ["nb", "en"]), (Language::En, ["nb", "nn"])]
    {
        let request = asking(header::ACCEPT_LANGUAGE, "en");
        let response = phone_document(&request, Some(&snapshot("nn")), Some(chosen), &Dress::default());
        let page = String::from_utf8(body(response)).unwrap();
        for other in others {
            assert!(
                page.contains(&format!("<a href=\"?lang={other}\" lang=\"{other}\">")),
                "{chosen:?} to {other}"
            );
        }
        let own = serde_json::to_value(chosen).unwrap();
        assert_eq!(speaks(page), own.as_str().unwrap());
    }
}

#[test]
fn a_page_allows_only_its_own_scripts() {
    let response = phone_document(&HeaderMap::new(), None, None, &Dress::default());
    let policy = text_of(&response, header::CONTENT_SECURITY_POLICY);
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"));
    assert!(policy.ends_with("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe"));

    let teams = FrameAncestors::parse("https://teams.example").unwrap();
    let dress = Dress::new(teams, &Brand::default());
    let policy = text_of(&presenter_page(&HeaderMap::new(), &dress), header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("script-src 'self'"));
    assert!(policy.ends_with("frame-ancestors https://teams.example"));
    for smuggled in ["'none'; script-src *", "a, b", "a\r\nb", ""] {
        assert_eq!(FrameAncestors::parse(smuggled), None);
    }
}

#[test]
fn a_preview_is_framed_by_our_own_pages_alone_and_asks_nobody() {
    let page = facilitator_page(&HeaderMap::new(), &Dress::default());
    assert!(text_of(&page, header::CONTENT_SECURITY_POLICY).contains("; frame-src 'self';"));
    for preview in [Preview::Phone, Preview::Projector] {
        let response = preview_page(&HeaderMap::new(), preview, &Dress::default());
        let policy = text_of(&response, header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
        assert!(policy.ends_with("frame-ancestors 'self'"), "{policy}");
        assert!(!policy.contains("connect-src") && !policy.contains("unsafe"), "{policy}");

        // Who may show the facilitator's page has a preview in it, too.
        let teams = FrameAncestors::parse("https://teams.example").unwrap();
        let dress = Dress::new(teams, &own_look());
        let response = preview_page(&HeaderMap::new(), preview, &dress);
        let policy = text_of(&response, header::CONTENT_SECURITY_POLICY);
        assert!(policy.ends_with("frame-ancestors 'self' https://teams.example"), "{policy}");
        assert_eq!(let_in(&policy), 1, "the look of one's own: {policy}");
        assert!(String::from_utf8(body(response)).unwrap().contains("<style>"));
    }
}

#[test]
fn a_look_of_ones_own_reaches_every_page_and_its_policy() {
    let dress = Dress::new(FrameAncestors::default(), &own_look());
    let plain = Dress::default();
    for language in ["nb", "en"] {
        let request = asking(header::ACCEPT_LANGUAGE, language);
        let (with, without) =
            (phone_document(&request, None, None, &dress), phone_document(&request, None, None, &plain));
        let [policy, before] =
            [&with, &without].map(|answer| text_of(answer, header::CONTENT_SECURITY_POLICY));
        let [with, without] = [with, without].map(|answer| String::from_utf8(body(answer)).unwrap());
        // What the build compressed is the same; what is worn stands between it and the state.
        let (built, state) = without.rsplit_once("<script type=\"application/json\"").unwrap();
        let worn = with.strip_prefix(built).unwrap().strip_suffix(state).unwrap();
        assert!(worn.starts_with("<style>:root{--primary:#003b5c;"), "{worn}");
        assert!(worn.contains(r#"<img src="/logo" alt="Fjord &amp; &quot;Fjell&quot; kommune">"#), "{worn}");
        assert!(!worn.contains("script>"), "{worn}");
        assert!(policy.len() > before.len() && !policy.contains("unsafe"), "{policy}");
        assert_eq!(let_in(&policy), let_in(&before) + 1);
    }
    for page in [presenter_page, facilitator_page] {
        let request = HeaderMap::new();
        let (with, without) = (page(&request, &dress), page(&request, &plain));
        let policy = text_of(&with, header::CONTENT_SECURITY_POLICY);
        assert!(policy.contains("style-src 'self' 'sha256-") && !policy.contains("unsafe"), "{policy}");
        let tag = text_of(&with, header::ETAG);
        assert_ne!(tag, text_of(&without, header::ETAG));
        assert_eq!(page(&asking(header::IF_NONE_MATCH, &tag), &dress).status(), StatusCode::NOT_MODIFIED);
        let with = String::from_utf8(body(with)).unwrap();
        let style = with.find("<style>:root{--primary:#003b5c;").expect("it has the colours");
        assert!(with.find("rel=\"stylesheet\"").unwrap() < style, "they stand after the page's own");
        assert!(with.contains(r#"<template id="logo"><img src="/logo""#), "{with}");
        assert!(!String::from_utf8(body(without)).unwrap().contains("<template"));
    }
    let colours = |page: fn(&HeaderMap, &Dress) -> Response| {
        let page = String::from_utf8(body(page(&HeaderMap::new(), &dress))).unwrap();
        page.split("<style>").nth(1).unwrap().split('<').next().unwrap().to_owned()
    };
    assert_ne!(colours(presenter_page), colours(facilitator_page), "the projector is read from afar");
}

#[test]
fn a_logo_is_kept_for_an_hour_and_can_do_nothing() {
    let drawing = Logo::read(b"<svg><script>alert(1)</script></svg>").unwrap();
    let first = logo(&HeaderMap::new(), &drawing);
    assert_eq!(text_of(&first, header::CONTENT_TYPE), "image/svg+xml");
    assert_eq!(text_of(&first, header::CACHE_CONTROL), "public, max-age=3600");
    let policy = text_of(&first, header::CONTENT_SECURITY_POLICY);
    assert!(policy.starts_with("default-src 'none';") && policy.contains("; sandbox;"), "{policy}");
    assert!(!policy.contains("script-src"), "{policy}");
    let tag = text_of(&first, header::ETAG);
    let again = logo(&asking(header::IF_NONE_MATCH, &tag), &drawing);
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert!(body(again).is_empty());
    assert!(!body(first).is_empty());
}

#[test]
fn assets_are_kept_forever_and_pages_are_asked_for_again() {
    let page = String::from_utf8(body(facilitator_page(&HeaderMap::new(), &Dress::default()))).unwrap();
    let name = page.split("\"/assets/").nth(1).unwrap().split('"').next().unwrap();
    let script = asset(&HeaderMap::new(), name);
    assert_eq!(script.status(), StatusCode::OK);
    assert!(text_of(&script, header::CACHE_CONTROL).contains("immutable"));
    let compressed = asset(&asking(header::ACCEPT_ENCODING, "br"), name);
    assert_eq!(text_of(&compressed, header::VARY), "accept-encoding");

    let tag = text_of(&script, header::ETAG);
    let again = asset(&asking(header::IF_NONE_MATCH, &format!("W/\"other\", W/{tag}")), name);
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert!(body(again).is_empty());

    assert_eq!(asset(&HeaderMap::new(), "../presenter.html").status(), StatusCode::NOT_FOUND);
}

fn own_look() -> Brand {
    Brand {
        organisation: Some("Fjord & \"Fjell\" kommune".parse().unwrap()),
        logo: Some(Logo::read(b"<svg/>").unwrap()),
        dark_logo: None,
        colours: OwnColours {
            main: Some("#003b5c".parse().unwrap()),
            accent: Some("#ffd200".parse().unwrap()),
        },
    }
}

/// How many styles and scripts a policy lets in by their hashes.
fn let_in(policy: &str) -> usize {
    policy.matches("'sha256-").count()
}

fn phone(encodings: &str, state: Option<&str>) -> Vec<u8> {
    body(phone_document(&asking(header::ACCEPT_ENCODING, encodings), state, None, &Dress::default()))
}

fn asking(name: HeaderName, value: &str) -> HeaderMap {
    HeaderMap::from_iter([(name, HeaderValue::try_from(value).unwrap())])
}

fn text_of(response: &Response, name: HeaderName) -> String {
    response.headers()[name].to_str().unwrap().to_owned()
}

fn body(response: Response) -> Vec<u8> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(to_bytes(response.into_body(), usize::MAX)).unwrap().to_vec()
}
