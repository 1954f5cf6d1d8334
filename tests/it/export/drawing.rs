//! One question's result as a picture: every kind, from no answer to five hundred, and whatever people write.

use std::io::Cursor;

use image::ImageFormat;
use plenum::brand::{Brand, Logo, OwnColours, theme_colour};
use plenum::export::{Letterhead, Minutes, Outcome, Pictures, result_png, result_svg};
use plenum::session::{AnswerContent, Ask, Dots, Language, Quiz, WordCloud};
use quick_xml::events::Event as Xml;

use super::gathering::{Gathering, asking, choice, invented, open_question, plan, under_headings};
use super::hostile::hostile;
use super::sheet::{every_kind, text_answer};
use super::word::with_picture;

fn drawn(minutes: &Minutes, pictures: &Pictures) -> Vec<String> {
    let questions = minutes.questions.iter();
    questions.map(|question| result_svg(minutes, question, OwnColours::default(), pictures)).collect()
}

const LONG: [&str; 12] = [
    "Felles inntakskontor for alle helse- og omsorgstjenestene i kommunen",
    "Innsatsteam hjemme",
    "Ny turnus i sykehjemmet med faste helger og lengre vakter",
    "Velferdsteknologi for alle som vil ha det",
    "Én dør inn for pårørende",
    "Kompetansehevingsprogram for førstelinjeledere",
    "Spesialisthelsetjenestesamarbeidsavtaler som faktisk blir brukt i hverdagen",
    "Bedre parkering",
    "Felles fagdager",
    "Lærlinger i alle avdelinger",
    "Omstillingsmidler til tiltak som ansatte foreslår selv",
    "Ingenting av dette",
];

fn long_choice(people: u32) -> Gathering {
    let mut gathering = Gathering::new(plan(
        Language::Nb,
        vec![choice(
            "Hvilke av disse tolv tiltakene bør kommunen utrede først, når vi vet at vi ikke har råd til alt?",
            &LONG,
            3,
        )],
    ));
    gathering.show(1, "12:00");
    gathering.open(1);
    for who in 0..people {
        let who = who as u8;
        let first = [0, 0, 6, 3, 4, 2, 1][usize::from(who) % 7];
        gathering.choose(1, &[first, (first + 5) % 12]);
    }
    gathering
}

fn themed(answers: u32) -> Gathering {
    let mut gathering = Gathering::new(plan(
        Language::Nb,
        vec![open_question("Hva skal til for at vi lykkes med omstillingen?")],
    ));
    gathering.show(1, "12:00");
    gathering.open(1);
    let said = [
        "At vi snakker sammen før vi bestemmer oss",
        "Mer tid",
        "Tverrfaglig samhandling mellom hjemmetjenesten og sykehjemmet, med faste møter hver uke og en felles kalender",
        "Tydelig ledelse",
        "Informasjon underveis",
    ];
    for number in 0..answers {
        gathering.answer(1, &format!("{} {}", said[number as usize % 5], number + 1));
    }
    let labels = [
        "Samhandling og felles mål",
        "Tid og tempo",
        "Kompetanseutvikling på tvers av tjenesteområdene",
        "Ledelse",
        "God informasjon underveis",
        "Økonomi",
        "Medvirkning",
        "Teknologi",
        "Bemanning og rekruttering",
    ];
    let per = (answers / 12).max(1);
    let groups: Vec<(&str, Vec<u32>)> = labels
        .iter()
        .enumerate()
        .map(|(place, label)| {
            (*label, (1..=answers).skip(place * per as usize).take(per as usize).collect::<Vec<u32>>())
        })
        .filter(|(_, ids)| !ids.is_empty())
        .collect();
    let groups: Vec<(&str, &[u32])> = groups.iter().map(|(label, ids)| (*label, ids.as_slice())).collect();
    gathering.group(1, &groups);
    gathering
}

/// What a program reads of a picture.
#[derive(Debug, Default)]
struct Read {
    title: String,
    told: String,
    language: String,
    /// Each line of words, with where it stands.
    lines: Vec<(f64, f64, String)>,
    /// The colours that something is filled with.
    fills: Vec<String>,
    images: usize,
}

