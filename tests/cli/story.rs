//! `claim-check story`: verifying and locking a claim set.

use std::fs;
use std::path::Path;

use crate::{ARTICLES, BRIDGE, BROKEN, copy, file, run};

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
