//! What came of one question, by how it was asked.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::choices::ThemeOrder;
use super::minutes::{
    Cloud, CloudWord, FamilyOutcome, MinutesOptions, OpenOutcome, RankedLine, RankingOutcome, SortedByRoom,
    ThemeOutcome, one_line,
};
use super::shuffle::{shuffled, shuffled_contents};
use super::stands::stands;
use crate::session::{
    Answer, AnswerContent, AnswerId, ArrangedTheme, Heading, ItemId, QuestionState, RoomPiles, Tally, ThemeId,
};

pub(super) fn open_outcome(state: &QuestionState, item: ItemId, options: &MinutesOptions) -> OpenOutcome {
    let texts = |ids: &[AnswerId]| {
        let texts = ids.iter().filter_map(|id| state.standing.get(id)?.content.text().map(str::to_owned));
        shuffled(texts.collect(), options.shuffle, item)
    };
    let arrangement = state.arrangement();
    let hidden = arrangement.hidden().len() + state.awaiting.len();
    let arrangement = arrangement.shown();
    let mut filled: Vec<&ArrangedTheme> =
        arrangement.themes.iter().filter(|theme| !theme.answers.is_empty()).collect();
    match options.choices.themes {
        ThemeOrder::Board => {}
        ThemeOrder::Count => filled.sort_by_key(|theme| Reverse(theme.answers.len())),
    }
    let themes: Vec<ThemeOutcome> = filled
        .iter()
        .map(|theme| ThemeOutcome {
            id: theme.id,
            label: one_line(theme.label.as_str()),
            answers: texts(&theme.answers),
            typical: theme
                .typical
                .filter(|id| theme.answers.contains(id))
                .and_then(|id| Some(state.standing.get(&id)?.content.text()?.to_owned())),
            pinned: theme.pinned && options.choices.themes == ThemeOrder::Board,
        })
        .collect();
    let index = |id: &ThemeId| filled.iter().position(|theme| theme.id == *id);
    let mut families: Vec<FamilyOutcome> = arrangement
        .families
        .iter()
        .map(|family| FamilyOutcome {
            label: one_line(family.label.as_str()),
            themes: family.themes.iter().filter_map(index).collect(),
        })
        .filter(|family| !family.themes.is_empty())
        .collect();
    if options.choices.themes == ThemeOrder::Count {
        let count = |family: &FamilyOutcome| {
            family.themes.iter().map(|index| themes[*index].answers.len()).sum::<usize>()
        };
        families.iter_mut().for_each(|family| family.themes.sort_unstable());
        families.sort_by_key(|family| Reverse(count(family)));
    }
    let rest = texts(&arrangement.rest);
    OpenOutcome {
        answers: hidden + rest.len() + themes.iter().map(|theme| theme.answers.len()).sum::<usize>(),
        families,
        themes,
        rest,
        hidden,
        edited: state.board.edited(),
        pilers: state.piles.as_ref().map_or(0, RoomPiles::people),
        sorted: sorted_by_room(state),
        stands: stands(state),
    }
}

fn sorted_by_room(state: &QuestionState) -> Option<SortedByRoom> {
    let room = state.sort.as_ref()?;
    // What somebody placed may have been withdrawn since.
    let answers = room.placements().keys().filter(|answer| state.standing.contains_key(answer)).count();
    (answers > 0).then_some(SortedByRoom { people: room.people(), answers })
}

pub(super) fn cloud(state: &QuestionState) -> Cloud {
    let arrangement = state.arrangement();
    let hidden = arrangement.hidden().len();
    let arrangement = arrangement.shown();
    let forms = |answers: &[AnswerId]| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for text in answers.iter().filter_map(|id| state.standing.get(id)?.content.text()) {
            *counts.entry(one_line(text)).or_default() += 1;
        }
        let mut forms: Vec<(String, usize)> = counts.into_iter().collect();
        forms.sort_by_key(|(_, count)| usize::MAX - count);
        forms
    };
    let themed = arrangement.themes.iter().filter(|theme| !theme.answers.is_empty());
    let gathered = |theme: &ArrangedTheme| CloudWord {
        theme: Some(theme.id),
        word: one_line(theme.label.as_str()),
        forms: forms(&theme.answers),
    };
    let mut words: Vec<CloudWord> = themed.map(gathered).collect();
    // What is not gathered yet stands as it was written.
    words.extend(forms(&arrangement.rest).into_iter().map(|(form, count)| CloudWord {
        theme: None,
        word: form.clone(),
        forms: vec![(form, count)],
    }));
    Cloud { entries: state.standing.len(), words, hidden }
}

pub(super) fn ranking_outcome(tally: &Tally, choices: &[Heading], top: u8) -> RankingOutcome {
    let ballots = tally.ballots();
    let (ranked, agreement) = match tally {
        Tally::Ranking(tally) if ballots > 0 => (tally.ranked(), tally.agreement()),
        Tally::OpenText
        | Tally::Ranking(_)
        | Tally::Choice(_)
        | Tally::Scales(_)
        | Tally::Points(_)
        | Tally::Number(_)
        | Tally::Grid(_)
        | Tally::Dots(_)
        | Tally::Quiz(_) => (Vec::new(), None),
    };
    let mut options: Vec<RankedLine> = Vec::with_capacity(ranked.len());
    for (index, result) in ranked.iter().enumerate() {
        let shared = options.last().filter(|above| above.points == result.points);
        options.push(RankedLine {
            place: shared.map_or(index + 1, |above| above.place),
            option: choices
                .get(usize::from(result.option))
                .map(|choice| one_line(choice.as_str()))
                .unwrap_or_default(),
            mean_position: result.mean_position,
            points: result.points,
            firsts: result.firsts,
            schulze_place: result.schulze_place.into(),
        });
    }
    RankingOutcome { ballots, top, options, agreement }
}

/// The answers that are no texts, in an order that says nothing of when they came; without what is kept from the room.
pub(super) fn ballots<'a>(
    answers: impl Iterator<Item = &'a Answer>,
    item: ItemId,
    options: &MinutesOptions,
) -> Vec<AnswerContent> {
    let ballots = answers.filter(|answer| answer.content.text().is_none()).map(Answer::readable);
    shuffled_contents(ballots.collect(), options.shuffle, item)
}