fn read(svg: &str) -> Read {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut found = Read::default();
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|problem| panic!("{problem}: {svg}")) {
            Xml::Start(element) => {
                let name = element.name().as_ref().to_owned();
                let value = |wanted: &str| {
                    let attribute = element.try_get_attribute(wanted).unwrap()?;
                    Some(attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap().into_owned())
                };
                let number = |wanted: &str| value(wanted).unwrap().parse::<f64>().unwrap();
                match name.as_str() {
                    "svg" => {
                        assert_eq!(value("viewBox").unwrap(), "0 0 1920 1080");
                        found.language = value("lang").unwrap();
                    }
                    "tspan" => found.lines.push((number("x"), number("y"), String::new())),
                    "image" => found.images += 1,
                    _ => {}
                }
                found.fills.extend(value("fill"));
                open.push(name);
            }
            Xml::End(_) => {
                open.pop();
            }
            Xml::Text(text) => add(&mut found, &open, &text.xml10_content()),
            Xml::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let letter = match reference.resolve_char_ref().unwrap() {
                    Some(letter) => letter.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&name).unwrap().to_owned(),
                };
                add(&mut found, &open, &letter);
            }
            Xml::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    found
}

fn add(found: &mut Read, open: &[String], text: &str) {
    match open.iter().map(String::as_str).collect::<Vec<&str>>().as_slice() {
        ["svg", "title"] => found.title.push_str(text),
        ["svg", "desc"] => found.told.push_str(text),
        [.., "tspan"] => found.lines.last_mut().unwrap().2.push_str(text),
        _ => {}
    }
}

impl Read {
    fn says(&self, text: &str) -> bool {
        self.lines.iter().any(|(_, _, line)| line == text)
    }

    /// All words, as they are read from line to line.
    fn words(&self) -> String {
        self.lines.iter().map(|(_, _, line)| line.as_str()).collect::<Vec<&str>>().join(" ")
    }

    fn stands_within_its_sheet(&self) {
        for (x, y, line) in &self.lines {
            assert!((0.0..=1_920.0).contains(x), "{line} stands at {x}");
            assert!((60.0..=1_060.0).contains(y), "{line} stands at {y}");
        }
        // Nothing of the result hangs down into the foot.
        let foot = self.lines.iter().filter(|(_, y, _)| *y > 984.0).count();
        assert!((1..=2).contains(&foot), "{:?}", self.lines);
    }
}

#[test]
fn every_kind_is_a_drawing_with_its_figures_in_words() {
    let drawings: Vec<Read> =
        drawn(&every_kind().minutes(), &Pictures::new()).iter().map(|svg| read(svg)).collect();
    for drawing in &drawings {
        drawing.stands_within_its_sheet();
        assert_eq!(drawing.language, "nb");
        assert!(drawing.says("5 deltakere svarte"), "{drawing:?}");
    }
    let told: Vec<&str> = drawings.iter().map(|drawing| drawing.told.as_str()).collect();
    assert_eq!(drawings[0].title, "Velg");
    assert!(told[0].contains("Faste team: Antall 5, Andel 100 %."), "{}", told[0]);
    assert!(told[0].contains("Biler: Antall 1, Andel 20 %."), "{}", told[0]);
    assert!(drawings[0].says("100 %") && drawings[0].says("20 %"));
    assert!(
        told[1].contains("B: Plass 1, Snittplassering 1,2, Borda-poeng 9, Satt først av 4."),
        "{}",
        told[1]
    );
    assert!(drawings[1].says("9 poeng") && drawings[1].says("snitt 1,2"), "{:?}", drawings[1]);
    assert!(told[2].contains("Jeg blir hørt: Snitt 4,4"), "{}", told[2]);
    assert!(drawings[2].says("4,4") && drawings[2].says("1 · Helt uenig"));
    assert!(told[3].contains("Biler: "), "{}", told[3]);
    assert!(drawings[3].says("375") && drawings[3].says("75 %"), "{:?}", drawings[3]);
    assert!(told[4].contains("Snitt 32,5 minutter, Median 32,5 minutter"), "{}", told[4]);
    assert!(drawings[4].says("34,0 minutter"), "{:?}", drawings[4]);
    assert!(told[5].contains("håp: Antall 2"), "{}", told[5]);
    assert!(drawings[5].says("håp") && drawings[5].says("tillit"));
    assert!(told[6].contains("Kurs: Felt Gjør først"), "{}", told[6]);
    assert!(drawings[6].says("Kurs") && drawings[6].says("Innsats"));
    assert!(drawings[7].says("Svar 3"));
}

#[test]
fn themes_stand_with_their_counts_in_the_colours_that_they_have_everywhere() {
    let drawing = read(&drawn(&invented().minutes(), &Pictures::new())[0]);
    drawing.stands_within_its_sheet();
    for text in ["12", "6", "5", "4", "Tid og tempo", "Andre tema", "27 av 33 deltakere svarte"] {
        assert!(drawing.says(text), "{text} is not in {:?}", drawing.lines);
    }
    for colour in [Some(1), Some(2), Some(3), None].map(theme_colour) {
        assert!(drawing.fills.contains(&colour.to_string()), "{colour} is not used");
    }
    assert!(drawing.told.contains("Samhandling og felles mål (12)."), "{}", drawing.told);
    assert!(drawing.words().contains("Ledersamling om helse og omsorg i Lyngvær, 20. november 2026"));
}

