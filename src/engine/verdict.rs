//! Verdicts: from a hypothesis about a claim to what each article says, and from parts to the whole.

use serde::{Deserialize, Serialize};

use super::compare::Relation;
use super::decide::Hypothesis;
use super::feature::Feature;
use crate::story::{Position, Story};
use crate::text::{NameKind, NameTable, Quantity, QuantityFit, Statement};

/// What an article does with the reader's claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// States or relays it.
    Support,
    /// Contradicts it or relays a denial.
    Dispute,
    /// Relays it and a denial of it, or says incompatible things.
    Both,
    /// Does not settle it.
    Omit,
}

/// What each article says of a statement if a hypothesis holds.
pub(crate) fn verdicts(
    hypothesis: &Hypothesis,
    statement: &Statement,
    story: &Story,
    names: &NameTable,
) -> Vec<Verdict> {
    let claim = &story.claims[hypothesis.claim];
    (0..story.articles.len())
        .map(|article| match claim.position(article) {
            None => Verdict::Omit,
            Some(position) => {
                let verdict = cell(hypothesis, position, statement);
                let foreign_source = hypothesis.comparison.features[Feature::SourceExtra] > 0.0
                    && !relays(&story.articles[article].outlets, statement, names);
                if foreign_source { Verdict::Omit } else { verdict }
            }
        })
        .collect()
}

fn relays(outlets: &[u16], statement: &Statement, names: &NameTable) -> bool {
    let outlet = |name: u16| names.name(name).is_some_and(|n| n.kind == NameKind::Outlet);
    statement.names.iter().filter(|m| outlet(m.name)).all(|m| outlets.contains(&m.name))
}

/// The guide's table: relation against stance.
pub(crate) fn table(relation: Relation, position: &Position) -> Verdict {
    match (relation, stance(position)) {
        (_, Verdict::Omit) | (Relation::Unsettled, _) => Verdict::Omit,
        (Relation::Same, stance) => stance,
        (Relation::Denied, Verdict::Support) | (Relation::Altered, _) => Verdict::Dispute,
        (Relation::Denied, Verdict::Dispute) => Verdict::Support,
        (Relation::Denied, Verdict::Both) => Verdict::Both,
    }
}

fn stance(position: &Position) -> Verdict {
    match (position.support.is_empty(), position.dispute.is_empty()) {
        (false, false) => Verdict::Both,
        (false, true) => Verdict::Support,
        (true, false) => Verdict::Dispute,
        (true, true) => Verdict::Omit,
    }
}

/// The table, but for an article that has a figure of its own.
fn cell(hypothesis: &Hypothesis, position: &Position, statement: &Statement) -> Verdict {
    let own = own_figure(position, statement);
    match (hypothesis.relation(), stance(position)) {
        (Relation::Same, Verdict::Support) if own == Some(QuantityFit::Differs) => Verdict::Dispute,
        (Relation::Altered, Verdict::Support) if own == Some(QuantityFit::Agrees) => Verdict::Support,
        (relation, _) => table(relation, position),
    }
}

/// How the reader's figure stands to the figure of this article, where the article has one of its own.
fn own_figure(position: &Position, statement: &Statement) -> Option<QuantityFit> {
    let own: &Quantity = position.quantity.as_ref()?;
    let ours = statement.quantities.iter().find(|quantity| quantity.measure == own.measure)?;
    Some(ours.against(own))
}

/// The verdict on several parts: any part disputed disputes the whole; all supported support it; otherwise omitted.
pub(crate) fn combine(parts: &[Verdict]) -> Verdict {
    let has = |verdict| parts.contains(&verdict);
    if has(Verdict::Dispute) {
        Verdict::Dispute
    } else if has(Verdict::Omit) {
        Verdict::Omit
    } else if has(Verdict::Both) {
        Verdict::Both
    } else {
        Verdict::Support
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, combine};

    #[test]
    fn parts_are_combined_by_the_guide() {
        use Verdict::{Both, Dispute, Omit, Support};
        assert_eq!(combine(&[Support, Support]), Support);
        assert_eq!(combine(&[Support, Omit]), Omit);
        assert_eq!(combine(&[Omit, Dispute]), Dispute);
        assert_eq!(combine(&[Both, Support]), Both);
        assert_eq!(combine(&[Both, Dispute]), Dispute);
    }
}
