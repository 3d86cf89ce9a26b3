//! `claim-check eval`: the engine's verdicts scored against labelled claims.
//!
//! Every figure follows from counts of (gold, predicted) cells, as in `eval/score.py`, with which it agrees.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

use claim_check::{Confidence, Engine, Layers, MatchReport, Report, Verdict};
use serde::Deserialize;

use crate::failure::Failure;
use crate::gold::{self, Gold, VERDICTS, letter};
use crate::json::key;
use crate::text::printable;
use crate::{input, story};

/// Options of the command.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// A story other than the embedded one.
    pub(crate) story: Option<PathBuf>,
    /// How many wrong claims of each file are shown.
    pub(crate) errors: usize,
    /// Layers of the engine, some of them off.
    pub(crate) layers: Layers,
    /// Limits that the figures must keep.
    pub(crate) guard: Option<PathBuf>,
    /// Files of labelled claims.
    pub(crate) files: Vec<PathBuf>,
}

/// Limits of one file's figures, as far as given.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    macro_f1: Option<f64>,
    exact: Option<f64>,
    flip: Option<f64>,
    false_alarm: Option<f64>,
}

/// A labelled claim with the engine's answer.
struct Row {
    gold: Gold,
    report: Report,
}

/// Scores every file, then all together; fails when a limit is broken.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let engine = story::engine(options.story.as_deref())?.with_layers(options.layers);
    let guard = options.guard.as_deref().map(limits).transpose()?.unwrap_or_default();
    let mut all = Vec::new();
    let mut broken = unmatched(&guard, &options.files);
    for file in &options.files {
        let rows = answers(&engine, file)?;
        if options.files.len() > 1 {
            writeln!(out, "== {}", file.display())?;
        }
        let total = show(&rows, options.errors, out)?;
        for (_, limits) in guard.iter().filter(|(name, _)| file.ends_with(name)) {
            broken.extend(
                total.breaches(limits).into_iter().map(|breach| format!("{}: {breach}", file.display())),
            );
        }
        all.extend(rows);
    }
    if options.files.len() > 1 {
        writeln!(out, "== all files")?;
        show(&all, 0, out)?;
    }
    out.flush()?;
    if broken.is_empty() {
        return Ok(());
    }
    let message = format!("expected figures within the guard's limits, found\n  {}", broken.join("\n  "));
    Err(Failure::new(
        message,
        "`--errors 20` shows wrong claims; change a limit only with a reason in the commit",
    ))
}

fn answers(engine: &Engine, file: &Path) -> Result<Vec<Row>, Failure> {
    let gold = gold::read(file, engine.story())?;
    Ok(gold.into_iter().map(|gold| Row { report: engine.check(&gold.claim), gold }).collect())
}

fn limits(path: &Path) -> Result<BTreeMap<String, Limits>, Failure> {
    let source = input::text(path, "a file of limits")?;
    toml::from_str(&source).map_err(|error| {
        let line =
            error.span().and_then(|span| source.get(..span.start)).map_or(1, |b| b.matches('\n').count() + 1);
        let message =
            format!("{}:{line}: expected limits of files, found: {}", path.display(), error.message());
        Failure::new(
            message,
            "write [\"dev.jsonl\"] and below it macro_f1, exact, flip or false_alarm = 0.0 to 1.0",
        )
    })
}

/// Files that the guard names and nobody scored: a limit that guards nothing.
fn unmatched(guard: &BTreeMap<String, Limits>, files: &[PathBuf]) -> Vec<String> {
    let names = guard.keys().filter(|name| !files.iter().any(|file| file.ends_with(name)));
    names.map(|name| format!("{name}: guarded, but not among the files")).collect()
}

/// Counts from which every figure follows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Tally {
    claims: usize,
    exact: usize,
    /// Cells by gold and predicted verdict, in the order of [`VERDICTS`].
    cells: [[usize; 4]; 4],
    /// Cells with a firm verdict other than omit, and how many of them are right.
    firm: usize,
    firm_right: usize,
}

const SUPPORT: usize = 0;
const DISPUTE: usize = 1;
const OMIT: usize = 3;

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

impl Tally {
    fn add(&mut self, gold: &[Verdict], predicted: &[(Verdict, Confidence)]) {
        let index = |verdict: Verdict| VERDICTS.iter().position(|known| *known == verdict).unwrap_or(OMIT);
        self.claims += 1;
        self.exact += usize::from(gold.iter().eq(predicted.iter().map(|(verdict, _)| verdict)));
        for (gold, (verdict, confidence)) in gold.iter().zip(predicted) {
            self.cells[index(*gold)][index(*verdict)] += 1;
            if *confidence == Confidence::Firm && *verdict != Verdict::Omit {
                self.firm += 1;
                self.firm_right += usize::from(gold == verdict);
            }
        }
    }

