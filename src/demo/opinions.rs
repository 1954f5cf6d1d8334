//! What a participant answers where there is something to choose, mark or count: always the same for the same person.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::gathering::{ELSEWHERE, QUIZ_RIGHT, SOONER};
use crate::session::{
    Amount, AnswerContent, Ask, Dot, GRID_SIDE, Grid, GridPlace, Heading, ItemId, Number, OtherText,
    PICTURE_SIDE, POINTS, Quiz, Scales,
};

/// A participant's answer to a question that is not answered in words; none where it is.
pub(super) fn preferred(ask: &Ask, number: usize, item: ItemId) -> Option<AnswerContent> {
    let order = |options: usize| preferred_order(number, item, options);
    match ask {
        Ask::OpenText(_) | Ask::WordCloud(_) => None,
        Ask::Ranking(ranking) => {
            let mut order = order(ranking.options.len());
            order.truncate(usize::from(ranking.top));
            Some(AnswerContent::Ranking { order })
        }
        Ask::Choice(choice) => {
            let mut chosen = order(choice.options.len());
            chosen.truncate(1 + number % usize::from(choice.most));
            let other = if choice.other { own_words(number) } else { None };
            if other.is_some() {
                chosen.truncate(usize::from(choice.most) - 1);
            }
            Some(AnswerContent::Choice { chosen, other })
        }
        Ask::Scales(scales) => Some(AnswerContent::Scales { marks: marks(scales, number, item) }),
        Ask::Points(points) => Some(AnswerContent::Points { points: shares(&order(points.options.len())) }),
        Ask::Number(asked) => Some(AnswerContent::Number { value: guess(asked, number, item) }),
        Ask::Dots(dots) => Some(AnswerContent::Dots { dots: self::dots(dots.dots_max, number, item) }),
        Ask::Grid(grid) => Some(AnswerContent::Grid { places: places(grid, number, item) }),
        Ask::Quiz(quiz) => Some(guessed(quiz, number, item)),
    }
}

/// What one in eight writes instead of an option.
fn own_words(number: usize) -> Option<OtherText> {
    let asks = number % 8 == 5;
    let words = ELSEWHERE.get(number / 8 % ELSEWHERE.len()).filter(|_| asks)?;
    Some(OtherText::parse(words).expect("what people of this demo write is short"))
}

/// A participant's own order of options: the room's wish, bent by a taste that is always the same.
pub fn preferred_order(number: usize, item: ItemId, options: usize) -> Vec<u8> {
    let mut taste = taste(number, item);
    let mut wishes: Vec<(f32, u8)> = (0..options as u8)
        .map(|option| {
            let room = SOONER[usize::from(option) % SOONER.len()];
            (room + taste.random_range(0.0..5.0), option)
        })
        .collect();
    wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
    wishes.into_iter().map(|(_, option)| option).collect()
}

/// Around where the room stands on each statement; now and then one is skipped.
fn marks(scales: &Scales, number: usize, item: ItemId) -> Vec<Option<u8>> {
    let mut taste = taste(number, item);
    let highest = f32::from(scales.steps - 1);
    let mark = |statement: usize| {
        let room = 1.0 - SOONER[statement % SOONER.len()] / 5.0;
        let own = (room + taste.random_range(-0.3..0.3)).clamp(0.0, 1.0);
        let skips = statement > 0 && taste.random_range(0..12) == 0;
        (!skips).then_some(1 + (own * highest).round() as u8)
    };
    (0..scales.statements.len()).map(mark).collect()
}

/// Where the room sees each item, on the plane: level, upright.
const SEEN: [(f32, f32); 6] = [(0.2, 0.85), (0.75, 0.8), (0.3, 0.3), (0.8, 0.25), (0.45, 0.65), (0.6, 0.5)];

/// Around where the room sees each item; now and then one is skipped.
fn places(grid: &Grid, number: usize, item: ItemId) -> Vec<Option<GridPlace>> {
    let mut taste = taste(number, item);
    let place = |index: usize| {
        let (x, y) = SEEN[index % SEEN.len()];
        let mut near = |room: f32| {
            let own = (room + taste.random_range(-0.2..0.2)).clamp(0.0, 1.0);
            (own * f32::from(GRID_SIDE)).round() as u8
        };
        let place = GridPlace { x: near(x), y: near(y) };
        let skips = index > 0 && taste.random_range(0..12) == 0;
        (!skips).then_some(place)
    };
    (0..grid.items.len()).map(place).collect()
}

/// Where on a picture the room looks, as shares of its width and height from the top left.
const NOTICED: [(f32, f32); 4] = [(0.33, 0.42), (0.46, 0.38), (0.62, 0.5), (0.14, 0.5)];

/// As many as somebody may place, each around something that the room notices.
fn dots(dots_max: u8, number: usize, item: ItemId) -> Vec<Dot> {
    let mut taste = taste(number, item);
    let dot = |_| {
        let (x, y) = NOTICED[taste.random_range(0..NOTICED.len())];
        let mut near = |room: f32| {
            let own = (room + taste.random_range(-0.08..0.08)).clamp(0.0, 1.0);
            (own * f32::from(PICTURE_SIDE)).round() as u16
        };
        Dot { x: near(x), y: near(y) }
    };
    (0..dots_max).map(dot).collect()
}

/// Points for the three that somebody puts first: more than half, then most of the rest.
fn shares(order: &[u8]) -> Vec<u16> {
    let mut points = vec![0; order.len()];
    let mut left = POINTS as u16;
    for (place, option) in order.iter().enumerate().take(3) {
        let given = match place {
            0 => 50 + 5 * (u16::from(order[1]) % 5),
            1 if order.len() > 2 => (left * 2).div_ceil(3),
            _ => left,
        };
        points[usize::from(*option)] = given;
        left -= given;
    }
    points
}

/// A round number in the lower half of what is allowed.
fn guess(asked: &Number, number: usize, item: ItemId) -> Amount {
    let least = asked.least.map_or(0, Amount::thousandths);
    let most = asked.most.map_or(least + 100_000, Amount::thousandths);
    let steps = taste(number, item).random_range(1..=10) + taste(number + 1, item).random_range(0..=2);
    let whole = (least + (most - least) / 20 * steps) / 1_000 * 1_000;
    Amount::of_thousandths(whole.clamp(least, most))
}

/// Right more often than not.
fn guessed(quiz: &Quiz, number: usize, item: ItemId) -> AnswerContent {
    let mut taste = taste(number, item);
    let knows = taste.random_range(0..5) < 3;
    if quiz.is_typed() {
        // What is right is not told to phones; whoever does not know says so.
        let text = Heading::parse("Vet ikke").unwrap_or_default();
        return AnswerContent::QuizText { text };
    }
    let any = taste.random_range(0..quiz.options.len()) as u8;
    AnswerContent::QuizChoice { option: if knows { QUIZ_RIGHT % quiz.options.len() as u8 } else { any } }
}

fn taste(number: usize, item: ItemId) -> StdRng {
    StdRng::seed_from_u64(number as u64 ^ u64::from(item.0) << 32)
}
