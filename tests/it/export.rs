//! Minutes read as a person's would, and hold every answer that counts exactly once, in Markdown and in Word.

pub(crate) mod archive;
mod archived_quiz;
mod choices;
mod csv;
mod drawing;
mod gathering;
pub(crate) mod hostile;
mod letterhead;
mod markdown;
mod notes;
mod office;
mod old_archives;
mod open_document;
mod others;
mod page;
mod pdf;
mod sheet;
mod slides;
mod template;
mod word;

use plenum::export::{Minutes, Outcome, Pictures, docx, file_name, markdown, minutes};
use plenum::session::{
    Amount, AnswerContent, AnswerId, Ask, Axis, Event, Grid, GridPlace, Heading, ItemId, Language, Number,
    Points, Quadrants, Quiz, ResultsTo, Scales, ThemeId, WordCloud,
};

use gathering::{
    Gathering, asking, choice, invented, open_question, options, plan, ranking, talk, under_headings,
};

#[test]
fn minutes_say_when_things_really_took_place_and_what_was_planned() {
    let mut gathering = Gathering::new(plan(
        Language::Nb,
        vec![
            talk("12:05", "12:15", "Lederutvikling", "Siv Tangen"),
            talk("12:15", "12:30", "Pause", ""),
            talk("12:30", "13:00", "Oppsummering", ""),
        ],
    ));
    gathering.show(1, "12:15");
    gathering.show(2, "12:45");
    gathering.at("13:00", Event::StageCleared);
    let text = markdown(&gathering.minutes());
    assert!(text.contains("* **Dato:** fredag 20. november 2026\n"), "{text}");
    assert!(text.contains("* **Tid:** fra kl. 12:15\n"), "{text}");
    assert!(text.contains("* 12:15 – 12:45 (planlagt 12:05 – 12:15): Lederutvikling (Siv Tangen)\n"));
    assert!(text.contains("* planlagt 12:30 – 13:00: Oppsummering\n"));
    gathering.at("13:02", Event::SessionEnded);
    assert!(markdown(&gathering.minutes()).contains("* **Tid:** kl. 12:15 – 13:02\n"));
}

#[test]
fn a_choice_is_a_table_in_the_order_of_its_options() {
    let items = vec![choice("Hva begynner vi med?", &["Faste | team", "Biler", "Ingenting"], 2)];
    let mut gathering = Gathering::new(plan(Language::Nb, items));
    gathering.show(1, "09:00");
    gathering.choose(1, &[1, 0]);
    gathering.choose(1, &[1]);
    gathering.choose(1, &[1]);
    gathering.at("09:10", Event::SessionEnded);
    let text = markdown(&gathering.minutes());
    let table = "3 deltakere valgte.\n\n| Alternativ | Antall | Andel |\n| --- | ---: | ---: |\n\
                 | Faste \\| team | 1 | 33 % |\n| Biler | 3 | 100 % |\n| Ingenting | 0 | 0 % |\n";
    assert!(text.contains(table), "{text}");
    assert!(text.contains("opptil 2, så andelene kan bli mer enn 100 % til sammen"), "{text}");
    assert!(docx(&gathering.minutes(), &Pictures::new()).is_ok_and(|file| file.starts_with(b"PK")));
}

