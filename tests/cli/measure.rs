//! `claim-check eval`, `read`, `search` and `compare`: what is measured and looked into.

use crate::{BRIDGE, answers, file, run};

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
