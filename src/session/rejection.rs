//! Why a command was refused, as a stable code; the wording is the interface's.

use serde::{Deserialize, Serialize};

/// A refusal by the rules. The snake_case code on the wire never changes its meaning.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// The session is over.
    SessionEnded,
    /// The session is over for good: it can no longer be reopened.
    SessionSealed,
    /// The session is not over, so it cannot be reopened.
    SessionNotEnded,
    /// As many people as the server allows have joined.
    SessionFull,
    /// The facilitator lets nobody more join.
    DoorClosed,
    /// Roles to choose from are 2 to 12, all different, or none.
    RolesOutOfBounds,
    /// There is no such role to choose.
    NoSuchRole,
    /// A password has 4 to 100 characters.
    PasswordOutOfBounds,
    /// The session holds as many answers as the server allows.
    TooManyAnswers,
    /// The programme has no such item.
    NoSuchItem,
    /// The programme holds as many items as it can.
    TooManyItems,
    /// There is no item after this one.
    NoNextItem,
    /// There is no item before this one.
    NoPreviousItem,
    /// The item is shown now and cannot be deleted.
    ItemIsCurrent,
    /// The item has no title and no question.
    ItemWithoutTitle,
    /// The session has no title.
    SessionWithoutTitle,
    /// The planned end is before the planned start.
    EndsBeforeStart,
    /// The item is not a question.
    NotAQuestion,
    /// No clock runs, and none is planned.
    NoTimer,
    /// There is no question to ask at everybody's own pace.
    SurveyEmpty,
    /// A survey closes before it opens.
    SurveyTimesReversed,
    /// Nothing is asked at everybody's own pace now.
    NoSurvey,
    /// Everybody answers at their own pace; a step on or back would close that unawares.
    SurveyRuns,
    /// A clock needs 1 to 12 stretches of 5 seconds to 4 hours.
    TimerOutOfBounds,
    /// The question is empty.
    QuestionEmpty,
    /// The number of answers each or their length is out of bounds.
    LimitsOutOfBounds,
    /// A ranking needs 2 to 12 different options and a number to rank among them.
    OptionsOutOfBounds,
    /// The question has answers, so how it is answered cannot change; reset it first.
    QuestionHasAnswers,
    /// The question has not been opened yet.
    QuestionNotOpen,
    /// The question is closed.
    QuestionClosed,
    /// The answer is empty.
    AnswerEmpty,
    /// The answer is longer than the question allows.
    AnswerTooLong,
    /// The ranking lacks an option or names one twice.
    RankingIncomplete,
    /// No option was chosen.
    ChoiceEmpty,
    /// More options were chosen than the question allows.
    ChoiceTooMany,
    /// Something else than the options was chosen, and nothing was written.
    OtherEmpty,
    /// The question takes nothing but its options.
    OtherNotOffered,
    /// A choice with a right answer takes nothing but its options.
    OtherBesideRight,
    /// Nobody has written that.
    NoSuchOther,
    /// There is no option of this number.
    OptionUnknown,
    /// An option was chosen twice.
    OptionTwice,
    /// Scales need 1 to 12 different statements and 2 to 11 steps.
    ScalesOutOfBounds,
    /// There is not a mark, or a skip, for each statement.
    MarksMismatched,
    /// A mark is no step of the scale.
    MarkOutOfRange,
    /// The points given out are not a hundred in all.
    PointsNotSummed,
    /// A question for a number needs a short unit, at most three decimals, and a range that holds the right number.
    NumberOutOfBounds,
    /// The number is smaller or larger than the question allows.
    NumberOutOfRange,
    /// The number has more decimals than the question allows.
    TooManyDecimals,
    /// What was sent is no number.
    NotANumber,
    /// An entry of a word cloud has more than three words.
    TooManyWords,
    /// A plane needs a name for each axis and 1 to 12 different items.
    GridOutOfBounds,
    /// There is not a place, or a skip, for each item.
    PlacesMismatched,
    /// A place lies outside the plane.
    PlaceOutOfRange,
    /// A quiz question needs 2 to 12 different options with a right one, or 1 to 20 right answers; and 5 to 600 seconds.
    QuizOutOfBounds,
    /// A quiz question has a clock of its own, which can neither be planned otherwise, replaced nor taken away.
    QuizHasClock,
    /// A quiz question can be opened only while it is shown.
    QuizNotShown,
    /// What is right has been seen, so nobody can answer any more; reset it first.
    QuizIsOver,
    /// The first answer to a quiz question counts.
    AnswerIsFinal,
    /// A nickname has 2 to 20 characters.
    NicknameOutOfBounds,
    /// Another person has that nickname.
    NicknameTaken,
    /// A nickname holds a word of the list that makes answers wait.
    NicknameListed,
    /// This person has a nickname, which stays.
    NicknameStands,
    /// There is no such nickname.
    NoSuchNickname,
    /// Each person can place 1 to 5 dots.
    DotsOutOfBounds,
    /// No dot was placed.
    DotsMissing,
    /// More dots were placed than the question allows.
    TooManyDots,
    /// A dot lies outside the picture.
    DotOffPicture,
    /// Dots need a picture before the question opens.
    DotsWithoutPicture,
    /// The session keeps no such picture, or of another size.
    NoSuchPicture,
    /// The session keeps as many pictures as it can.
    TooManyPictures,
    /// A text to a ranking, or a ranking to a text question.
    AnswerOfOtherKind,
    /// This person has given as many answers as the question allows.
    AnswersFull,
    /// This person has changed answers too many times.
    TooManyChanges,
    /// A second round needs answers, not in words, and there is one only.
    NoSecondRound,
    /// There is no such answer.
    NoSuchAnswer,
    /// There is no such theme.
    NoSuchTheme,
    /// A theme needs a name.
    ThemeWithoutName,
    /// Another theme has that name.
    ThemeNameTaken,
    /// The question holds as many themes as it can.
    TooManyThemes,
    /// A split needs parts with answers of that theme, each answer in one part.
    PartsOutOfBounds,
    /// A heading over themes names none, or a theme stands under two.
    FamiliesOutOfBounds,
    /// There are too many headings of one's own, one without a name, or two of the same name.
    ConceptsOutOfBounds,
    /// What was proposed is out of date; ask for it again.
    ProposalGone,
    /// Sorting needs 2 to 12 headings.
    HeadingsOutOfBounds,
    /// The room is not sorting this question.
    NotSorting,
    /// This person wrote the answer, or has placed it before.
    NotYoursToSort,
    /// People take a stand on the answers of open questions in words only.
    NotOpenText,
    /// Taking a stand needs 2 answers that the room may see.
    TooFewStatements,
    /// Each person votes on 3 to 30 statements, or on as many as one likes.
    StatementsEachOutOfBounds,
    /// People do not take a stand on the answers to this question now.
    NotTakingStands,
    /// There is no such statement to vote on, or no longer.
    NoSuchStatement,
    /// A person does not vote on the own statement.
    OwnStatement,
    /// This person has voted on as many statements as were asked for.
    StandsGiven,
    /// People may not put questions to the speaker now.
    AskingClosed,
    /// This person has as many questions to the speaker that wait for an answer as one may have.
    AskedFull,
    /// The session holds as many questions to the speaker as it can.
    TooManyAsked,
    /// There is no such question to the speaker.
    NoSuchAsked,
    /// A person does not vote for the own question.
    OwnAsked,
    /// Only a question that is shown can be answered now.
    AskedNotShown,
    /// A note says nothing.
    NoteEmpty,
    /// The session holds as many notes as it can.
    TooManyNotes,
    /// There is no such note.
    NoSuchNote,
    /// There is no such link.
    NoSuchLink,
    /// There are as many further links as there may be.
    TooManyLinks,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// Too many messages in a short time.
    TooFast,
    /// A text is longer than it may be.
    TextTooLong,
    /// A text holds characters that cannot be shown.
    TextUnprintable,
    /// The message could not be read.
    MessageUnreadable,
    /// This connection may not do that.
    NotAllowed,
    /// The server could not store it; sending again is right.
    TryAgain,
}

impl Rejection {
    /// The code on the wire: the variant's name in snake_case, as serde writes it.
    pub fn code(self) -> String {
        let mut code = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('_');
            }
            code.push(letter.to_ascii_lowercase());
        }
        code
    }
}
