//! The `claim-check` program: checks claims in the terminal, and what authors and developers need beside it.
//!
//! Only dispatch stands here. Deliberately absent: anything that decides a verdict, which is the library's.

mod args;
mod check;
mod compare;
mod eval;
mod failure;
mod gold;
mod help;
mod input;
mod json;
mod read;
mod search;
mod story;
mod text;
mod train;
mod verify;

use std::io::Write;
use std::process::ExitCode;

use args::Command;
use failure::Failure;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing is left to do when standard error is closed as well.
            _ = write!(std::io::stderr(), "{failure}");
            failure.exit_code()
        }
    }
}

fn run() -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match args::parse(lexopt::Parser::from_env())? {
        Command::Help(text) => write!(out, "{text}")?,
        Command::Version => writeln!(out, "claim-check {}", env!("CARGO_PKG_VERSION"))?,
        Command::Check(options) => check::run(&options, &mut out)?,
        Command::Search(options) => search::run(&options, &mut out)?,
        Command::Compare => compare::run(&mut out)?,
        Command::Story(task) => story::run(&task, &mut out)?,
        Command::Eval(options) => eval::run(&options, &mut out)?,
        Command::Train(options) => train::run(&options, &mut out)?,
        Command::Read(options) => read::run(&options, &mut out)?,
    }
    out.flush()?;
    Ok(())
}
