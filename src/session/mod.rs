//! What a gathering is and what may happen in it: pure values and rules.
//!
//! The order is that of an answer: its words are parsed (`ids`, `text`, `amount`, `kinds`, `timer`, `plan`, `answer`), a
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
mod picture;
mod text;

mod answer;
mod kinds;
mod plan;
mod signals;
mod timer;

mod command;
mod decide;
mod facilitator_command;
mod rejection;

mod event;

mod apply;
mod arrangement;
mod board;
mod effects;
mod piling;
mod programme;
mod question;
mod rounds;
mod sorting;
mod sorting_queue;
mod state;
mod state_questions;
mod state_themes;

mod audience;
mod change;
mod parts;
mod view;
mod view_questions;

mod regrouping;
mod results;

pub use amount::{Amount, NotAnAmount};
pub use answer::{Answer, Held};
pub use arrangement::{ArrangedTheme, Arrangement};
pub use audience::Audience;
pub use board::{DecidedTheme, Family, THEMES_MAX, ThemeBoard};
pub use change::Change;
pub use command::{Command, FamilySuggestion, ThemeSuggestion};
pub use decide::{Decision, Limits, create, decide};
pub use effects::{Effects, Holders, Part};
pub use event::{ClosedBy, ErasedAnswer, Event, Recorded, SuggestedTheme};
pub use facilitator_command::{FacilitatorCommand, ResultsTo, ThemePart};
pub use ids::{AnswerId, AnswerKey, ItemId, JOIN_CODES, JoinCode, Pseudonym, ThemeId};
pub use kinds::{
    ANSWERS_EACH_MAX, AnswerContent, Ask, Axis, BINS_MAX, Choice, ChoiceTally, ChosenOption, DOTS_EACH_MAX,
    Dot, DotCluster, Dots, DotsTally, ENTRY_CHARS_MAX, ENTRY_WORDS_MAX, GRID_ITEMS_MAX, GRID_SIDE, Grid,
    GridPlace, GridTally, MESH_SIDE, Number, NumberBin, NumberSummary, NumberTally, OPTIONS_MAX, OpenText,
    PICTURE_SIDE, POINTS, PlacedItem, PointedOption, Points, PointsTally, Quadrant, Quadrants, RankedOption,
    Ranking, RankingTally, STATEMENTS_MAX, STEPS, ScaledStatement, Scales, ScalesTally, Solved, Step, Tally,
    TallyView, UNIT_CHARS_MAX, WordCloud, concordance,
};
pub use language::Language;
pub use links::{KeyHash, LINKS_MAX, Link, LinkId, LinkKind};
pub use moderation::Moderation;
pub use parts::{
    AnswerView, FirstRoundView, ItemView, Joining, LinkView, OwnAnswer, QuestionPhase, QuestionStatus,
    SharedResults, SharedTheme, SortingKind, SortingStatus, SortingView, StageItem, StagePhase, StageView,
    ThemeView, TimerView,
};
pub use picture::{PICTURES_MAX, Picture, PictureId, PictureSize};
pub use piling::{HAND_ANSWERS_MAX, HAND_ANSWERS_MIN, PiledHand, RoomPiles};
pub use plan::{
    CONCEPTS_MAX, Concept, Date, Details, ITEMS_MAX, ItemContent, ItemPlan, Plan, Question, ResultsPlan,
    TimeOfDay,
};
pub use programme::{Item, Programme, Run};
pub use question::{Phase, QuestionState};
pub use regrouping::{MovedAnswer, Regrouping, regrouping};
pub use rejection::Rejection;
pub use results::{QuestionResults, results};
pub use rounds::FirstRound;
pub use signals::{Pace, Reaction, ReactionCounts, SignalCounts, SignalsPlan};
pub use sorting::{FULL_WEIGHT, Leaning, RoomSort, SORT_HEADINGS_MAX, SORT_HEADINGS_MIN, SortHeading};
pub use sorting_queue::SortQueue;
pub use state::{Session, Stage};
pub use text::{AnswerText, Heading, Line, Paragraph, TextError};
pub use timer::{STRETCH_SECONDS, STRETCHES_MAX, Stretch, Timer, TimerPlan};
pub use view::{changes, own_answers, snapshot};
