//! Arbitrary plans, with texts that look like everything else a file can hold.

use plenum::session::{
    Amount, Ask, AskingPlan, Axis, Choice, Concept, Date, Details, Dots, Grid, Heading, ItemContent,
    ItemPlan, Language, Line, Moderation, Number, OpenText, Paragraph, Plan, Points, Quadrants, Question,
    Quiz, Ranking, ResultsPlan, ResultsTo, Scales, SignalsPlan, Stretch, TimeOfDay, TimerPlan, WordCloud,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// A plan that the rules take.
pub fn plan() -> impl Strategy<Value = Plan> {
    (details(), vec(item(), 0..6), concepts(), roles(), any::<[bool; 4]>(), moderation()).prop_map(
        |(details, items, concepts, roles, [reactions, hands, pace, open], moderation)| Plan {
            details,
            items,
            concepts,
            roles,
            signals: SignalsPlan { reactions, hands, pace },
            questions: AskingPlan { open, moderation },
        },
    )
}

fn moderation() -> impl Strategy<Value = Moderation> {
    select(vec![Moderation::Off, Moderation::Words, Moderation::All])
}

fn details() -> impl Strategy<Value = Details> {
    let language = select(vec![Language::Nb, Language::Nn, Language::En]);
    let date = option::of((2020..2040, 1..13, 1..29));
    (named::<Line>(), language, line(), date).prop_map(|(title, language, place, date)| {
        let date = date.map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
        Details { title, language, place, date: date.map(|date| date.parse::<Date>().unwrap()) }
    })
}

fn roles() -> impl Strategy<Value = Vec<Heading>> {
    vec(text(), 0..5).prop_map(|names| {
        let numbered = (0..).zip(names).map(|(number, name): (u32, String)| format!("{name}{number}"));
        let roles: Vec<Heading> = numbered.map(|name| Heading::parse(&name).unwrap()).collect();
        // One alone is no choice.
        if roles.len() == 1 { Vec::new() } else { roles }
    })
}

fn concepts() -> impl Strategy<Value = Vec<Concept>> {
    vec((text(), paragraph()), 0..3).prop_map(|concepts| {
        let numbered = (0..).zip(concepts);
        let concept = |(number, (heading, words)): (u32, (String, Paragraph))| Concept {
            heading: Heading::parse(&format!("{heading}{number}")).unwrap(),
            words,
        };
        numbered.map(concept).collect()
    })
}

fn item() -> impl Strategy<Value = ItemPlan> {
    (times(), named::<Line>(), line(), paragraph(), line(), option::of(timer()), content()).prop_map(
        |((starts, ends), named, what, how, who, timer, content)| {
            let what = if matches!(content, ItemContent::Question(_)) { what } else { named };
            // A quiz question has a clock of its own.
            let is_quiz = matches!(&content, ItemContent::Question(asked) if asked.ask.is_quiz());
            let timer = timer.filter(|_| !is_quiz);
            ItemPlan { starts, ends, what, how, who, timer, content }
        },
    )
}

fn times() -> impl Strategy<Value = (Option<TimeOfDay>, Option<TimeOfDay>)> {
    let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60).parse().unwrap();
    (option::of(0..720_u16), option::of(720..1440_u16))
        .prop_map(move |(starts, ends)| (starts.map(time), ends.map(time)))
}

fn timer() -> impl Strategy<Value = TimerPlan> {
    let stretch = (heading(), 5..=14_400_u32).prop_map(|(label, seconds)| Stretch { label, seconds });
    (vec(stretch, 1..4), any::<bool>(), any::<bool>()).prop_map(
        |(stretches, starts_itself, closes_question)| TimerPlan { stretches, starts_itself, closes_question },
    )
}

fn content() -> impl Strategy<Value = ItemContent> {
    let to = select(vec![ResultsTo::Facilitator, ResultsTo::Projector, ResultsTo::Everyone]);
    let asked = (named::<Paragraph>(), ask(), to, 0..9_u32, moderation()).prop_map(
        |(prompt, ask, to, from_people, moderation)| {
            let results = ResultsPlan { to, from_people };
            ItemContent::Question(Question { prompt, ask, results, moderation, picture: None })
        },
    );
    let plain = select(vec![
        ItemContent::Talk,
        ItemContent::Break,
        ItemContent::GroupWork,
        ItemContent::PairTalk,
        ItemContent::Leaderboard,
    ]);
    prop_oneof![2 => asked, 1 => plain]
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        (1..=10_u8, 1..=2_000_u16)
            .prop_map(|(answers_max, length_max)| Ask::OpenText(OpenText { answers_max, length_max })),
        (1..=10_u8).prop_map(|answers_max| Ask::WordCloud(WordCloud { answers_max })),
        (options(2), any::<u8>(), vec(any::<u8>(), 0..4), any::<bool>()).prop_map(
            |(options, most, right, other)| {
                let count = options.len() as u8;
                let most = most % count + 1;
                let mut correct: Vec<u8> = right.into_iter().map(|index| index % count).collect();
                let mut seen = Vec::new();
                correct.retain(|index| !seen.contains(index) && (seen.push(*index), true).1);
                correct.truncate(usize::from(most));
                let other = other && correct.is_empty() && options.len() < 12;
                Ask::Choice(Choice { options, most, correct, pictures: Vec::new(), other })
            }
        ),
        (options(2), any::<u8>()).prop_map(|(options, top)| {
            let top = top % options.len() as u8 + 1;
            Ask::Ranking(Ranking { options, top })
        }),
        options(2).prop_map(|options| Ask::Points(Points { options })),
        (options(1), 2..=11_u8, heading(), heading())
            .prop_map(|(statements, steps, low, high)| Ask::Scales(Scales { statements, steps, low, high })),
        number(),
        (1..=5_u8).prop_map(|dots_max| Ask::Dots(Dots { dots_max })),
        grid(),
        quiz(),
    ]
}

