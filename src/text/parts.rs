//! From items to statements: values with their bounds, joints between parts, roles of names, negation.

use super::date::{Portion, date_at};
use super::grammar::{Function, Grammar};
use super::names::{Mention, Role};
use super::number::number_at;
use super::quantity::{Bound, Measure, Quantity};
use super::reader::{Certainty, DateUse, Item, Statement, TermUse};
use super::{Language, Span, Token, TokenKind};

/// Functions that only mean something before a number or a date.
pub(crate) fn needs_value(function: Function) -> bool {
    use Function::{
        About, AtLeast, AtMost, Before, Early, Exactly, FirstHalf, Late, Mid, Over, SecondHalf, Since, Under, Until,
    };
    use Function::After;
    matches!(
        function,
        Over | Under | About | AtLeast | AtMost | Exactly | Since | Until | Before | After | Early | Mid | Late | FirstHalf | SecondHalf
    )
}

/// Reads a number or date with the bounds and portions before it; also how many tokens it takes.
pub(crate) fn value_at<'a>(
    tokens: &[Token],
    grammar: &Grammar,
    language: Language,
    function_at: impl Fn(&[Token]) -> Option<(&'a [Function], usize)>,
) -> Option<(Item, usize)> {
    let mut at = 0;
    let mut bound = Bound::Plain;
    let mut portion = None;
    while let Some((functions, length)) = tokens.get(at..).and_then(|rest| function_at(rest)) {
        let Some(function) = functions.iter().copied().find(|f| needs_value(*f)) else { break };
        bound = bound_of(function).unwrap_or(bound);
        portion = portion_of(function).or(portion);
        at += length;
        let filler = |t: &Token| matches!(t.text.as_str(), "the" | "of" | "a" | "i" | "le" | "gli" | "il" | "di" | "del" | "-" | "in");
        // "a hundred" and "un milione" need their article.
        while tokens.get(at).is_some_and(filler) && number_at(&tokens[at..], grammar, language).is_none() {
            at += 1;
        }
    }
    let rest = tokens.get(at..)?;
    if let Some((mut date, length)) = date_at(rest, grammar) {
        let counts = tokens.get(at + length).is_some_and(|t| t.kind == TokenKind::Mark && t.text == "%");
        if !counts {
            if let Some(portion) = portion {
                portion.apply(&mut date);
            }
            return Some((Item::Date(date), at + length));
        }
    }
    let (number, length) = number_at(rest, grammar, language)?;
    let after = at + length;
    let (percent, taken) = percent_at(&tokens[after..]);
    let scale = if percent { 0.01 } else { 1.0 };
    let quantity = Quantity {
        low: number.low * scale,
        high: number.high * scale,
        bound,
        measure: if percent || number.share { Measure::Share } else { Measure::Count },
        units: Vec::new(),
        span: Span::default(),
    };
    Some((Item::Quantity(quantity), after + taken))
}

fn percent_at(tokens: &[Token]) -> (bool, usize) {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    match (word(0), word(1)) {
        ("%" | "percent" | "percento" | "pct" | "perc", _) => (true, 1),
        ("per", "cent" | "cento") => (true, 2),
        _ => (false, 0),
    }
}

fn bound_of(function: Function) -> Option<Bound> {
    Some(match function {
        Function::Over => Bound::Over,
        Function::Under => Bound::Under,
        Function::About => Bound::About,
        Function::AtLeast => Bound::AtLeast,
        Function::AtMost => Bound::AtMost,
        Function::Exactly => Bound::Exact,
        _ => return None,
    })
}

fn portion_of(function: Function) -> Option<Portion> {
    Some(match function {
        Function::Early => Portion::Early,
        Function::Mid => Portion::Mid,
        Function::Late => Portion::Late,
        Function::FirstHalf => Portion::FirstHalf,
        Function::SecondHalf => Portion::SecondHalf,
        _ => return None,
    })
}

/// Removes what only marks a question: a tag ("..., isn't it?", "..., vero?") and the negation that opens one ("Didn't he").
pub(crate) fn drop_question_forms(tokens: &mut Vec<Token>) {
    const TAGS: [&str; 36] = [
        "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "n't", "it", "they", "he",
        "she", "there", "right", "correct", "true", "vero", "giusto", "no", "?", "isnt", "doesnt", "didnt", "arent", "wasnt", "hasnt",
        "eh", "è", "non",
    ];
    if let Some(comma) = tokens.iter().rposition(|t| t.text == ",") {
        let tail = &tokens[comma + 1..];
        if !tail.is_empty() && tail.len() <= 5 && tail.iter().all(|t| TAGS.contains(&t.text.as_str())) {
            tokens.truncate(comma);
        }
    }
    let question = tokens.last().is_some_and(|t| t.text == "?");
    if question && tokens.get(1).is_some_and(|t| t.text == "n't") {
        tokens.remove(1);
    }
}