    fn gold(&self, label: usize) -> usize {
        self.cells[label].iter().sum()
    }

    fn predicted(&self, label: usize) -> usize {
        self.cells.iter().map(|row| row[label]).sum()
    }

    fn right(&self) -> usize {
        (0..4).map(|label| self.cells[label][label]).sum()
    }

    /// F1 of a label; none when it is neither in the gold nor predicted.
    fn f1(&self, label: usize) -> Option<f64> {
        let either = self.gold(label) + self.predicted(label);
        (either > 0).then(|| 2.0 * self.cells[label][label] as f64 / either as f64)
    }

    fn macro_f1(&self) -> f64 {
        let known: Vec<f64> = (0..4).filter_map(|label| self.f1(label)).collect();
        known.iter().sum::<f64>() / known.len().max(1) as f64
    }

    fn exact(&self) -> f64 {
        share(self.exact, self.claims)
    }

    fn flip(&self) -> f64 {
        let flips = self.cells[SUPPORT][DISPUTE] + self.cells[DISPUTE][SUPPORT];
        share(flips, self.gold(SUPPORT) + self.gold(DISPUTE))
    }

    fn false_alarm(&self) -> f64 {
        share(self.gold(OMIT) - self.cells[OMIT][OMIT], self.gold(OMIT))
    }

    /// The line of `score.py`.
    fn line(&self, name: &str) -> String {
        let cells: usize = (0..4).map(|label| self.gold(label)).sum();
        let each: Vec<String> = (0..4)
            .map(|label| match self.f1(label) {
                Some(f1) => format!("{}={f1:.3}", letter(VERDICTS[label])),
                None => format!("{}=-", letter(VERDICTS[label])),
            })
            .collect();
        format!(
            "{name:<22} n={:<4} macro-F1={:.3} exact={:.3} cell={:.3} flip={:.3} false-alarm={:.3} [{}]",
            self.claims,
            self.macro_f1(),
            self.exact(),
            share(self.right(), cells),
            self.flip(),
            self.false_alarm(),
            each.join(" ")
        )
    }

    fn table(&self) -> String {
        let mut table = String::from("gold \\ predicted      S      D      B      O\n");
        for (label, row) in self.cells.iter().enumerate() {
            let cells: Vec<String> = row.iter().map(|count| format!("{count:>6}")).collect();
            // Writing to a string can't fail.
            _ = writeln!(table, "{:>16} {}", letter(VERDICTS[label]), cells.join(" "));
        }
        let verdicts: usize = (0..OMIT).map(|label| self.predicted(label)).sum();
        let precision =
            if self.firm > 0 { format!("{:.3}", share(self.firm_right, self.firm)) } else { "-".to_owned() };
        _ = writeln!(
            table,
            "firm: precision={precision} ({} of {} firm cells; {verdicts} verdicts)",
            self.firm_right, self.firm
        );
        table
    }

    /// Figures that are worse than a limit, which is written to three decimals.
    fn breaches(&self, limits: &Limits) -> Vec<String> {
        const HALF: f64 = 0.0005;
        let least = [("macro_f1", limits.macro_f1, self.macro_f1()), ("exact", limits.exact, self.exact())];
        let most =
            [("flip", limits.flip, self.flip()), ("false_alarm", limits.false_alarm, self.false_alarm())];
        let below = least.into_iter().filter_map(|(name, limit, found)| {
            limit
                .filter(|limit| found < limit - HALF)
                .map(|limit| format!("{name} {found:.3}, at least {limit:.3} wanted"))
        });
        let above = most.into_iter().filter_map(|(name, limit, found)| {
            limit
                .filter(|limit| found > limit + HALF)
                .map(|limit| format!("{name} {found:.3}, at most {limit:.3} wanted"))
        });
        below.chain(above).collect()
    }
}

fn predicted(row: &Row) -> Vec<(Verdict, Confidence)> {
    row.report.articles.iter().map(|article| (article.verdict, article.confidence)).collect()
}

fn tally<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Tally {
    let mut tally = Tally::default();
    for row in rows {
        tally.add(&row.gold.verdicts, &predicted(row));
    }
    tally
}

