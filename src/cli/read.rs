//! `claim-check read`: how a text is read, for the authors of stories and of the lexicon.

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

use claim_check::{Certainty, Engine, Language, Locale, Quantity, Reader, Role, Span, Statement, Term};

use crate::failure::Failure;
use crate::text::printable;
use crate::{input, story};

/// Options of the command.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// A story other than the embedded one, for its names and words.
    pub(crate) story: Option<PathBuf>,
    /// Texts; none stands for the lines of standard input.
    pub(crate) texts: Vec<String>,
}

/// Shows the reading of every text.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let engine = story::engine(options.story.as_deref())?;
    let mut between = "";
    input::each(&options.texts, "texts", |text| {
        let shown = reading(&engine, text);
        out.write_all(format!("{between}{shown}").as_bytes())?;
        out.flush()?;
        between = "\n";
        Ok(())
    })
}

fn reading(engine: &Engine, text: &str) -> String {
    let reading = engine.reader().read(text);
    let mut shown = format!("{}\n  language   {}\n", printable(text), english_name(reading.language));
    shown.push_str(&statement(engine.reader(), &reading.whole(), text, reading.language));
    let report = engine.check(text);
    for (at, part) in report.parts.iter().enumerate().filter(|_| report.parts.len() > 1) {
        let best = part.matches.first().map_or_else(String::new, |found| format!(" ~ {}", found.claim));
        row(&mut shown, "part", &format!("{}: {}{best}", at + 1, words(text, part.span)));
    }
    shown
}

fn statement(reader: &Reader, statement: &Statement, text: &str, language: Language) -> String {
    let english = Locale::new(Language::English);
    let mut shown = String::new();
    for used in &statement.terms {
        let like = if used.name_like { ", looks like a name" } else { "" };
        let meaning = meaning(reader, used.term, language);
        row(&mut shown, "term", &format!("{}  {meaning}{like}", words(text, used.span)));
    }
    for mention in &statement.names {
        let name = reader.names().name(mention.name);
        let label = name
            .map_or_else(String::new, |name| format!("{} ({})", name.label, crate::json::key(&name.kind)));
        let rejected = if mention.rejected { ", set aside" } else { "" };
        let inherited = if mention.inherited { ", carried over" } else { "" };
        let role = role(mention.role);
        row(
            &mut shown,
            "name",
            &format!("{}  {label}, {role}{rejected}{inherited}", words(text, mention.span)),
        );
    }
    for quantity in &statement.quantities {
        let figure = english.figure(quantity);
        let units = units(statement, quantity, text);
        row(&mut shown, "quantity", &format!("{}  {figure}{units}", words(text, quantity.span)));
    }
    for used in &statement.dates {
        let date = english.date(&used.date);
        row(&mut shown, "date", &format!("{}  {date}", words(text, used.span)));
    }
    if statement.negations > 0 {
        let sum = if statement.negations % 2 == 1 { "denies" } else { "affirms after all" };
        row(&mut shown, "negations", &format!("{}: {sum}", statement.negations));
    }
    match statement.certainty {
        Certainty::Plain => {}
        Certainty::Hedged => row(&mut shown, "certainty", "hedged"),
        Certainty::Certain => row(&mut shown, "certainty", "claims to be certain"),
    }
    for (holds, what) in
        [(statement.additive, "adds to something (\"also\")"), (statement.attributed, "names its source")]
    {
        if holds {
            row(&mut shown, "manner", what);
        }
    }
    shown
}

fn row(shown: &mut String, heading: &str, content: &str) {
    // Writing to a string can't fail.
    _ = writeln!(shown, "  {heading:<10} {}", printable(content));
}

fn words(text: &str, span: Span) -> String {
    format!("“{}”", text.get(span.start..span.end).unwrap_or_default())
}

/// What the lexicon has beside a word: the other stems with the same meaning.
fn meaning(reader: &Reader, term: Term, language: Language) -> String {
    /// Enough to recognise the meaning.
    const SHOWN: usize = 6;
    let sense = usize::from(term.0);
    let senses = reader.lexicon().senses.len();
    if term == Term::UNKNOWN {
        return "unknown word".to_owned();
    }
    if sense >= senses {
        return format!(
            "word of the story: {}",
            reader.words().get(sense - senses).map_or("", String::as_str)
        );
    }
    let forms = reader.lexicon().forms(language).iter().filter(|(_, found)| **found == term.0);
    let mut forms: Vec<&str> = forms.map(|(form, _)| form.as_str()).collect();
    let more = if forms.len() > SHOWN { ", ..." } else { "" };
    forms.truncate(SHOWN);
    let negates = if reader.lexicon().negates(term.0) { " (negates)" } else { "" };
    format!("= {}{more}{negates}", forms.join(", "))
}

fn units(statement: &Statement, quantity: &Quantity, text: &str) -> String {
    let named = |unit: &Term| statement.terms.iter().find(|used| used.term == *unit);
    let units: Vec<String> =
        quantity.units.iter().filter_map(named).map(|used| words(text, used.span)).collect();
    if units.is_empty() { String::new() } else { format!(" of {}", units.join(", ")) }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Agent => "does it or is described",
        Role::Object => "it is done to",
        Role::Source => "from there",
        Role::Goal => "to or for it",
        Role::Partner => "together with it",
        Role::Place => "in there",
        Role::Other => "attached",
    }
}

fn english_name(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::Italian => "Italian",
    }
}
