//! Between tokens and statements: values with their bounds, asides, joints between the parts of a text.

use super::date::{Portion, Side, date_at};
use super::grammar::{Function, Grammar};
use super::number::number_at;
use super::quantity::{Bound, Measure, Quantity};
use super::reading::Item;
use super::roles::sets_aside;
use super::{Language, Span, Token, TokenKind};

/// Functions that only mean something before a number or a date.
pub(crate) fn needs_value(function: Function) -> bool {
    use Function::After;
    use Function::{
        About, AtLeast, AtMost, Before, Early, Exactly, FirstHalf, Late, Mid, Over, SecondHalf, Since, Under,
        Until,
    };
    matches!(
        function,
        Over | Under
            | About
            | AtLeast
            | AtMost
            | Exactly
            | Since
            | Until
            | Before
            | After
            | Early
            | Mid
            | Late
            | FirstHalf
            | SecondHalf
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
    let mut side = Side::On;
    while let Some((functions, length)) = tokens.get(at..).and_then(&function_at) {
        let Some(function) = functions.iter().copied().find(|f| needs_value(*f)) else { break };
        bound = bound_of(function).unwrap_or(bound);
        portion = portion_of(function).or(portion);
        side = match function {
            Function::Before => Side::Before,
            Function::After => Side::After,
            _ => side,
        };
        at += length;
        let filler = |t: &Token| {
            matches!(
                t.text.as_str(),
                "the" | "of" | "a" | "i" | "le" | "gli" | "il" | "di" | "del" | "-" | "in"
            )
        };
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
            return Some((Item::Date(date, side), at + length));
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
        "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can",
        "could", "n't", "it", "they", "he", "she", "there", "right", "correct", "true", "vero", "giusto",
        "no", "?", "isnt", "doesnt", "didnt", "arent", "wasnt", "hasnt", "eh", "è", "non",
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
        let after = items[at + 1..]
            .iter()
            .take(4)
            .take_while(|(item, _)| !matches!(item, Item::Quantity(_) | Item::Mark(',' | ';' | '.')));
        let mut units: Vec<_> = after
            .filter_map(|(item, _)| match item {
                Item::Term { term, .. } => Some(*term),
                _ => None,
            })
            .collect();
        if units.is_empty() {
            units = items[..at]
                .iter()
                .rev()
                .take(2)
                .filter_map(|(item, _)| if let Item::Term { term, .. } = item { Some(*term) } else { None })
                .collect();
        }
        units.truncate(3);
        let span = items[at].1;
        if let Item::Quantity(quantity) = &mut items[at].0 {
            quantity.units = units;
            quantity.span = span;
        }
    }
}

/// Moves what stands between commas behind its subject ("Hughes, who ..., is ...") to the end, after a mark that parts it
/// from the rest, so that the rest is read in one piece.
pub(crate) fn move_asides(items: Vec<(Item, Span)>, is_action: impl Fn(&Item) -> bool) -> Vec<(Item, Span)> {
    let comma = |(item, _): &(Item, Span)| matches!(item, Item::Mark(','));
    let Some(open) = items.iter().position(comma) else { return items };
    let Some(length) = items[open + 1..].iter().position(comma) else { return items };
    let close = open + 1 + length;
    let subject_only = items[..open].iter().any(|(item, _)| matches!(item, Item::Name(_)))
        && !items[..open].iter().any(|(item, _)| {
            is_action(item)
                || matches!(item, Item::Quantity(_) | Item::Date(..) | Item::Function(Function::Negation))
        });
    let rest_acts = items[close + 1..].len() >= 2
        && !matches!(items.get(close + 1), Some((Item::Name(_) | Item::Function(Function::And), _)));
    let aside = &items[open + 1..close];
    let names_only = aside.iter().all(|(item, _)| matches!(item, Item::Name(_) | Item::Function(_)));
    if !subject_only || !rest_acts || names_only || sets_aside(&items, open + 1) {
        return items;
    }
    let mark = items[close].clone();
    let mut moved: Vec<(Item, Span)> = items[..open].to_vec();
    moved.extend_from_slice(&items[close + 1..]);
    while moved.last().is_some_and(|(item, _)| matches!(item, Item::Mark('.' | '?' | '!'))) {
        moved.pop();
    }
    moved.push((Item::Mark(';'), mark.1));
    moved.extend_from_slice(aside);
    moved
}

/// Removes what "not X but Y" sets aside, when Y has no subject of its own: the statement is about Y.
pub(crate) fn drop_set_aside(items: &mut Vec<(Item, Span)>) {
    let function = |item: &Item, wanted: Function| matches!(item, Item::Function(f) if *f == wanted);
    let Some(not) = items.iter().position(|(item, _)| function(item, Function::Negation)) else { return };
    let Some(length) = items[not + 1..].iter().take(9).position(|(item, _)| function(item, Function::But))
    else {
        return;
    };
    let but = not + 1 + length;
    let content = |(item, _): &&(Item, Span)| !matches!(item, Item::Function(_) | Item::Mark(_));
    let starts_clause = matches!(items[but + 1..].iter().find(content), None | Some((Item::Name(_), _)));
    let clause_before =
        items[not + 1..but].iter().any(|(item, _)| matches!(item, Item::Name(_) | Item::Quantity(_)));
    if !starts_clause && !clause_before {
        items.drain(not..=but);
    }
}

/// Places where one part may end and the next begin: at a conjunction or a break with content on both sides.
pub(crate) fn joints(items: &[(Item, Span)]) -> Vec<usize> {
    let states = |range: &[(Item, Span)]| {
        let said = |(item, _): &&(Item, Span)| {
            matches!(item, Item::Term { .. } | Item::Quantity(_) | Item::Date(..))
        };
        let content = |(item, _): &&(Item, Span)| !matches!(item, Item::Function(_) | Item::Mark(_));
        range.iter().filter(said).count() >= 1 && range.iter().filter(content).count() >= 2
    };
    let mut joints: Vec<usize> = Vec::new();
    for (at, (item, _)) in items.iter().enumerate() {
        let joint = match item {
            Item::Function(Function::And | Function::But) | Item::Mark(';' | ':' | '.' | '(') => true,
            Item::Mark(',') => {
                let from = joints.last().copied().unwrap_or(0);
                !opens_aside(items, at) && !closes_aside(items, at) && !only_setting(&items[from..at])
            }
            // A dash between words parts nothing: "the ByteDance-Huawei story".
            Item::Mark('-') => at > 0 && items[at - 1].1.end < items[at].1.start,
            _ => false,
        };
        if !joint || joints.len() == MOST_JOINTS {
            continue;
        }
        let from = joints.last().copied().unwrap_or(0);
        if states(&items[from..at]) && states(&items[at..]) {
            joints.push(at);
        }
    }
    joints
}

/// Whether a comma opens an aside on the name before it: "X, who ...", "X, not Y, ...", "X rather than Y".
fn opens_aside(items: &[(Item, Span)], at: usize) -> bool {
    matches!(
        items.get(at + 1).map(|(item, _)| item),
        Some(Item::Function(Function::Instead | Function::Negation))
    )
}

/// Whether all names of a run follow a preposition, so that it only sets the scene: "Speaking to Reuters, ...".
fn only_setting(items: &[(Item, Span)]) -> bool {
    use Function::{From, In, To, With};
    let mut names = 0;
    for (at, (item, _)) in items.iter().enumerate() {
        if matches!(item, Item::Name(_)) {
            names += 1;
            if at == 0 || !matches!(items[at - 1].0, Item::Function(From | In | To | With)) {
                return false;
            }
        }
    }
    names > 0
}

/// Whether a comma closes an aside that the comma before it opened, or one that begins with "rather than".
fn closes_aside(items: &[(Item, Span)], at: usize) -> bool {
    let aside = items[..at].iter().rposition(|(item, _)| matches!(item, Item::Mark(','))).unwrap_or(0);
    let instead = items[aside..at].iter().any(|(item, _)| matches!(item, Item::Function(Function::Instead)));
    instead || opens_aside(items, aside)
}

/// Claims with more joints are read with their tail as one part; raising this costs time quadratically.
const MOST_JOINTS: usize = 5;