#[test]
fn what_is_hidden_is_in_no_picture() {
    let minutes = under_headings(Language::Nb).minutes();
    for svg in drawn(&minutes, &Pictures::new()) {
        for hidden in ["Parkering", "Annet", ">a12<", ">a13<", ">b3<", "Bare skjult"] {
            assert!(!svg.contains(hidden), "{hidden} is drawn: {svg}");
        }
    }
    let first = read(&drawn(&minutes, &Pictures::new())[0]);
    assert!(first.words().contains("Felles mål & *ryddige* strukturer"), "{:?}", first.lines);
    assert!(first.told.contains("Felles mål & *ryddige* strukturer (6)."), "{}", first.told);
}

#[test]
fn twelve_long_options_and_hundreds_of_answers_have_room() {
    for minutes in
        [long_choice(1), long_choice(40), themed(1), themed(40), themed(250)].map(|told| told.minutes())
    {
        let drawing = read(&drawn(&minutes, &Pictures::new())[0]);
        drawing.stands_within_its_sheet();
    }
    let long = read(&drawn(&long_choice(40).minutes(), &Pictures::new())[0]);
    let words = long.words().replace("- ", "");
    for option in LONG {
        assert!(words.contains(&option.replace("- ", "")), "{option} is not in {words}");
    }
    let mut minutes = themed(12).minutes();
    let Outcome::Open(open) = &mut minutes.questions[0].outcome else { panic!("it is an open question") };
    open.themes.clear();
    open.rest = (1..=500).map(|number| format!("Svar nummer {number}")).collect();
    let many = read(&drawn(&minutes, &Pictures::new())[0]);
    many.stands_within_its_sheet();
    let shown = many.lines.iter().filter(|(_, _, line)| line.starts_with("Svar nummer")).count();
    assert!(shown >= 60 && many.says(&format!("og {} til", 500 - shown)), "{shown} are shown");
}

#[test]
fn a_question_that_nobody_answered_says_so() {
    let ask = Ask::WordCloud(WordCloud { answers_max: 3 });
    let items = vec![
        open_question("Hva nå?"),
        asking("Med ett ord?", ask),
        asking("Hvor?", Ask::Dots(Dots { dots_max: 1 })),
    ];
    let mut gathering = Gathering::new(plan(Language::Nn, items));
    for item in [1, 2] {
        gathering.show(item, "12:00");
        gathering.open(item);
    }
    for svg in drawn(&gathering.minutes(), &Pictures::new()) {
        let drawing = read(&svg);
        assert!(drawing.says("Ingen svara."), "{drawing:?}");
        assert_eq!(drawing.language, "nn");
    }
}

#[test]
fn dots_lie_on_their_picture() {
    let (gathering, pictures) = with_picture();
    let drawing = read(&drawn(&gathering.minutes(), &pictures)[0]);
    assert_eq!(drawing.images, 1);
    assert!(drawing.told.contains(": Prikker 2, Andel 67 %."), "{}", drawing.told);
    // Without the picture they are told, and it is as well.
    let without = read(&drawn(&gathering.minutes(), &Pictures::new())[0]);
    assert_eq!(without.images, 0);
    assert!(without.says("Torget \"sett\" ovenfra"), "{without:?}");
}

#[test]
fn what_is_right_and_the_round_before_stand_beside_their_bars() {
    let quiz = Quiz {
        options: ["Ja", "Nei"].map(|text| plenum::session::Heading::parse(text).unwrap()).to_vec(),
        correct: vec![1],
        accepted: Vec::new(),
        seconds: 20,
        points: 0,
    };
    let mut gathering = Gathering::new(plan(
        Language::Nb,
        vec![asking("Hva er rett?", Ask::Quiz(Box::new(quiz))), choice("Velg", &["A", "B"], 1)],
    ));
    gathering.show(1, "09:00");
    gathering.open(1);
    for option in [0, 1, 1] {
        gathering.answers(1, AnswerContent::QuizChoice { option });
    }
    gathering.close(1);
    gathering.show(2, "09:05");
    gathering.open(2);
    for who in 1..=3 {
        gathering.give(2, who, AnswerContent::Choice { chosen: vec![0], other: None });
    }
    gathering.now(plenum::session::Event::SecondRoundStarted { item: plenum::session::ItemId(2) });
    for who in 1..=3 {
        gathering.give(2, who, AnswerContent::Choice { chosen: vec![1], other: None });
    }
    let drawings = drawn(&gathering.minutes(), &Pictures::new());
    let quiz = read(&drawings[0]);
    assert!(quiz.says("Riktig") && quiz.says("67 %"), "{quiz:?}");
    let rounds = read(&drawings[1]);
    assert!(rounds.says("før 100 %") && rounds.says("før 0 %"), "{rounds:?}");
}

