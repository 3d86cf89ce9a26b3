//! Reading what is checked or learned from: texts from arguments or standard input, files, labelled lines.

use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use crate::failure::Failure;
use crate::json::unwritable;

/// Calls a function with every text: the arguments or, without any, the lines of standard input as they come.
pub(crate) fn each(
    texts: &[String],
    what: &str,
    mut answer: impl FnMut(&str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if !texts.is_empty() {
        return texts.iter().try_for_each(|text| answer(text));
    }
    let mut input = io::stdin().lock();
    if input.is_terminal() {
        eprintln!("type {what}, one a line; Ctrl-D ends");
    }
    lines(&mut input, answer)
}

/// Calls a function with every line, without its end and without a byte-order mark.
fn lines(
    input: &mut impl BufRead,
    mut answer: impl FnMut(&str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let read = input.read_until(b'\n', &mut bytes).map_err(|error| {
            Failure::new(
                format!("expected lines on standard input, found: {error}"),
                "check what feeds the program",
            )
        })?;
        if read == 0 {
            break;
        }
        let line = utf8(&bytes, number, "standard input")?;
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        answer(if number == 1 { line.trim_start_matches('\u{feff}') } else { line })?;
    }
    Ok(())
}

/// The text of a file.
pub(crate) fn text(path: &Path, expected: &str) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::file(expected, path, &error))?;
    Ok(utf8(&bytes, 1, &path.display().to_string())?.to_owned())
}

/// One JSON object of a line of input.
pub(crate) fn object<T: serde::de::DeserializeOwned>(
    line: &str,
    place: &str,
    expected: &str,
    hint: &str,
) -> Result<T, Failure> {
    serde_json::from_str(line)
        .map_err(|error| Failure::new(format!("{place}: expected {expected}, found: {error}"), hint))
}

/// Writes one object as a line and hands it on at once, as who reads may wait for it.
pub(crate) fn write_line(out: &mut impl io::Write, answer: &impl serde::Serialize) -> Result<(), Failure> {
    let line = serde_json::to_string(answer).map_err(|error| unwritable(&error))?;
    writeln!(out, "{line}")?;
    out.flush()?;
    Ok(())
}

fn utf8<'a>(bytes: &'a [u8], first_line: usize, source: &str) -> Result<&'a str, Failure> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = first_line + before.iter().filter(|byte| **byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        let found = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
        Failure::new(
            format!("{source}, line {line}: expected UTF-8 text, found byte 0x{found:02x} at byte {column} of the line"),
            "save the text as UTF-8, or convert it: `iconv -f latin1 -t utf-8`",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn read(bytes: &[u8]) -> (Vec<String>, Option<String>) {
        let mut found = Vec::new();
        let outcome = lines(&mut &bytes[..], |line| {
            found.push(line.to_owned());
            Ok(())
        });
        (found, outcome.err().map(|failure| failure.to_string()))
    }

    #[test]
    fn every_line_is_one_text_blank_ones_too() {
        let (found, failure) = read(b"\xef\xbb\xbfone\r\n\n two \nthree");
        assert_eq!(found, ["one", "", " two ", "three"]);
        assert_eq!(failure, None);
    }

    #[test]
    fn lines_before_a_bad_one_are_answered_and_its_number_is_named() {
        let (found, failure) = read(b"one\ncitt\xe0\nthree\n");
        assert_eq!(found, ["one"]);
        let failure = failure.unwrap_or_default();
        assert!(
            failure.contains("standard input, line 2: ") && failure.contains("0xe0 at byte 5"),
            "{failure}"
        );
    }
}
