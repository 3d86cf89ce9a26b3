//! The one error type of the program: what was expected and found and, apart from it, what to do.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// A command that could not be carried out, or that found what it was asked to look for.
#[derive(Debug)]
pub(crate) struct Failure(Kind);

#[derive(Debug)]
enum Kind {
    /// Bad use or bad input: exit code 2.
    Bad { message: String, hint: String },
    /// Whoever read our output has seen enough: no error.
    Closed,
}

impl Failure {
    /// Bad use or bad input: "expected X, found Y", and what to do about it.
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Failure {
        Failure(Kind::Bad { message: message.into(), hint: hint.into() })
    }

    /// A file or folder that can't be read or written.
    pub(crate) fn file(expected: &str, path: &Path, error: &io::Error) -> Failure {
        let message = format!("expected {expected}, found `{}`: {error}", path.display());
        Failure::new(message, "correct the path or the permissions")
    }

    /// Says what to do in place of an earlier hint.
    pub(crate) fn hint(mut self, better: impl Into<String>) -> Failure {
        if let Kind::Bad { hint, .. } = &mut self.0 {
            *hint = better.into();
        }
        self
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self.0 {
            Kind::Bad { .. } => ExitCode::from(2),
            Kind::Closed => ExitCode::SUCCESS,
        }
    }
}

/// Only writing to standard output converts its errors; files go through [`Failure::file`].
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure(Kind::Closed),
            _ => Failure::new(
                format!("expected to write to standard output, found: {error}"),
                "check where the output goes: a full disk, a closed file?",
            ),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Bad { message, hint } if hint.is_empty() => writeln!(f, "error: {message}"),
            Kind::Bad { message, hint } => writeln!(f, "error: {message}\n hint: {hint}"),
            Kind::Closed => Ok(()),
        }
    }
}