#[test]
fn each_kind_of_question_has_its_table_and_says_how_it_was_counted() {
    let options =
        |labels: &[&str]| labels.iter().map(|label| Heading::parse(label).unwrap()).collect::<Vec<_>>();
    let amount = |value: f64| Amount::try_from(value).unwrap();
    let scales = Scales {
        statements: options(&["Jeg blir hørt", "Vi har tid"]),
        steps: 5,
        low: Heading::parse("Helt uenig").unwrap(),
        high: Heading::parse("Helt enig").unwrap(),
    };
    let number = Number {
        unit: Heading::parse("minutter").unwrap(),
        solution: Some(amount(34.0)),
        ..Number::default()
    };
    let items = vec![
        asking("Hvor enig er du?", Ask::Scales(scales)),
        asking("Fordel midlene", Ask::Points(Points { options: options(&["Kurs", "Biler"]) })),
        asking("Hvor mange minutter?", Ask::Number(number)),
        asking("Med ett ord?", Ask::WordCloud(WordCloud { answers_max: 3 })),
    ];
    let mut gathering = Gathering::new(plan(Language::Nb, items));
    gathering.show(1, "09:00");
    gathering.answers(1, AnswerContent::Scales { marks: vec![Some(4), None] });
    gathering.answers(1, AnswerContent::Scales { marks: vec![Some(5), None] });
    gathering.answers(2, AnswerContent::Points { points: vec![25, 75] });
    gathering.answers(3, AnswerContent::Number { value: amount(30.0) });
    gathering.answers(3, AnswerContent::Number { value: amount(45.0) });
    for word in ["håp", "håpet", "håp", "tillit"] {
        gathering.answer(4, word);
    }
    let heading = |label: &str| Heading::parse(label).unwrap();
    gathering.now(Event::ThemeDecided {
        item: ItemId(4),
        theme: ThemeId(1),
        label: heading("håp"),
        answers: [6, 7, 8].map(AnswerId).to_vec(),
        absorbed: None,
    });
    gathering.at("09:10", Event::SessionEnded);
    let text = markdown(&gathering.minutes());
    for part in [
        "2 av 9 deltakere satte merke.\n\n| Utsagn | Snitt | Median | Merker |",
        "| Jeg blir hørt | 4,5 | 4,5 | 2 |\n| Vi har tid | – | – | 0 |\n",
        "Skala fra 1 (Helt uenig) til 5 (Helt enig).",
        "| Biler | 75 | 75,0 | 1 |\n| Kurs | 25 | 25,0 | 1 |\n",
        "Hver fordelte 100 poeng.",
        "| 37,5 minutter | 37,5 minutter | 30 minutter | 45 minutter |",
        "| 30–32 | 1 |",
        "Riktig svar: 34 minutter. Nærmest: 30 (1 deltaker).",
        "| håp | 3 | håp, håpet |\n| tillit | 1 |  |\n",
        "Bøyninger av samme ord er talt sammen.",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(docx(&gathering.minutes(), &Pictures::new()).is_ok_and(|file| file.starts_with(b"PK")));
}

#[test]
fn a_plane_is_a_table_with_the_part_in_which_each_item_lies() {
    let heading = |text: &str| Heading::parse(text).unwrap();
    let axis = |name, low, high| Axis { name: heading(name), low: heading(low), high: heading(high) };
    let grid = Grid {
        x: axis("Innsats", "liten", "stor"),
        y: axis("Nytte", "", ""),
        items: ["Faste team", "Biler", "Kurs", "Nytt bygg"].map(heading).to_vec(),
        quadrants: Quadrants { top_left: heading("Gjør først"), ..Quadrants::default() },
    };
    let mut gathering =
        Gathering::new(plan(Language::Nb, vec![asking("Hvor hører det?", Ask::Grid(Box::new(grid)))]));
    gathering.show(1, "09:00");
    let place = |x, y| Some(GridPlace { x, y });
    gathering
        .answers(1, AnswerContent::Grid { places: vec![place(10, 90), place(90, 20), place(50, 80), None] });
    gathering.answers(1, AnswerContent::Grid { places: vec![place(31, 80), None, None, None] });
    gathering.at("09:10", Event::SessionEnded);
    let text = markdown(&gathering.minutes());
    let table = "plasserte punkter.\n\n| Punkt | Felt | Innsats | Nytte | Plassert |\n\
                 | --- | --- | ---: | ---: | ---: |\n\
                 | Faste team | Gjør først | 21 ± 11 | 85 ± 5 | 2 |\n\
                 | Biler | Innsats: stor, Nytte: − | 90 ± 0 | 20 ± 0 | 1 |\n\
                 | Kurs | På midten | 50 ± 0 | 80 ± 0 | 1 |\n\
                 | Nytt bygg | – | – | – | 0 |\n";
    assert!(text.contains(table), "{text}");
    let note =
        "Innsats: fra 0 (liten) til 100 (stor). Nytte: fra 0 til 100. Tallene er snitt ± standardavvik.";
    assert!(text.contains(note), "{text}");
    assert!(docx(&gathering.minutes(), &Pictures::new()).is_ok_and(|file| file.starts_with(b"PK")));
}

#[test]
fn a_question_of_the_quiz_tells_what_was_right_and_how_many_knew() {
    let heading = |text: &str| Heading::parse(text).unwrap();
    let quiz = |options: &[&str], correct: Vec<u8>, accepted: &[&str]| {
        let [options, accepted] =
            [options, accepted].map(|texts| texts.iter().map(|text| heading(text)).collect());
        asking(
            "Hva heter den?",
            Ask::Quiz(Box::new(Quiz { options, correct, accepted, seconds: 30, points: 1_000 })),
        )
    };
    let items =
        vec![quiz(&["Glomma", "Lågen", "Tana"], vec![0], &[]), quiz(&[], Vec::new(), &["Glomma", "Glåma"])];
    let mut gathering = Gathering::new(plan(Language::Nb, items));
    gathering.show(1, "09:00");
    for option in [0, 1, 0] {
        gathering.answers(1, AnswerContent::QuizChoice { option });
    }
    gathering.show(2, "09:02");
    for text in ["glåma!", "en fjellbekk"] {
        gathering.answers(2, AnswerContent::QuizText { text: heading(text) });
    }
    gathering.at("09:10", Event::SessionEnded);
    let text = markdown(&gathering.minutes());
    for part in [
        "svarte.\n\n| Alternativ | Antall | Andel |\n| --- | ---: | ---: |\n| Glomma | 2 | 67 % |\n",
        "Riktig: Glomma. 2 deltakere svarte riktig (67 %).",
        "Riktig: Glomma, Glåma. 1 deltaker svarte riktig (50 %).",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains("fjellbekk"), "what was wrong is nobody's business afterwards");
    assert!(
        docx(&gathering.minutes(), &plenum::export::Pictures::new())
            .is_ok_and(|file| file.starts_with(b"PK"))
    );
}

#[test]
fn four_minutes_late_is_on_time() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![talk("12:05", "12:15", "Velkommen", "")]));
    gathering.show(1, "12:09");
    gathering.at("12:19", Event::SessionEnded);
    assert!(markdown(&gathering.minutes()).contains("* 12:09 – 12:19: Velkommen\n"));
}

