//! The codes of refusals on the wire.

use plenum::session::Rejection;

/// Every refusal, in the order they are declared.
const ALL: [Rejection; 112] = [
    Rejection::SessionEnded,
    Rejection::SessionSealed,
    Rejection::SessionNotEnded,
    Rejection::SessionFull,
    Rejection::DoorClosed,
    Rejection::RolesOutOfBounds,
    Rejection::NoSuchRole,
    Rejection::PasswordOutOfBounds,
    Rejection::TooManyAnswers,
    Rejection::NoSuchItem,
    Rejection::TooManyItems,
    Rejection::NoNextItem,
    Rejection::NoPreviousItem,
    Rejection::ItemIsCurrent,
    Rejection::ItemWithoutTitle,
    Rejection::SessionWithoutTitle,
    Rejection::EndsBeforeStart,
    Rejection::NotAQuestion,
    Rejection::SurveyEmpty,
    Rejection::SurveyTimesReversed,
    Rejection::NoSurvey,
    Rejection::SurveyRuns,
    Rejection::NoTimer,
    Rejection::TimerOutOfBounds,
    Rejection::QuestionEmpty,
    Rejection::LimitsOutOfBounds,
    Rejection::OptionsOutOfBounds,
    Rejection::QuestionHasAnswers,
    Rejection::QuestionNotOpen,
    Rejection::QuestionClosed,
    Rejection::AnswerEmpty,
    Rejection::AnswerTooLong,
    Rejection::RankingIncomplete,
    Rejection::ChoiceEmpty,
    Rejection::ChoiceTooMany,
    Rejection::OtherEmpty,
    Rejection::OtherNotOffered,
    Rejection::OtherBesideRight,
    Rejection::NoSuchOther,
    Rejection::OptionUnknown,
    Rejection::OptionTwice,
    Rejection::ScalesOutOfBounds,
    Rejection::MarksMismatched,
    Rejection::MarkOutOfRange,
    Rejection::PointsNotSummed,
    Rejection::NumberOutOfBounds,
    Rejection::NumberOutOfRange,
    Rejection::TooManyDecimals,
    Rejection::NotANumber,
    Rejection::TooManyWords,
    Rejection::GridOutOfBounds,
    Rejection::PlacesMismatched,
    Rejection::PlaceOutOfRange,
    Rejection::QuizOutOfBounds,
    Rejection::QuizHasClock,
    Rejection::QuizNotShown,
    Rejection::QuizIsOver,
    Rejection::AnswerIsFinal,
    Rejection::NicknameOutOfBounds,
    Rejection::NicknameTaken,
    Rejection::NicknameListed,
    Rejection::NicknameStands,
    Rejection::NoSuchNickname,
    Rejection::DotsOutOfBounds,
    Rejection::DotsMissing,
    Rejection::TooManyDots,
    Rejection::DotOffPicture,
    Rejection::DotsWithoutPicture,
    Rejection::NoSuchPicture,
    Rejection::TooManyPictures,
    Rejection::AnswerOfOtherKind,
    Rejection::AnswersFull,
    Rejection::TooManyChanges,
    Rejection::NoSecondRound,
    Rejection::NoSuchAnswer,
    Rejection::NoSuchTheme,
    Rejection::ThemeWithoutName,
    Rejection::ThemeNameTaken,
    Rejection::TooManyThemes,
    Rejection::PartsOutOfBounds,
    Rejection::FamiliesOutOfBounds,
    Rejection::ConceptsOutOfBounds,
    Rejection::ProposalGone,
    Rejection::HeadingsOutOfBounds,
    Rejection::NotSorting,
    Rejection::NotYoursToSort,
    Rejection::NotOpenText,
    Rejection::TooFewStatements,
    Rejection::StatementsEachOutOfBounds,
    Rejection::NotTakingStands,
    Rejection::NoSuchStatement,
    Rejection::OwnStatement,
    Rejection::StandsGiven,
    Rejection::AskingClosed,
    Rejection::AskedFull,
    Rejection::TooManyAsked,
    Rejection::NoSuchAsked,
    Rejection::OwnAsked,
    Rejection::AskedNotShown,
    Rejection::NoSuchLink,
    Rejection::TooManyLinks,
    Rejection::NoteEmpty,
    Rejection::TooManyNotes,
    Rejection::NoSuchNote,
    Rejection::NothingToUndo,
    Rejection::NothingToRedo,
    Rejection::TooFast,
    Rejection::TextTooLong,
    Rejection::TextUnprintable,
    Rejection::MessageUnreadable,
    Rejection::NotAllowed,
    Rejection::TryAgain,
];

#[test]
fn the_code_of_a_refusal_is_its_name_as_serde_writes_it() {
    for rejection in ALL {
        let code = serde_json::to_value(rejection).unwrap();
        assert_eq!(code, rejection.code());
        assert_eq!(serde_json::from_value::<Rejection>(code).unwrap(), rejection);
    }
}

#[test]
fn the_list_above_names_every_refusal_once() {
    let source = include_str!("../../../src/session/rejection.rs");
    let variants = source.lines().filter(|line| {
        let name = line.strip_prefix("    ").and_then(|line| line.strip_suffix(','));
        name.is_some_and(|name| name.chars().all(char::is_alphabetic))
    });
    assert_eq!(variants.count(), ALL.len());
    let mut sorted = ALL.to_vec();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), ALL.len());
}
