//! `claim-check check`: verdicts of claims, and what bad use is told.

use std::io::Write;

use serde_json::Value;

use crate::{BRIDGE, answers, file, program, run, verdicts};

#[test]
fn bad_use_ends_with_2_and_says_what_helps() {
    let cases: [&[&str]; 9] = [
        &[],
        &["verify"],
        &["check", "--format", "yaml", "x"],
        &["check", "--lang", "fr", "x"],
        &["check", "--story", "no-such-file", "x"],
        &["story", "polish"],
        &["story", "verify", "no-such-folder"],
        &["eval"],
        &["eval", "no-such-file.jsonl"],
    ];
    for arguments in cases {
        let run = run(arguments, b"");
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert_eq!(run.out, "", "{arguments:?}");
        assert!(run.err.starts_with("error: expected ") || run.err.contains(": expected "), "{}", run.err);
        assert!(run.err.contains(", found ") && run.err.contains("\n hint: "), "{}", run.err);
    }
}

#[test]
fn help_and_version_answer_on_standard_output() {
    for arguments in
        [&["--help"][..], &["help"], &["check", "--help"], &["help", "eval"], &["story", "verify", "-h"]]
    {
        let run = run(arguments, b"");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(run.out.contains("usage: claim-check "), "{}", run.out);
    }
    assert_eq!(run(&["--version"], b"").out, format!("claim-check {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_input_line_has_its_answer_in_order() {
    let run = run(
        &["check", "--story", BRIDGE, "--format", "jsonl"],
        "Cats purr.\r\n\nIl ponte è così\nlast".as_bytes(),
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    let claims: Vec<String> =
        answers(&run.out).iter().map(|a| a["claim"].as_str().unwrap().to_owned()).collect();
    assert_eq!(claims, ["Cats purr.", "", "Il ponte è così", "last"]);
}

#[test]
fn an_answer_says_where_who_and_why() {
    let claim = "The Merle bridge opened in May 2021.";
    let run = run(&["check", "--story", BRIDGE, "--format", "jsonl", claim], b"");
    let answer = &answers(&run.out)[0];
    assert_eq!(verdicts(answer), [("100", "support"), ("101", "dispute")]);
    let article = &answer["articles"][1];
    assert!(["firm", "possible"].contains(&article["confidence"].as_str().unwrap()));
    let evidence = &article["evidence"][0];
    assert_eq!((&evidence["claim"], &evidence["voice"]), (&"opened".into(), &"mayor".into()));
    assert_eq!((&evidence["paragraph"], &evidence["sentence"]), (&1.into(), &1.into()));
    assert_eq!(evidence["note"], "Denies the opening.");
    let reason = &evidence["reasons"][0];
    assert!(reason["kind"].is_string() && !reason["text"].as_str().unwrap().is_empty(), "{reason}");
    let part = &answer["parts"][0];
    assert_eq!(
        (&part["matches"][0]["claim"], &part["matches"][0]["decided"]),
        (&"opened".into(), &true.into())
    );
}

#[test]
fn the_embedded_story_has_five_articles() {
    let run = run(&["check", "--format", "jsonl", "Cats purr at night."], b"");
    let omitted = ["000", "001", "002", "003", "004"].map(|id| (id, "omit"));
    assert_eq!(verdicts(&answers(&run.out)[0]), omitted);
}

#[test]
fn json_is_one_array() {
    let run = run(&["check", "--story", BRIDGE, "--format", "json", "one", "two"], b"");
    let array: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert_eq!((array.len(), &array[1]["claim"]), (2, &"two".into()));
}

#[test]
fn text_shows_verdicts_places_and_the_tally_without_escape_codes() {
    let run = run(&["check", "--story", BRIDGE], b"\nThe Merle bridge opened in May 2021.\n\n\x1b[2J\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    for expected in [
        "100 + Supports",
        "101 - Disputes",
        "¶1 s1, the mayor: Denies the opening.",
        "Supports 1 · Disputes 1",
    ] {
        assert!(run.out.contains(expected), "{expected}: {}", run.out);
    }
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
}

#[test]
fn explanations_come_in_the_language_that_is_asked_for() {
    let claim = "The Merle bridge opened in May 2021.";
    let run = run(&["check", "--story", BRIDGE, "--format", "jsonl", "--lang", "it", claim], b"");
    assert_eq!(answers(&run.out)[0]["articles"][0]["evidence"][0]["note"], "Riferisce l'apertura.");
}

#[test]
fn a_line_that_is_not_utf8_is_named_after_the_lines_before_it_are_answered() {
    let run = run(&["check", "--story", BRIDGE, "--format", "jsonl"], b"one\ntwo\ncitt\xe0\nfour\n");
    assert_eq!((run.code, answers(&run.out).len()), (Some(2), 2));
    assert!(run.err.contains("standard input, line 3: expected UTF-8 text, found byte 0xe0"), "{}", run.err);
}

#[test]
fn whoever_stops_reading_causes_no_error() {
    let mut child = program(&["check", "--story", BRIDGE, "--format", "jsonl"]).spawn().unwrap();
    drop(child.stdout.take());
    _ = child.stdin.take().unwrap().write_all(&b"one\n".repeat(1000));
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_file_that_is_no_story_is_refused() {
    let path = file("no.story", "not a story");
    let run = run(&["check", "--story", &path, "x"], b"");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("expected a compiled story, found other bytes"), "{}", run.err);
}

#[test]
fn a_compiled_story_answers_as_its_folder_does() {
    let path = file("bridge.story", "");
    let compiled = run(&["story", "compile", BRIDGE, "--out", &path], b"");
    assert_eq!(compiled.code, Some(0), "{}", compiled.err);
    let check = |story| {
        run(&["check", "--story", story, "--format", "jsonl", "The bridge cost 12 million euros"], b"").out
    };
    assert_eq!(check(&path), check(BRIDGE));
    assert!(!check(&path).is_empty());
}

#[test]
fn evidence_leads_to_its_sentence_on_the_web_where_the_story_says_where_that_is() {
    let urls = |claim| {
        let run = run(&["check", "--story", BRIDGE, "--format", "jsonl", claim], b"");
        let answer = answers(&run.out).remove(0);
        let articles = answer["articles"].as_array().unwrap().clone();
        articles
            .iter()
            .flat_map(|article| article["evidence"].as_array().unwrap())
            .map(|evidence| evidence["url"].as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let article = "https://gazette.example/bridge?page=1";
    let sentence = format!("{article}#:~:text=It%20cost,million%20euros.");
    assert_eq!(urls("Building the bridge cost 12 million euros."), [Some(sentence)]);
    // Evidence without an excerpt leads to the article, an article without an address nowhere.
    assert_eq!(urls("The Merle bridge opened in May 2021."), [Some(article.to_owned()), None]);
}