/// Prints the figures of some claims by language, by kind and overall, and the first wrong ones.
fn show(rows: &[Row], errors: usize, out: &mut impl Write) -> Result<Tally, Failure> {
    show_groups("lang", |gold| &gold.language, rows, out)?;
    show_groups("kind", |gold| &gold.kind, rows, out)?;
    let wrong = rows.iter().filter(|row| predicted(row).iter().map(|(v, _)| v).ne(&row.gold.verdicts));
    for row in wrong.take(errors) {
        write!(out, "{}", wrong_claim(row))?;
    }
    let total = tally(rows);
    write!(out, "{}\n{}", total.line("ALL"), total.table())?;
    Ok(total)
}

/// Prints the figures of the claims that share a key, key by key.
fn show_groups(
    heading: &str,
    key: impl Fn(&Gold) -> &str,
    rows: &[Row],
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut groups: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        groups.entry(key(&row.gold)).or_default().push(row);
    }
    for (name, rows) in groups {
        writeln!(out, "{}", tally(rows).line(&format!("{heading}={name}")))?;
    }
    Ok(())
}

/// A wrong claim: gold and predicted letters, then for each part the closest claims, `*` before those that decided,
/// what weighed most for the closest one, and the reasons shown.
fn wrong_claim(row: &Row) -> String {
    const SHOWN: usize = 3;
    let gold: String = row.gold.verdicts.iter().map(|verdict| letter(*verdict)).collect();
    let found: String = predicted(row).iter().map(|(verdict, _)| letter(*verdict)).collect();
    let mut shown = format!(
        "  {} {} gold {gold} predicted {found} | {}\n",
        row.gold.id,
        row.gold.kind,
        printable(&row.gold.claim)
    );
    for part in &row.report.parts {
        let words = row.report.claim.get(part.span.start..part.span.end).unwrap_or_default();
        let matches: Vec<String> = part
            .matches
            .iter()
            .take(SHOWN)
            .map(|found| {
                let mark = if found.decided { "*" } else { "" };
                format!("{mark}{} {} {:.2}", found.claim, key(&found.relation), found.probability)
            })
            .collect();
        let matches = if matches.is_empty() { "no claim".to_owned() } else { matches.join(", ") };
        let words =
            if row.report.parts.len() > 1 { format!("“{}”: ", printable(words)) } else { String::new() };
        // Writing to a string can't fail.
        _ = writeln!(shown, "      {words}{matches}; decided by: {}", key(&part.rule));
        if let Some(best) = part.matches.first() {
            _ = writeln!(shown, "        weighed: {}", weighed(best));
        }
    }
    let mut reasons: Vec<String> = Vec::new();
    let places = row.report.articles.iter().flat_map(|article| &article.evidence);
    for reason in places.flat_map(|place| &place.reasons).map(|reason| key(&reason.kind)) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    if !reasons.is_empty() {
        _ = writeln!(shown, "      because: {}", reasons.join(", "));
    }
    shown
}

/// What weighed most for and against the closest claim, and by which of its wordings.
fn weighed(found: &MatchReport) -> String {
    const SHOWN: usize = 5;
    let mut contributions = found.contributions.clone();
    contributions.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let shown: Vec<String> =
        contributions.iter().take(SHOWN).map(|(name, weight)| format!("{name} {weight:+.2}")).collect();
    format!("{} (wording {})", shown.join(", "), found.wording)
}

#[cfg(test)]
mod tests {
    use super::{Limits, Tally};
    use claim_check::{Confidence, Verdict};

    /// Two claims, four cells: S right and firm, D flipped, O right, O a false alarm and firm.
    fn counted() -> Tally {
        use Confidence::{Firm, Possible};
        use Verdict::{Dispute, Omit, Support};
        let mut tally = Tally::default();
        tally.add(&[Support, Omit], &[(Support, Firm), (Omit, Firm)]);
        tally.add(&[Dispute, Omit], &[(Support, Possible), (Dispute, Firm)]);
        tally
    }

    #[test]
    fn figures_are_those_counted_by_hand() {
        let line = counted().line("ALL");
        // F1: S 2/3, D 0, O 2/3, B absent; macro 4/9.
        let expected = "n=2    macro-F1=0.444 exact=0.500 cell=0.500 flip=0.500 false-alarm=0.500 [S=0.667 D=0.000 B=- O=0.667]";
        assert_eq!(line, format!("{:<22} {expected}", "ALL"));
        assert!(counted().table().contains("firm: precision=0.500 (1 of 2 firm cells; 3 verdicts)"));
    }

    #[test]
    fn a_limit_equal_to_the_printed_figure_holds() {
        let limits =
            |macro_f1, flip| Limits { macro_f1: Some(macro_f1), flip: Some(flip), ..Limits::default() };
        assert!(counted().breaches(&limits(0.444, 0.5)).is_empty());
        assert_eq!(counted().breaches(&limits(0.446, 0.4)).len(), 2);
    }
}
