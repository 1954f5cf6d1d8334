//! What a gathering is and what may happen in it: pure values and rules.
//!
//! The order is that of an answer: its words are parsed (`ids`, `text`, `amount`, `kinds`, `timer`, `plan`, `answer`, `asked`), a
//! wish arrives (`command`), the rules decide it (`decide`), facts come of it (`event`), the state records them (`state`, `apply`), and each
//! audience is shown its part (`view`, `view_questions`). Nothing here knows a clock, a socket or a disk.
//!
//! Beyond the standard library it uses serde, and the derives of `ts-rs` and `utoipa`, which only describe types to the
//! pages and in the API's description.

mod amount;
mod ids;
mod language;
mod links;
mod moderation;
mod notes;
mod password;
mod picture;
mod text;

mod answer;
mod asked;
mod kinds;
mod plan;
mod roles;
mod signals;
mod survey;
mod timer;
mod wilson;

mod command;
mod decide;
mod facilitator_command;
mod rejection;

mod event;

mod apply;
mod arrangement;
mod board;
mod by_person;
mod effects;
mod piling;
mod players;
mod programme;
mod question;
mod questions;
mod rounds;
mod scores;
mod sorting;
mod sorting_queue;
mod state;
mod state_asked;
mod state_questions;
mod state_quiz;
mod state_themes;
mod statements;

mod audience;
mod change;
mod parts;
mod view;
mod view_asked;
mod view_questions;
mod view_quiz;
mod view_statements;

mod regrouping;
mod results;

mod facts;

pub use amount::{Amount, NotAnAmount};
pub use answer::{Answer, Held};
pub use arrangement::{ArrangedTheme, Arrangement};
pub use asked::{
    ASKED_EACH_MAX, ASKED_MAX, Asked, AskedPlace, AskedQuestions, AskingPlan, ErasedAsked, Vote,
};
pub use audience::Audience;
pub use board::{DecidedTheme, Family, THEMES_MAX, ThemeBoard};
pub use by_person::{GivenAnswer, PersonsAnswers};
pub use change::Change;
pub use command::{Command, FamilySuggestion, ThemeSuggestion};
pub use decide::{Decision, Limits, create, decide};
pub use effects::{Effects, Holders, Part};
pub use event::{ClosedBy, ErasedAnswer, Event, Recorded, SuggestedTheme};
pub use facilitator_command::{FacilitatorCommand, OtherPlace, ResultsTo, ThemePart};
pub use facts::Facts;
pub use ids::{
    AnswerId, AnswerKey, AskedId, ItemId, JOIN_CODES, JoinCode, NoteId, PlayerId, Pseudonym, ThemeId,
};
pub use kinds::{
    ACCEPTED_MAX, ANSWERS_EACH_MAX, AnswerContent, Ask, Axis, BINS_MAX, Choice, ChoiceTally, ChosenOption,
    DOTS_EACH_MAX, Dot, DotCluster, Dots, DotsTally, ENTRY_CHARS_MAX, ENTRY_WORDS_MAX, GRID_ITEMS_MAX,
    GRID_SIDE, Grid, GridPlace, GridTally, MESH_SIDE, Number, NumberBin, NumberSummary, NumberTally,
    OPTIONS_MAX, OpenText, OtherCount, OtherTally, OtherView, PICTURE_SIDE, POINTS, PlacedItem,
    PointedOption, Points, PointsTally, QUIZ_POINTS, QUIZ_POINTS_MAX, QUIZ_SECONDS, Quadrant, Quadrants,
    Quiz, QuizSummary, QuizTally, RankedOption, Ranking, RankingTally, Reading, STATEMENTS_MAX, STEPS,
    ScaledStatement, Scales, ScalesTally, Solved, Step, Tally, TallyView, TypedAnswer, UNIT_CHARS_MAX,
    WordCloud, concordance, spelling,
};
pub use language::Language;
pub use links::{KeyHash, LINKS_MAX, Link, LinkId, LinkKind};
pub use moderation::Moderation;
pub use notes::{NOTES_MAX, Note, NoteKind, Notes};
pub use parts::{
    AnswerView, AskedView, AskingView, FirstRoundView, ItemView, Joining, Leader, LeaderboardView, LinkView,
    NoteView, OwnAnswer, OwnAsked, OwnQuiz, OwnQuizAnswer, OwnVote, QuestionPhase, QuestionStatus,
    RemovedNickname, SharedResults, SharedStatement, SharedStatements, SharedTheme, SortingKind,
    SortingStatus, SortingView, StageItem, StagePhase, StageView, StatementCounts, StatementResults,
    StatementsStatus, StatementsView, SurveyView, ThemeView, TimerView,
};
pub use password::{PASSWORD_CHARS, Password, PasswordHash};
pub use picture::{PICTURES_MAX, Picture, PictureId, PictureSize};
pub use piling::{HAND_ANSWERS_MAX, HAND_ANSWERS_MIN, PiledHand, RoomPiles};
pub use plan::{
    CONCEPTS_MAX, Concept, Date, Details, ITEMS_MAX, ItemContent, ItemPlan, Plan, Question, ResultsPlan,
    TimeOfDay,
};
pub use players::{Placed, Player, Players};
pub use programme::{Item, Programme, Run};
pub use question::{Phase, QuestionState};
pub use questions::Questions;
pub use regrouping::{MovedAnswer, Regrouping, regrouping};
pub use rejection::Rejection;
pub use results::{QuestionResults, results};
pub use roles::{ListedRole, ROLES_MAX, RoleCount, RoleId, Roles, WantedRole, are_roles};
pub use rounds::FirstRound;
pub use signals::{Pace, Reaction, ReactionCounts, SignalCounts, SignalsPlan};
pub use sorting::{FULL_WEIGHT, Leaning, RoomSort, SORT_HEADINGS_MAX, SORT_HEADINGS_MIN, SortHeading};
pub use sorting_queue::SortQueue;
pub use state::{Session, Stage};
pub use statements::{
    DIVIDES_PERCENT, HEARD_VOTES, STATEMENTS_EACH, Stand, StandCounts, Standing, Statements, Taken,
    UNITES_PERCENT, VOTED_STATEMENTS_MIN, WEIGHED_VOTES,
};
pub use survey::{Survey, SurveyPlan};
pub use text::{AnswerText, AskedText, Heading, Line, Nickname, OtherText, Paragraph, TextError};
pub use timer::{STRETCH_SECONDS, STRETCHES_MAX, Stretch, Timer, TimerPlan};
pub use view::{changes, outside, own_answers, snapshot};
pub use view_asked::{asked_views, own_asked};
pub use view_quiz::own_quiz;
pub use wilson::wilson_lower;