/// Gives each quantity the terms it counts: those that follow, or the one before.
pub(crate) fn attach_units(items: &mut [(Item, Span)]) {
    for at in 0..items.len() {
        if !matches!(items[at].0, Item::Quantity(_)) {
            continue;
        }
        let after = items[at + 1..].iter().take(4).take_while(|(item, _)| !matches!(item, Item::Quantity(_) | Item::Mark(',' | ';' | '.')));
        let mut units: Vec<_> = after
            .filter_map(|(item, _)| match item {
                Item::Term { term, .. } => Some(*term),
                _ => None,
            })
            .collect();
        if units.is_empty() {
            units = items[..at].iter().rev().take(2).filter_map(|(item, _)| if let Item::Term { term, .. } = item { Some(*term) } else { None }).collect();
        }
        units.truncate(3);
        let span = items[at].1;
        if let Item::Quantity(quantity) = &mut items[at].0 {
            quantity.units = units;
            quantity.span = span;
        }
    }
}

/// Places where one part may end and the next begin: at a conjunction or a break with content on both sides.
pub(crate) fn joints(items: &[(Item, Span)]) -> Vec<usize> {
    let content = |range: &[(Item, Span)]| {
        range.iter().filter(|(item, _)| matches!(item, Item::Term { .. } | Item::Name(_) | Item::Quantity(_) | Item::Date(_))).count()
    };
    let mut joints: Vec<usize> = Vec::new();
    for (at, (item, _)) in items.iter().enumerate() {
        let joint = matches!(item, Item::Function(Function::And | Function::But) | Item::Mark(',' | ';' | ':' | '.' | '-' | '('));
        if !joint || joints.len() == MOST_JOINTS {
            continue;
        }
        let from = joints.last().copied().unwrap_or(0);
        if content(&items[from..at]) >= 2 && content(&items[at..]) >= 2 {
            joints.push(at);
        }
    }
    joints
}

/// Claims with more joints are read with their tail as one part; raising this costs time quadratically.
const MOST_JOINTS: usize = 5;

/// What a run of items states. `negates` tells for each item whether it denies by its meaning.
pub(crate) fn statement(items: &[(Item, Span)], negates: &[bool]) -> Statement {
    let mut statement = Statement::default();
    let mut preposition = None;
    let mut instead = false;
    let mut subject: Option<usize> = None;
    for (at, (item, span)) in items.iter().enumerate() {
        if statement.span == Span::default() {
            statement.span = *span;
        }
        statement.span = statement.span.join(*span);
        match item {
            Item::Function(function) => match function {
                Function::Negation => statement.negations += 1,
                Function::Hedge if statement.certainty == Certainty::Plain => statement.certainty = Certainty::Hedged,
                Function::Certain => statement.certainty = Certainty::Certain,
                Function::Instead => instead = true,
                Function::Also => statement.additive = true,
                Function::Attribution => statement.attributed = true,
                Function::By | Function::From | Function::To | Function::With | Function::In => preposition = Some(*function),
                Function::And | Function::But => instead = false,
                _ => {}
            },
            Item::Mark(mark) => {
                if matches!(mark, ',' | ';' | '.') {
                    instead = false;
                }
            }
            Item::Term { term, name_like } => {
                statement.negations += u8::from(negates[at]);
                statement.terms.push(TermUse { term: *term, name_like: *name_like, span: *span });
            }
            Item::Quantity(quantity) => statement.quantities.push(quantity.clone()),
            Item::Date(date) => {
                statement.dates.push(DateUse { date: *date, span: *span });
                preposition = None;
            }
            Item::Name(name) => {
                let role = role_of(preposition.take(), &mut statement.names, &mut subject);
                if role == Role::Agent {
                    subject = subject.or(Some(statement.names.len()));
                }
                statement.names.push(Mention { name: *name, role, rejected: instead, inherited: false, span: *span });
            }
        }
    }
    statement
}

/// The role of the next name, by the preposition before it; turns the names before round when it is a passive's agent.
fn role_of(preposition: Option<Function>, names: &mut [Mention], subject: &mut Option<usize>) -> Role {
    match preposition {
        None if subject.is_none() => Role::Agent,
        None => Role::Object,
        Some(Function::By) => {
            if let Some(at) = subject.take() {
                names[at].role = Role::Object;
            }
            Role::Agent
        }
        Some(Function::From) => Role::Source,
        Some(Function::To) => Role::Goal,
        Some(Function::With) => Role::Partner,
        Some(Function::In) => Role::Place,
        Some(_) => Role::Other,
    }
}

/// A part without a subject of its own speaks of the subject before.
pub(crate) fn inherit_subject(part: &mut Statement, before: &Statement) {
    let has_subject = part.names.iter().any(|m| m.role == Role::Agent);
    if let Some(subject) = before.names.iter().find(|m| m.role == Role::Agent).filter(|_| !has_subject) {
        part.names.insert(0, Mention { inherited: true, ..subject.clone() });
    }
}

