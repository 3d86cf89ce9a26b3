//! Other programs: run them in sight of the developer, or ask them for one line.
//!
//! No shell is involved, so nothing needs quoting and paths with spaces work.

use std::process::{Command, Stdio};

use crate::failure::Failure;

/// Runs a program to its end with its output in sight; anything but exit code 0 is a failure.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let line = shown(command);
    println!("  $ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("`{line}` ended with {status}"))),
        Err(error) => Err(Failure::io(format_args!("cannot run `{line}`"), &error)),
    }
}

/// What a program prints, or `None` when it is not there or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    // Some programs refuse `NO_COLOR=1`; asking for a version must not fail for that.
    let output = command.env_remove("NO_COLOR").stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    if output.status.success() { String::from_utf8(output.stdout).ok() } else { None }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