fn quiz() -> impl Strategy<Value = Ask> {
    (options(2), any::<u8>(), any::<bool>(), 5..=600_u16, 0..=100_000_u32).prop_map(
        |(names, right, is_typed, seconds, points)| {
            let right = vec![right % names.len() as u8];
            let (options, correct, accepted) =
                if is_typed { (Vec::new(), Vec::new(), names) } else { (names, right, Vec::new()) };
            Ask::Quiz(Box::new(Quiz { options, correct, accepted, seconds, points }))
        },
    )
}

fn grid() -> impl Strategy<Value = Ask> {
    let axis =
        || (named::<Heading>(), heading(), heading()).prop_map(|(name, low, high)| Axis { name, low, high });
    let quadrants = [heading(), heading(), heading(), heading()];
    (axis(), axis(), options(1), quadrants).prop_map(|(x, y, items, names)| {
        let [top_left, top_right, bottom_left, bottom_right] = names;
        let quadrants = Quadrants { top_left, top_right, bottom_left, bottom_right };
        Ask::Grid(Box::new(Grid { x, y, items, quadrants }))
    })
}

fn number() -> impl Strategy<Value = Ask> {
    let bounds = option::of(-1_000_000_000_000..0_i64);
    (text(), bounds, option::of(1..=1_000_000_000_000_i64), 0..=3_u8, option::of(-9..9_i64)).prop_map(
        |(unit, least, most, decimals, solution)| {
            let step = 10_i64.pow(u32::from(3 - decimals));
            let unit: String = unit.chars().take(20).collect();
            let most = most.map(Amount::of_thousandths);
            let least = least.map(Amount::of_thousandths);
            let solution = solution.map(|solution| Amount::of_thousandths(solution * step));
            let fits = |solution: &Amount| {
                least.is_none_or(|least| least <= *solution) && most.is_none_or(|most| most >= *solution)
            };
            let solution = solution.filter(fits);
            Ask::Number(Number { unit: Heading::parse(&unit).unwrap(), least, most, decimals, solution })
        },
    )
}

/// Different options, at least so many.
fn options(least: usize) -> impl Strategy<Value = Vec<Heading>> {
    vec(text(), least..=12).prop_map(|texts| {
        let numbered = (0..).zip(texts);
        numbered
            .map(|(number, text): (u32, String)| {
                let text: String = text.chars().take(100).collect();
                Heading::parse(&format!("{text}{number}")).unwrap()
            })
            .collect()
    })
}

fn line() -> impl Strategy<Value = Line> {
    text().prop_map(|text| Line::parse(&text).unwrap())
}

fn heading() -> impl Strategy<Value = Heading> {
    text().prop_map(|text| Heading::parse(&text).unwrap())
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    text().prop_map(|text| Paragraph::parse(&text).unwrap())
}

/// A text that is not empty.
fn named<T: TryFrom<String> + std::fmt::Debug>() -> impl Strategy<Value = T> {
    text().prop_map(|text| {
        let text = if text.trim().is_empty() { "x".to_owned() } else { text };
        T::try_from(text).ok().expect("a short text")
    })
}

/// A short text, likelier than not to look like something else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
        1 => "[a-zæøå ]{0,8}",
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat().chars().take(110).collect())
}

const PIECES: [&str; 44] = [
    "\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}",
    "-",
    "- ",
    "–",
    "– ",
    "—",
    "• ",
    "* ",
    "#",
    "# ",
    "\\",
    "\\\\",
    ":",
    ": ",
    "10:00",
    "10:00 ",
    "09:00–09:15 ",
    "25:00 ",
    "kl. ",
    "til ",
    "Pause",
    "Innlegg: ",
    "Spørsmål: ",
    "Hvem: ",
    "Tittel:",
    "Svar med: ",
    "Begrep: ",
    "ordsky",
    "100 poeng",
    "2 min",
    "30 s",
    "[x] ",
    "ja",
    "\u{feff}",
    "1,5",
    "å",
    "Ord:",
];
