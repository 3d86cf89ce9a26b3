//! The `claim-check` program from outside: exit codes, what it prints, and where.
//!
//! The stories under `tests/cli/` are of our own invention, so that no test hangs on the wording of the embedded one.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const BRIDGE: &str = "tests/cli/bridge";
const BROKEN: &str = "tests/cli/broken";
const ARTICLES: &str = "tests/cli/bridge/articles";

/// What a run of the program left behind.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the program in the project's root.
fn run(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = program(arguments).spawn().unwrap();
    // The program may end before it has read everything.
    _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claim-check"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A file of one test's own.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A copy of a story, to be changed by one test.
fn copy(story: &str, name: &str) -> String {
    let read = |part: &str| {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(story).join(part)).unwrap()
    };
    file(&format!("{name}/claims/opening.toml"), &read("claims/opening.toml"));
    file(&format!("{name}/evidence.lock"), &read("evidence.lock"));
    let story = file(&format!("{name}/story.toml"), &read("story.toml"));
    Path::new(&story).parent().unwrap().to_str().unwrap().to_owned()
}

fn answers(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn verdicts(answer: &Value) -> Vec<(&str, &str)> {
    let articles = answer["articles"].as_array().unwrap();
    articles.iter().map(|a| (a["id"].as_str().unwrap(), a["verdict"].as_str().unwrap())).collect()
}

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

#[test]
fn excerpts_and_addresses_are_verified() {
    let cases = [
        (
            "claims/opening.toml",
            "It cost … million",
            "It cost … million million",
            "expected the words of its excerpt in",
        ),
        (
            "claims/opening.toml",
            "It cost … million euros.",
            "… a b … c",
            "expected an excerpt of 1 to 10 words",
        ),
        ("story.toml", "url = ", "# url = ", "claims/opening.toml:25: expected a url of the article"),
        (
            "story.toml",
            "https://gazette",
            "javascript:gazette",
            "expected an address of the web for article `100`",
        ),
    ];
    for (at, (part, old, new, expected)) in cases.into_iter().enumerate() {
        let folder = copy(BRIDGE, &format!("excerpt-{at}"));
        let path = Path::new(&folder).join(part);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{old}");
        fs::write(&path, text.replace(old, new)).unwrap();
        let run = run(&["story", "verify", &folder, "--articles", ARTICLES], b"");
        assert_eq!(run.code, Some(2), "{old}");
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn a_sound_story_is_verified_and_counted() {
    let run = run(&["story", "verify", BRIDGE, "--articles", ARTICLES], b"");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
    for expected in [
        "claims     2 ",
        "3 pointers: 2 support, 1 dispute",
        "3 cited, 1 skipped, 0 uncovered",
        "100 2.1: advertisement",
    ] {
        assert!(run.out.contains(expected), "{expected}: {}", run.out);
    }
}

#[test]
fn every_problem_of_a_broken_story_is_listed_with_its_line() {
    let run = run(&["story", "verify", BROKEN], b"");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("found 2 problems"), "{}", run.err);
    assert!(run.err.contains("claims/opening.toml:7: expected a date"), "{}", run.err);
    assert!(
        run.err.contains("claims/opening.toml:15: expected a voice of story.toml, found `major`"),
        "{}",
        run.err
    );
}

#[test]
fn a_sentence_that_nothing_points_at_is_a_problem() {
    let folder = copy(BRIDGE, "uncovered");
    let path = Path::new(&folder).join("story.toml");
    let story = fs::read_to_string(&path).unwrap().replace("skipped = ", "# skipped = ");
    fs::write(&path, story).unwrap();
    let run = run(&["story", "verify", &folder, "--articles", ARTICLES], b"");
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("article 100 2.1: expected a claim") && run.err.contains("Your advert"),
        "{}",
        run.err
    );
}

#[test]
fn articles_that_changed_since_they_were_locked_are_found_and_locked_anew() {
    let folder = copy(BRIDGE, "changed");
    file(
        "changed-articles/100.txt",
        "The Merle bridge opened in May 2021. It cost 13 million euros.\n\nYour advertisement here.\n",
    );
    let other = file(
        "changed-articles/101.txt",
        "The mayor said that the Merle bridge had not been opened in May 2021.\n",
    );
    let articles = Path::new(&other).parent().unwrap().to_str().unwrap().to_owned();
    let verify = |articles: &str| run(&["story", "verify", &folder, "--articles", articles], b"");
    let changed = verify(&articles);
    assert_eq!(changed.code, Some(2));
    assert!(changed.err.contains("article 100: ") && changed.err.contains("at 100 1.2"), "{}", changed.err);
    assert!(
        changed.err.contains("claim `cost`: expected its sentence at article 100 1.2"),
        "{}",
        changed.err
    );
    let locked = run(&["story", "lock", &folder, "--articles", &articles], b"");
    assert_eq!(locked.code, Some(0), "{}", locked.err);
    assert!(locked.out.contains("2 articles, 4 sentences, written"), "{}", locked.out);
    assert_eq!(verify(&articles).code, Some(0));
    let missing = run(&["story", "lock", &folder, "--articles", BRIDGE], b"");
    assert!(
        missing.code == Some(2) && missing.err.contains("one file 100.txt or 100_*.txt"),
        "{}",
        missing.err
    );
}

/// Predictions are S D, D S and O O, as the claims are those of the story; the labels are wrong on purpose in two cells.
const GOLD: &str = r#"{"id":"T-1","claim":"The Merle bridge opened in May 2021.","lang":"en","kind":"date","labels":{"100":"S","101":"D"}}
{"id":"T-2","claim":"The Merle bridge did not open in May 2021.","lang":"en","kind":"negation","labels":{"100":"S","101":"S"},"why":"wrong on purpose"}

{"id":"T-3","claim":"I gatti fanno le fusa.","lang":"it","kind":"off-topic","labels":{"100":"O","101":"S"}}
"#;

#[test]
fn figures_agree_with_those_counted_by_hand() {
    let gold = file("gold/hand.jsonl", GOLD);
    let run = run(&["eval", "--story", BRIDGE, &gold, "--errors", "5"], b"");
    assert_eq!(run.code, Some(0), "{}", run.err);
    // F1 is 2·2/(4+2) for S, 2·1/(1+2) for D and for O; one of five S and D cells flipped; four of six cells right.
    let all = "n=3    macro-F1=0.667 exact=0.333 cell=0.667 flip=0.200 false-alarm=0.000 [S=0.667 D=0.667 B=- O=0.667]";
    assert!(run.out.contains(&format!("{:<22} {all}\n", "ALL")), "{}", run.out);
    assert!(
        run.out.contains("lang=en                n=2 ") && run.out.contains("kind=negation          n=1 "),
        "{}",
        run.out
    );
    assert!(run.out.contains("S      2      1      0      1\n"), "{}", run.out);
    assert!(run.out.contains("T-2 negation gold SS predicted DS | The Merle"), "{}", run.out);
    assert!(run.out.contains("*opened denied "), "{}", run.out);
}

#[test]
fn a_figure_below_its_limit_ends_with_2() {
    let gold = file("guard/hand.jsonl", GOLD);
    let guarded = |limits: &str| {
        let guard = file("guard/limits.toml", limits);
        run(&["eval", "--story", BRIDGE, &gold, "--guard", &guard], b"")
    };
    let kept = guarded("[\"hand.jsonl\"]\nmacro_f1 = 0.667\nexact = 0.333\nflip = 0.2\nfalse_alarm = 0.0\n");
    assert_eq!(kept.code, Some(0), "{}", kept.err);
    let broken = guarded("[\"hand.jsonl\"]\nmacro_f1 = 0.7\nflip = 0.1\n");
    assert_eq!(broken.code, Some(2));
    assert!(broken.err.contains("macro_f1 0.667, at least 0.700 wanted"), "{}", broken.err);
    assert!(broken.err.contains("flip 0.200, at most 0.100 wanted"), "{}", broken.err);
    assert_eq!(guarded("[\"other.jsonl\"]\nexact = 0.1\n").code, Some(2));
    let mistyped = guarded("\n[\"hand.jsonl\"]\nexakt = 0.1\n");
    assert!(mistyped.code == Some(2) && mistyped.err.contains("limits.toml:3: "), "{}", mistyped.err);
}

#[test]
fn labels_that_make_no_sense_are_named_with_their_line() {
    let cases = [
        ("{\"id\":1}", "bad.jsonl:1: expected a labelled claim"),
        (
            &GOLD.replace("\"101\":\"D\"", "\"101\":\"X\""),
            "bad.jsonl:1: expected S, D, B or O for article 101, found `X`",
        ),
        (
            &GOLD.replace("\"100\":\"O\",", ""),
            "bad.jsonl:4: expected labels of the articles 100, 101, found 101",
        ),
    ];
    for (content, expected) in cases {
        let gold = file("labels/bad.jsonl", content);
        let run = run(&["eval", "--story", BRIDGE, &gold], b"");
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn a_reading_shows_names_figures_and_dates() {
    let run = run(&["read", "Huawei delivered fewer than 30,000 chips by July 2024"], b"");
    assert_eq!(run.code, Some(0), "{}", run.err);
    for expected in ["English", "“delivered”", "Huawei (organisation)", "under 30,000", "July 2024"] {
        assert!(run.out.contains(expected), "{expected}: {}", run.out);
    }
}

#[test]
fn candidates_are_listed_best_first_and_no_more_than_wanted() {
    let list = file(
        "claims.jsonl",
        "{\"id\": \"a\", \"claim\": \"The ferry sank\"}\n\n{\"id\": \"b\", \"claim\": \"The new bridge opened\", \"title\": \"Bridge\"}\n",
    );
    let found = run(&["search", "--claims", &list, "--top", "1"], b"a brigde has opened\n\n");
    assert_eq!(found.code, Some(0), "{}", found.err);
    let found = answers(&found.out);
    assert_eq!(found[0]["claim"], "a brigde has opened");
    assert_eq!(found[0]["candidates"].as_array().unwrap().len(), 1);
    assert_eq!(found[0]["candidates"][0]["id"], "b");
    assert_eq!(found[1]["candidates"].as_array().unwrap().len(), 0, "a blank line has an answer too");
    let of_story = run(&["search", "--story", BRIDGE, "The Merle bridge opened in May 2021."], b"");
    assert_eq!(answers(&of_story.out)[0]["candidates"][0]["id"], "opened");
}

#[test]
fn a_list_that_is_none_is_refused_by_line() {
    let list =
        file("broken.jsonl", "{\"id\": \"a\", \"claim\": \"The ferry sank\"}\n{\"claim\": \"no id\"}\n");
    let run = run(&["search", "--claims", &list, "x"], b"");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("broken.jsonl:2: expected a claim, found: missing field `id`"), "{}", run.err);
}

#[test]
fn pairs_are_compared_in_order() {
    let pairs = "{\"claim\": \"The bridge cost 5 million euros\", \"evidence\": \"The bridge cost 9 million euros.\"}\n\
                 {\"claim\": \"The bridge was opened\", \"evidence\": \"The mayor opened the bridge.\", \"id\": 7}\n";
    let found = run(&["compare", "--format", "jsonl"], pairs.as_bytes());
    assert_eq!(found.code, Some(0), "{}", found.err);
    let relations: Vec<String> =
        answers(&found.out).iter().map(|answer| answer["relation"].as_str().unwrap().to_owned()).collect();
    assert_eq!(relations, ["dispute", "support"]);
    assert_eq!(answers(&found.out)[0]["reasons"][0]["kind"], "quantity-differs");
    let broken = run(&["compare"], b"{\"claim\": \"x\"}\n");
    assert_eq!(broken.code, Some(2));
    assert!(
        broken.err.contains("line 1: expected a pair, found: missing field `evidence`"),
        "{}",
        broken.err
    );
}
