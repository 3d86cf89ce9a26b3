//! A problem in what an author wrote.

use std::fmt;

/// One problem, with its place and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// File as it was named to the compiler.
    pub file: String,
    /// Line from 1, where known.
    pub line: Option<usize>,
    /// "expected X, found Y"
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Diagnostic {
    /// A problem at a byte offset of a source text.
    pub(crate) fn at(file: &str, source: &str, offset: usize, message: String, hint: &str) -> Diagnostic {
        let line = source.get(..offset).map(|before| before.matches('\n').count() + 1);
        Diagnostic { file: file.into(), line, message, hint: hint.into() }
    }

    /// A problem of a whole file.
    pub(crate) fn of_file(file: &str, message: String, hint: &str) -> Diagnostic {
        Diagnostic { file: file.into(), line: None, message, hint: hint.into() }
    }

    /// What the TOML parser reports.
    pub(crate) fn of_toml(file: &str, source: &str, error: &toml::de::Error) -> Diagnostic {
        let offset = error.span().map_or(0, |span| span.start);
        let hint = "see the comments at the top of the embedded story's files for the format";
        Diagnostic::at(file, source, offset, error.message().to_owned(), hint)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}; {}", self.file, self.message, self.hint),
            None => write!(f, "{}: {}; {}", self.file, self.message, self.hint),
        }
    }
}
