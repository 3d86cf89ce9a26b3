//! Why an engine could not be made.

use std::fmt;

use crate::story::StoryError;
use crate::text::LexiconError;

/// Why an engine could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineError(pub(super) Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Lexicon(LexiconError),
    Story(StoryError),
}

impl EngineError {
    /// Stable key of the failure.
    pub fn code(&self) -> &'static str {
        match &self.0 {
            Kind::Lexicon(_) => "crashed",
            Kind::Story(error) => error.code(),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match &self.0 {
            Kind::Lexicon(_) => "build the program again",
            Kind::Story(error) => error.hint(),
        }
    }
}

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Lexicon(error) => error.fmt(f),
            Kind::Story(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for EngineError {}
