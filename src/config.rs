//! Every setting: flag, environment variable, default, one sentence.
