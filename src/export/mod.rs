//! Minutes: a document model folded from the log, and the formats that render it.