#[test]
fn clicking_past_an_item_leaves_no_trace_and_coming_back_later_does() {
    let items = ["Innledning", "Samtale", "Avslutning"].map(|what| talk("", "", what, ""));
    let mut gathering = Gathering::new(plan(Language::Nb, items.to_vec()));
    gathering.show(1, "09:00");
    gathering.show(2, "09:30");
    gathering.show(1, "09:40");
    // Ten seconds on the first item, on the way back to the second.
    let moment = gathering::clock("09:40") + 10_000;
    gathering.at_ms(moment, Event::ItemStarted { item: ItemId(2) });
    gathering.show(3, "10:00");
    gathering.show(1, "11:00");
    gathering.at("11:10", Event::SessionEnded);
    let text = markdown(&gathering.minutes());
    assert!(text.contains("* 09:00 – 09:30 og 11:00 – 11:10: Innledning\n"), "{text}");
    assert!(text.contains("* 09:30 – 10:00: Samtale\n"), "{text}");
}

#[test]
fn a_survey_over_several_days_names_them() {
    let mut gathering = Gathering::new(plan(Language::En, vec![talk("", "", "Survey", "")]));
    gathering.show(1, "12:00");
    gathering.at_ms(gathering::clock("08:30") + 3 * 24 * 3_600_000, Event::SessionEnded);
    let text = markdown(&gathering.minutes());
    assert!(text.contains("* **Time:** 12:00 – 23 November 08:30\n"), "{text}");
    assert!(text.contains("* 12:00 – 23 November 08:30: Survey\n"), "{text}");
}