#[test]
fn hostile_texts_break_no_drawing_and_are_read_as_they_were_written() {
    let mut gathering =
        Gathering::new(plan(Language::Nb, vec![open_question("<b>\"Hva\" & 'hvem'</b> ]]>?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.give(1, 1, text_answer("ja"));
    let mut minutes = gathering.minutes();
    for some in hostile().chunks(12) {
        let Outcome::Open(open) = &mut minutes.questions[0].outcome else { panic!("it is an open question") };
        open.rest = some.to_vec();
        let svg = drawn(&minutes, &Pictures::new()).remove(0);
        let drawing = read(&svg);
        assert_eq!(drawing.title, "<b>\"Hva\" & 'hvem'</b> ]]>?");
        drawing.stands_within_its_sheet();
        let controls = |letter: char| letter.is_control() && letter != '\n';
        assert!(!svg.contains(controls) && !svg.contains(['\u{fffe}', '\u{ffff}']));
        if some.iter().any(|text| text == "<script>alert(1)</script>") {
            assert!(drawing.says("<script>alert(1)</script>"), "{:?}", drawing.lines);
        }
    }
    let painted = painted(&minutes);
    assert_eq!((painted.width(), painted.height()), (1_920, 1_080));
}

fn painted(minutes: &Minutes) -> image::RgbaImage {
    let png = result_png(minutes, &minutes.questions[0], OwnColours::default(), &Pictures::new()).unwrap();
    image::load_from_memory_with_format(&png, ImageFormat::Png).unwrap().to_rgba8()
}

#[test]
fn a_painted_picture_has_the_same_in_our_fonts() {
    let page = painted(&invented().minutes());
    assert_eq!((page.width(), page.height()), (1_920, 1_080));
    let ground = *page.get_pixel(2, 2);
    assert!(page.pixels().all(|pixel| pixel.0[3] == u8::MAX), "it can be seen through");
    // Words cover their part of each third; with no font there would be lines alone.
    let inked = |from: u32, to: u32| {
        let rows = (from..to).flat_map(|y| (0..1_920).map(move |x| (x, y)));
        rows.filter(|(x, y)| page.get_pixel(*x, *y).0[0].saturating_add(60) < ground.0[0]).count()
    };
    assert!(inked(72, 140) > 4_000, "the question is not seen: {}", inked(72, 140));
    assert!(inked(200, 900) > 20_000, "the themes are not seen: {}", inked(200, 900));
    assert!(inked(995, 1_040) > 1_500, "the foot is not seen: {}", inked(995, 1_040));
}

#[test]
fn letters_that_our_fonts_lack_are_told_as_missing_and_stand_in_the_svg() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    gathering.answer(1, "会議 og Čáhcesuolu");
    let svg = drawn(&gathering.minutes(), &Pictures::new()).remove(0);
    assert!(svg.contains("会議 og Čáhcesuolu"));
    let plain = painted(&gathering.minutes());
    assert_eq!((plain.width(), plain.height()), (1_920, 1_080));
}

#[test]
fn the_logo_stands_at_the_foot_and_a_drawn_one_is_painted() {
    let drawn_logo = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#104f58"/></svg>"##;
    let brand = Brand { logo: Some(Logo::read(drawn_logo).unwrap()), ..Brand::default() };
    let letterhead = Letterhead::of(&brand).expect("it is painted");
    assert_eq!((letterhead.width, letterhead.height), (354, 177));
    let painted = image::load_from_memory_with_format(&letterhead.png, ImageFormat::Png).unwrap().to_rgba8();
    assert_eq!(painted.get_pixel(100, 100).0, [0x10, 0x4f, 0x58, 0xff]);
    let mut minutes = invented().minutes();
    minutes.letterhead = Some(letterhead);
    let drawing = read(&drawn(&minutes, &Pictures::new())[0]);
    assert_eq!(drawing.images, 1);
    drawing.stands_within_its_sheet();
    // What would be another logo without its font, or leads elsewhere, is not painted; nor is what is no drawing.
    let inside =
        |element: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{element}</svg>");
    for element in ["<text y='9'>Tysvær</text>", "<image href='/etc/hostname'/>", "<rect", "<foreignObject/>"]
    {
        let brand = Brand { logo: Some(Logo::read(inside(element).as_bytes()).unwrap()), ..Brand::default() };
        assert_eq!(Letterhead::of(&brand), None, "{element}");
    }
    let mut plain = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(9, 9).write_to(&mut plain, ImageFormat::Png).unwrap();
    assert!(Logo::read(plain.get_ref()).unwrap().painted((9, 9)).is_none(), "a PNG is painted already");
}
