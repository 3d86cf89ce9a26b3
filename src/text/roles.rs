//! From items to a statement: roles of names, negation, certainty, speakers.

use super::date::DateUse;
use super::grammar::Function;
use super::names::{Mention, Role};
use super::reading::{Item, Traits};
use super::statement::{Certainty, Statement, TermUse};
use super::{Language, Span};

/// What a run of items states. `traits` tells what the lexicon says of each item.
pub(crate) fn statement(items: &[(Item, Span)], traits: &[Traits], language: Language) -> Statement {
    let italian = language == Language::Italian;
    let mut statement = Statement::default();
    let mut preposition = None;
    let mut instead = false;
    let mut subject: Option<usize> = None;
    // "Who owns TikTok?": the subject is what is asked for. Further on such a word opens a clause with a subject of its own.
    let asked = !italian
        && matches!(items.first(), Some((Item::Function(Function::Relative), span)) if span.start == 0);
    let (mut have, mut passive, mut denied) = (false, false, false);
    // "TikTok belongs to ByteDance": the next name is the one that owns.
    let mut reversed = false;
    for (at, (item, span)) in items.iter().enumerate() {
        if statement.span == Span::default() {
            statement.span = *span;
        }
        statement.span = statement.span.join(*span);
        match item {
            Item::Function(function) => match function {
                Function::Negation if sets_aside(items, at) => instead = true,
                // "nope, no new model" denies once.
                Function::Negation if at >= 2 && repeats_negation(items, at) => {}
                Function::Negation => {
                    statement.negations += 1;
                    statement.denial = Some(*span);
                    denied = true;
                }
                Function::Concord if !denied => {
                    statement.negations += 1;
                    statement.denial = Some(*span);
                    denied = true;
                }
                Function::Have => have = true,
                Function::Passive => passive = true,
                Function::Hedge if statement.certainty == Certainty::Plain => {
                    statement.certainty = Certainty::Hedged
                }
                Function::Certain => statement.certainty = Certainty::Certain,
                Function::Instead => instead = true,
                Function::Also => statement.additive = true,
                Function::Attribution => statement.attributed = true,
                Function::By | Function::From | Function::To | Function::With | Function::In => {
                    preposition = Some(*function)
                }
                Function::And | Function::But => instead = false,
                _ => {}
            },
            Item::Mark(mark) => {
                if matches!(mark, ',' | ';' | '.') {
                    instead = false;
                }
            }
            Item::Term { term, name_like } => {
                if traits[at].negates {
                    statement.negations += 1;
                    statement.denial = Some(*span);
                }
                if traits[at].reversed && statement.predicate.is_none() && subject.is_some() {
                    reversed = traits[at].action || !follows_name(items, at);
                }
                if traits[at].action && statement.predicate.is_none() && subject.is_some() {
                    statement.predicate = Some(*term);
                }
                statement.universal |= traits[at].universal;
                if traits[at].speech {
                    statement.speech = true;
                    statement.speaker = statement.speaker.or_else(|| statement.names.last().map(|m| m.name));
                }
                statement.terms.push(TermUse { term: *term, name_like: *name_like, span: *span });
            }
            Item::Quantity(quantity) => statement.quantities.push(quantity.clone()),
            Item::Date(date, side) => {
                statement.dates.push(DateUse { date: *date, side: *side, span: *span });
                preposition = None;
            }
            Item::Name(name) => {
                // Italian "da" names the agent of a passive, or else where something comes from.
                let after_participle =
                    !have && at >= 2 && traits[..at].iter().rev().take(2).any(|t| t.action);
                if preposition == Some(Function::By)
                    && italian
                    && subject.is_some()
                    && !passive
                    && !after_participle
                {
                    preposition = Some(Function::From);
                }
                let preposition = if std::mem::take(&mut reversed) {
                    preposition = None;
                    Some(Function::By)
                } else {
                    preposition.take()
                };
                let role = match preposition {
                    None if asked => Role::Object,
                    _ => role_of(preposition, &mut statement.names, &mut subject),
                };
                if role == Role::Agent {
                    subject = subject.or(Some(statement.names.len()));
                }
                let apposed = at > 0
                    && match &items[at - 1].0 {
                        Item::Name(before) => before == name,
                        Item::Mark(',' | '(') => {
                            at > 1 && matches!(&items[at - 2].0, Item::Name(before) if before == name)
                        }
                        _ => false,
                    };
                if !apposed {
                    statement.names.push(Mention {
                        name: *name,
                        role,
                        rejected: instead,
                        inherited: false,
                        span: *span,
                    });
                }
            }
        }
    }
    // "Under 30,000 of all the chips" does not speak of all.
    statement.universal &= statement.quantities.is_empty();
    statement
}

/// Whether only terms stand between a term and the name before it: "ByteDance's AI unit" says whose unit it is.
fn follows_name(items: &[(Item, Span)], at: usize) -> bool {
    let before = items[..at].iter().rev().find(|(item, _)| !matches!(item, Item::Term { .. }));
    matches!(before, Some((Item::Name(_), _)))
}

/// Whether the negation before a comma is said again: "nope, no".
fn repeats_negation(items: &[(Item, Span)], at: usize) -> bool {
    let before: Vec<&Item> = items[..at].iter().rev().take(2).map(|(item, _)| item).collect();
    matches!(before[..], [Item::Mark(','), Item::Function(Function::Negation | Function::Concord)])
}

/// Whether a negation only sets a name aside: "Bloomberg, not Reuters", "not Reuters but Bloomberg".
pub(super) fn sets_aside(items: &[(Item, Span)], at: usize) -> bool {
    let filler = |item: &Item| {
        matches!(
            item,
            Item::Function(Function::Stop | Function::By | Function::From | Function::To | Function::With)
        )
    };
    let next = items[at + 1..].iter().map(|(item, _)| item).find(|item| !filler(item));
    let before = at == 0
        || matches!(items[at - 1].0, Item::Mark(',' | '(') | Item::Function(Function::And | Function::But));
    let but = items[at + 1..].iter().take(5).any(|(item, _)| matches!(item, Item::Function(Function::But)));
    matches!(next, Some(Item::Name(_))) && (before || but)
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