#[test]
fn a_session_held_on_another_day_than_planned_says_both() {
    let mut planned = plan(Language::Nn, vec![talk("", "", "Velkomen", "")]);
    planned.details.date = Some("2026-11-19".parse().unwrap());
    let mut gathering = Gathering::new(planned);
    gathering.show(1, "12:00");
    let text = markdown(&gathering.minutes());
    assert!(text.contains("* **Dato:** fredag 20. november 2026 (planlagt torsdag 19. november 2026)\n"));
}

#[test]
fn a_session_that_has_only_a_title_still_reads_well() {
    let mut planned = plan(Language::Nb, Vec::new());
    planned.details.date = None;
    planned.details.place = Default::default();
    let minutes = Gathering::new(planned).minutes();
    assert_eq!(markdown(&minutes), "# Helse i Lyngvær\n\n*Referat*\n");
    assert_eq!(file_name(&minutes, "md"), "referat-helse-i-lyngvaer.md");
}

#[test]
fn a_programme_that_has_not_begun_is_told_as_planned() {
    let text = markdown(
        &Gathering::new(plan(
            Language::Nb,
            vec![
                talk("12:00", "", "Velkommen", ""),
                talk("", "13:00", "Innlegg", "Siv Tangen"),
                open_question("Hva nå?"),
            ],
        ))
        .minutes(),
    );
    assert!(text.contains("* **Tid:** kl. 12:00 – 13:00\n"), "{text}");
    assert!(text.contains("* 12:00: Velkommen\n* til 13:00: Innlegg (Siv Tangen)\n* Hva nå?\n"));
    assert!(!text.contains("Spørsmål og svar"), "a question nobody was asked is no result");
}

#[test]
fn removed_and_withdrawn_answers_are_no_part_of_the_minutes() {
    let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
    gathering.show(1, "12:00");
    gathering.open(1);
    for text in ["blir", "fjernet", "trukket"] {
        gathering.answer(1, text);
    }
    gathering.now(Event::AnswerRemoved { item: ItemId(1), answer: AnswerId(2) });
    gathering.withdraw(1, 3);
    let text = markdown(&gathering.minutes());
    assert!(text.contains("\n- blir\n") && text.contains("1 av 3 deltakere svarte.\n"), "{text}");
    assert!(!text.contains("fjernet") && !text.contains("trukket"), "{text}");
}

#[test]
fn minutes_say_who_had_a_hand_in_the_themes() {
    let told = |touch: fn(&mut Gathering)| {
        let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
        gathering.show(1, "12:00");
        gathering.open(1);
        for text in ["a", "b", "c"] {
            gathering.answer(1, text);
        }
        gathering.group(1, &[("A", &[1, 2]), ("B", &[3])]);
        touch(&mut gathering);
        let text = markdown(&gathering.minutes());
        text.lines().find(|line| line.starts_with("3 deltakere svarte")).unwrap_or_default().to_owned()
    };
    assert_eq!(told(|_| {}), "3 deltakere svarte. Svarene er gruppert automatisk.");
    assert_eq!(
        told(|gathering| gathering.now(Event::ThemesOrdered { item: ItemId(1), first: vec![ThemeId(2)] })),
        "3 deltakere svarte. Svarene er gruppert automatisk og gjennomgått av prosesslederen."
    );
    let one = told(|gathering| gathering.sort(1, &[(1, "A"), (2, "B")], &[(1, 2, Some(1))]));
    assert_eq!(one, "3 deltakere svarte. Svarene er gruppert automatisk. 1 deltaker sorterte 1 av svarene.");
    let all = told(|gathering| {
        let taps = [(1, 2, Some(1)), (2, 1, None), (2, 3, Some(2)), (3, 1, Some(1))];
        gathering.sort(1, &[(1, "A"), (2, "B")], &taps);
    });
    assert_eq!(all, "3 deltakere svarte. Svarene er gruppert automatisk. 3 deltakere sorterte alle svarene.");
    // A sorting that nobody took part in leaves no trace.
    let none = told(|gathering| gathering.sort(1, &[(1, "A"), (2, "B")], &[]));
    assert_eq!(none, "3 deltakere svarte. Svarene er gruppert automatisk.");
}

