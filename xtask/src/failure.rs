//! The one error type of the developer commands: what failed and, apart from it, what to do about it.

use std::fmt;
use std::process::ExitCode;

/// A failed command, shown as `error: MESSAGE` and `hint: HINT`.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    hint: Option<String>,
    exit_code: u8,
}

impl Failure {
    /// A failure that ends the program with exit code 1.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, exit_code: 1 }
    }

    /// A command line that says nothing sensible; exit code 2.
    pub(crate) fn bad_use(message: impl Into<String>) -> Self {
        Self { exit_code: 2, ..Self::new(message) }
    }

    /// A file or folder that could not be read, written or moved.
    pub(crate) fn io(doing: impl fmt::Display, error: &std::io::Error) -> Self {
        Self::new(format!("{doing}: {error}"))
    }

    /// Adds what the developer can do about it, in place of an earlier hint.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Says first where it happened, as `WHERE: MESSAGE`.
    pub(crate) fn within(self, place: impl fmt::Display) -> Self {
        Self { message: format!("{place}: {}", self.message), ..self }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit_code)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "error: {}", self.message)?;
        match &self.hint {
            Some(hint) => writeln!(out, " hint: {hint}"),
            None => Ok(()),
        }
    }
}
