//! The help texts: each says what a command does and shows it by example.

pub(crate) const PROGRAM: &str = "\
Who reports this, who denies it, and who leaves it out? Checks a claim against
every article of a news story: supports, disputes, both, or omits; where in the
article; who says it there; and why. It says what the articles say, not what is
true. English and Italian.

usage: claim-check COMMAND [OPTION ...]

  check   verdicts on claims: arguments, or lines of standard input
  search  the claims a text may be about, of a story or a bare list
  compare what a piece of evidence does with a claim, without any story
  story   verify, lock or compile the claims that authors wrote for a story
  eval    score the verdicts on labelled claims
  train   learn a story's network and the weights from labelled claims
  read    show how a text is read: terms, names, figures, dates, negations
  help    explain a command

  -h, --help      this text; after a command, its own
  -V, --version   the version

start here:
  claim-check check \"Did ByteDance really get all the Huawei chips it ordered?\"

exit code: 0 answered, 2 bad use or bad input (standard error says what was
expected, what was found and what to do).
";

pub(crate) const CHECK: &str = "\
Says for every article whether it supports, disputes, carries both sides of, or
omits a claim, with the sentence that decides it and the reason.

usage: claim-check check [--story FILE] [--format text|json|jsonl]
                         [--lang en|it] [CLAIM ...]

  CLAIM           a claim or question in English or Italian; without any, every
                  line of standard input is one
  --story FILE    a compiled story, or the folder its authors edit
                  (else the embedded story)
  --format text   for people; blank input lines are skipped (the default)
  --format json   one array of objects, indented
  --format jsonl  one object a line, one line for every input line, in order
  --lang en|it    language of the explanations (else each claim's own)

A verdict is `firm`, or `possible`: the closest statement found; read it.
In JSON, `span` counts bytes of the claim, paragraphs and sentences count from 1,
and `hash` recognises the sentence of the article.

examples:
  claim-check check \"ByteDance ordered 200,000 chips from Huawei\"
  claim-check check --lang en \"Hughes ha smentito il piano\"
  claim-check check --format jsonl < claims.txt > verdicts.jsonl
  claim-check check --story stories/mine \"The bridge opened in May\"
  claim-check check -- \"-5% sales\"      `--` before a claim with a dash in front

Colour only on a terminal, and never with NO_COLOR set.
";

pub(crate) const SEARCH: &str = "\
Lists the claims that a text may be about, best first: candidates, no verdicts.

usage: claim-check search [--story FILE | --claims FILE] [--top N]
                          [--format jsonl] [CLAIM ...]

  CLAIM           a text in English or Italian; without any, every line of
                  standard input is one
  --story FILE    a compiled story, or the folder its authors edit
                  (else the embedded story); scores are probabilities
  --claims FILE   a bare list in place of a story, one claim a line:
                  {\"id\": \"...\", \"claim\": \"...\", \"title\": \"...\"}; scores are BM25
                  over words and four-letter pieces of words
  --top N         how many are listed at most (10)

prints one object a line, in order:
  {\"claim\": \"...\", \"candidates\": [{\"id\": \"...\", \"score\": 0.93}, ...]}

examples:
  claim-check search \"How many chips arrived?\"
  claim-check search --claims factchecks.jsonl --top 5 < posts.txt
";

pub(crate) const COMPARE: &str = "\
Says for pairs of a claim and a piece of evidence whether the evidence supports
or disputes the claim, or does neither. Nothing is known of either text but the
language: no story, no learned weights. A check against a story is far better.

usage: claim-check compare [--format jsonl]

reads one pair a line from standard input:
  {\"claim\": \"...\", \"evidence\": \"one sentence or more\"}
prints one object a line, in order:
  {\"relation\": \"support|dispute|neutral\", \"covered\": 0.8, \"reasons\": [...]}

`covered` is the share of the claim's content that the evidence has.

example:
  claim-check compare < pairs.jsonl > relations.jsonl
";

pub(crate) const STORY: &str = "\
For the authors of a story: a folder with story.toml, claims/*.toml (one file a
topic), wordings/*.toml (more wordings, where there are many) and evidence.lock
(hashes of the articles, which stay with you).

usage: claim-check story verify [FOLDER] [--articles FOLDER]
       claim-check story lock [FOLDER] --articles FOLDER
       claim-check story compile FOLDER --out FILE

  verify   lists every problem with file and line, and every sentence of the
           articles that no claim points at and that is not listed as skipped;
           with --articles also checks each pointer against the articles
  lock     writes evidence.lock from the articles
  compile  writes the one file that `check --story` and the web page load

  FOLDER             the story (else stories/bytedance-huawei)
  --articles FOLDER  the articles: ID.txt or ID_anything.txt for each id
  --out FILE         where the compiled story goes

examples:
  claim-check story lock stories/mine --articles ../articles
  claim-check story verify stories/mine --articles ../articles
  claim-check story compile stories/mine --out mine.story
  claim-check check --story mine.story \"The bridge opened in May\"

exit code: 2 when anything is wrong or a sentence is neither cited nor skipped.
";

pub(crate) const EVAL: &str = "\
Scores the verdicts on labelled claims: the figures of eval/score.py by language,
by kind and overall; a table of gold against predicted labels; how often a firm
verdict is right.

usage: claim-check eval FILE... [--errors N] [--guard FILE.toml] [--story FILE]
                        [--without LAYER]...

  FILE          lines {\"id\": \"A-1\", \"claim\": \"...\", \"lang\": \"en\",
                \"kind\": \"number\", \"labels\": {\"000\": \"S\", \"001\": \"D\", ...}}
                S supports, D disputes, B both, O omits; more fields may follow
  --errors N    show the first N wrong claims of each file: gold and predicted
                labels, and for each part the closest claims with relation and
                probability (* decided), the rule that decided, and the reasons
  --guard FILE  exit with 2 when a figure is worse than its limit, or a guarded
                file is not scored; limits are rounded to three decimals:
                    [\"dev.jsonl\"]
                    macro_f1 = 0.95     # at least
                    exact = 0.90        # at least
                    flip = 0.0          # at most
                    false_alarm = 0.02  # at most
  --story FILE  a compiled story or its folder (else the embedded story)
  --without LAYER
                measure what a layer brings: network, trees or caution off

examples:
  claim-check eval tests/claims/development/editor.jsonl --errors 20
  claim-check eval tests/claims/*/*.jsonl --guard tests/claims/guard.toml

macro-F1     mean F1 of the labels over all cells (claim and article)
exact        share of claims with every article right
cell         share of cells right
flip         share of gold S or D cells given the opposite label
false-alarm  share of gold O cells given another label
";

pub(crate) const TRAIN: &str = "\
Learns a story's network from its wordings and from labelled claims, and writes
it as network.bin into the story's folder; with --out also the weights of the
model. Claims of kind `compound`, whose parts are not labelled, teach the network
alone: of all that their parts may say, the likeliest that adds up to the labels.
It takes some minutes for each thousand wordings: build with --release.

usage: claim-check train FILE... [--story FOLDER] [--out FOLDER]

  FILE            labelled claims, as `claim-check eval --help` describes them
  --story FOLDER  a story as its authors edit it (else the embedded one)
  --out FOLDER    where weights.rs and trees.rs go (else they stay as they are)

examples:
  claim-check train tests/claims/dev*/*.jsonl --out src/engine
";

pub(crate) const READ: &str = "\
Shows how a text is read, to find out why a claim or a wording is misunderstood:
language, terms with what the lexicon has beside them, names with their roles,
figures, dates, negations, certainty, and the parts that are judged one by one.

usage: claim-check read [--story FILE] [TEXT ...]

  TEXT          a text; without any, every line of standard input is one
  --story FILE  a compiled story or its folder, for its names and words

examples:
  claim-check read \"Huawei delivered fewer than 30,000 chips by July 2024\"
  claim-check read \"non è stata Huawei, ma Broadcom\"
";

#[cfg(test)]
mod tests {
    #[test]
    fn help_fits_a_narrow_terminal() {
        for text in [super::PROGRAM, super::CHECK, super::STORY, super::EVAL, super::TRAIN, super::READ] {
            assert!(text.lines().all(|line| line.chars().count() <= 82), "{text}");
            assert!(text.contains("usage: ") && text.ends_with('\n'));
        }
    }
}