#[test]
fn an_answer_that_was_withdrawn_after_it_was_sorted_does_not_count_as_sorted() {
    let mut gathering = under_headings(Language::Nb);
    gathering.withdraw(1, 14);
    let text = markdown(&gathering.minutes());
    assert!(text.contains("3 deltakere sorterte 1 av svarene."), "{text}");
    gathering.withdraw(1, 4);
    assert!(!markdown(&gathering.minutes()).contains("sorterte"));
}

#[test]
fn hidden_answers_are_counted_and_not_told() {
    for (language, one, many) in [
        (
            Language::Nb,
            "1 svar er holdt utenfor referatet av prosesslederen.",
            "2 svar er holdt utenfor referatet av prosesslederen.",
        ),
        (
            Language::Nn,
            "1 svar er halde utanfor referatet av prosessleiaren.",
            "2 svar er haldne utanfor referatet av prosessleiaren.",
        ),
        (
            Language::En,
            "1 answer was kept out of the minutes by the facilitator.",
            "2 answers were kept out of the minutes by the facilitator.",
        ),
    ] {
        let text = markdown(&under_headings(language).minutes());
        assert!(text.contains(one) && text.contains(many), "{text}");
        for hidden in ["Parkering", "Annet", "a12", "a13", "b3", "Bare skjult"] {
            assert!(!text.contains(hidden), "{hidden} is told: {text}");
        }
    }
}

#[test]
fn a_question_that_was_asked_in_vain_says_so() {
    let mut gathering = Gathering::new(plan(
        Language::Nn,
        vec![open_question("Kva no?"), ranking("Kva først?", &["A", "B"], 2)],
    ));
    for item in [1, 2] {
        gathering.show(item, "12:00");
        gathering.open(item);
    }
    let text = markdown(&gathering.minutes());
    assert_eq!(text.matches("\n\nIngen svara.\n").count(), 2, "{text}");
    assert!(text.contains("* Kva no? Ingen svara.\n"), "{text}");
}

#[test]
fn the_order_of_answers_says_nothing_of_when_they_came() {
    let given = ["første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende"];
    let listed = |texts: &[&str], shuffle| {
        let mut gathering = Gathering::new(plan(Language::Nb, vec![open_question("Hva nå?")]));
        gathering.show(1, "12:00");
        gathering.open(1);
        for text in texts {
            gathering.answer(1, text);
        }
        open_answers(&minutes(&gathering.session, &options(shuffle)))
    };
    let mut backwards = given;
    backwards.reverse();
    assert_eq!(listed(&given, 1), listed(&backwards, 1));
    assert_ne!(listed(&given, 1), given);
    assert_ne!(listed(&given, 1), listed(&given, 2), "the seed has no effect");
}

#[test]
fn options_with_equal_points_share_a_place() {
    let mut gathering = Gathering::new(plan(Language::En, vec![ranking("First?", &["A", "B", "C"], 1)]));
    gathering.show(1, "12:00");
    gathering.open(1);
    for first in [0, 1] {
        gathering.rank(1, &[first]);
    }
    let text = markdown(&gathering.minutes());
    assert!(
        text.contains("| 1 | A | 1.8 | 2.5 | 1 |\n| 1 | B | 1.8 | 2.5 | 1 |\n| 3 | C | 2.5 | 1 | 0 |\n"),
        "{text}"
    );
}

#[test]
fn minutes_say_how_far_people_agree_and_which_order_pairs_give_where_it_is_another() {
    let told = |language, ballots: &[&[u8]]| {
        let options = ["Faste | team", "Biler", "Ro"];
        let mut gathering = Gathering::new(plan(language, vec![ranking("Først?", &options, 3)]));
        gathering.show(1, "12:00");
        gathering.open(1);
        for ballot in ballots {
            gathering.rank(1, ballot);
        }
        markdown(&gathering.minutes())
    };
    // Three against two put the team first, and all have the cars on their first two places.
    let compromise: &[&[u8]] = &[&[0, 1, 2], &[0, 1, 2], &[0, 1, 2], &[1, 2, 0], &[1, 2, 0]];
    for (language, sentences) in [
        (
            Language::Nb,
            "Det er svært svak enighet om rekkefølgen (Kendalls W = 0,28, der 1 er full enighet). Parvis sammenligning \
             (Schulze) gir en annen rekkefølge: 1. Faste \\| team; 2. Biler; 3. Ro.",
        ),
        (
            Language::Nn,
            "Det er svært svak semje om rekkjefølgja (Kendalls W = 0,28, der 1 er full semje). Parvis samanlikning \
             (Schulze) gir ei anna rekkjefølgje: 1. Faste \\| team; 2. Biler; 3. Ro.",
        ),
        (
            Language::En,
            "There is very weak agreement on the order (Kendall's W = 0.28, where 1 is full agreement). Pairwise \
             comparison (Schulze) gives another order: 1. Faste \\| team; 2. Biler; 3. Ro.",
        ),
    ] {
        let text = told(language, compromise);
        assert!(text.contains(&format!("\n\n{sentences}\n\n")), "{text}");
    }
    let alike = told(Language::Nb, &[&[2, 0, 1], &[2, 0, 1]]);
    let same = "Det er svært sterk enighet om rekkefølgen (Kendalls W = 1,00, der 1 er full enighet). Parvis \
                sammenligning (Schulze) gir samme rekkefølge.";
    assert!(alike.contains(same), "{alike}");
    let opposite = told(Language::Nn, &[&[0, 1, 2], &[2, 1, 0]]);
    assert!(opposite.contains("Det er inga semje om rekkjefølgja (Kendalls W = 0,00"), "{opposite}");
    let alone = told(Language::Nb, &[&[0, 1, 2]]);
    assert!(!alone.contains("enighet") && !alone.contains("Parvis"), "{alone}");
}

#[test]
fn an_answer_is_the_same_whoever_sees_the_results() {
    let mut gathering = invented();
    let before = gathering.minutes();
    for to in [ResultsTo::Facilitator, ResultsTo::Everyone] {
        gathering.now(Event::ResultsShown { item: ItemId(3), to });
    }
    assert_eq!(gathering.minutes().questions, before.questions);
}

#[test]
fn a_file_name_is_safe_everywhere() {
    let name = |title: &str| {
        let mut planned = plan(Language::En, Vec::new());
        planned.details.title = title.parse_line();
        file_name(&Gathering::new(planned).minutes(), "docx")
    };
    assert_eq!(name("Blåbær & Ørret: «é»/../CON"), "minutes-2026-11-20-blabaer-orret-e-con.docx");
    assert_eq!(name("会議"), "minutes-2026-11-20.docx");
    assert!(name(&"lang ".repeat(40)).len() < 100);
}

/// The answers of the only question, in the order of the minutes.
fn open_answers(minutes: &Minutes) -> Vec<String> {
    match &minutes.questions[0].outcome {
        Outcome::Open(open) => open.rest.clone(),
        Outcome::Ranking(_) | Outcome::Cloud(_) | Outcome::Tallied(_) => Vec::new(),
    }
}

/// Texts as the session's types.
trait ParseLine {
    fn parse_line(&self) -> plenum::session::Line;
}

impl ParseLine for str {
    fn parse_line(&self) -> plenum::session::Line {
        plenum::session::Line::parse(self).unwrap()
    }
}
