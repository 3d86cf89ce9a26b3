//! Names: which one side lacks, which stand in the place of others, and which have changed places.

use super::super::feature::Feature;
use super::{Findings, Pair, Reason, ReasonKind};
use crate::text::{Mention, NameId, NameKind, Role, Statement, TermUse};

impl Findings<'_> {
    /// Names that one side lacks; `true` when one stands in the place of another.
    pub(super) fn names(&mut self) -> bool {
        let Pair { reader, wording, claim, index, names, .. } = self.pair;
        let has =
            |side: &[Mention], name: NameId| side.iter().any(|m| names.close(m.name, name) && !m.rejected);
        let kind = |name: NameId| names.name(name).map(|n| n.kind);
        // Each mention answers for one: "TikTok's owner is Huawei" lacks the second name of "TikTok's owner is ByteDance".
        let mut spare: Vec<&Mention> = reader.names.iter().filter(|m| !m.rejected).collect();
        let mut missing: Vec<&Mention> = Vec::new();
        for mention in wording.names.iter().filter(|m| !m.rejected) {
            match spare.iter().position(|m| m.name == mention.name) {
                Some(at) => {
                    spare.remove(at);
                }
                None => missing.push(mention),
            }
        }
        missing.retain(|mention| match spare.iter().position(|m| names.close(m.name, mention.name)) {
            Some(at) => {
                spare.remove(at);
                false
            }
            None => true,
        });
        let mut replaced = false;
        for extra in
            reader.names.iter().filter(|m| !m.inherited && !m.rejected && !has(&wording.names, m.name))
        {
            // Another member of a list that the claim has in full is not a replacement.
            if index.says_name(claim, extra.name) {
                continue;
            }
            if reader.attributed && kind(extra.name) == Some(NameKind::Outlet) {
                self.features[Feature::SourceExtra] = 1.0;
                continue;
            }
            match missing.iter().position(|m| same_place(kind(m.name), kind(extra.name))) {
                Some(at) => {
                    let other = missing.remove(at);
                    replaced = true;
                    self.reasons.push(Reason {
                        kind: ReasonKind::NameReplaced,
                        span: Some(extra.span),
                        name: Some(other.name),
                    });
                }
                None => self.features[Feature::NameExtra] += index.name(extra.name).min(1.0),
            }
        }
        let said = |used: &TermUse| wording.terms.iter().any(|other| other.term == used.term);
        for unlisted in reader.terms.iter().filter(|used| used.name_like && !said(used)) {
            match missing.pop() {
                Some(other) => {
                    replaced = true;
                    self.reasons.push(Reason {
                        kind: ReasonKind::NameReplaced,
                        span: Some(unlisted.span),
                        name: Some(other.name),
                    });
                }
                None => self.features[Feature::NameExtra] += 1.0,
            }
        }
        let asserts = |name: NameId| wording.names.iter().any(|m| m.name == name && !m.rejected);
        for rejected in reader.names.iter().filter(|m| m.rejected && asserts(m.name)) {
            replaced = true;
            self.reasons.push(Reason {
                kind: ReasonKind::NameReplaced,
                span: Some(rejected.span),
                name: Some(rejected.name),
            });
        }
        missing.retain(|m| !has(&reader.names, m.name));
        // A list may be quoted in part: "Meta and Apple" of "Google, Microsoft, Meta, Apple and X".
        let listed = |wanted| wording.names.iter().filter(|m| kind(m.name) == wanted).count() >= 3;
        let quoted = |wanted| {
            reader
                .names
                .iter()
                .any(|m| kind(m.name) == wanted && wording.names.iter().any(|w| w.name == m.name))
        };
        missing.retain(|m| !(listed(kind(m.name)) && quoted(kind(m.name))));
        self.features[Feature::NameMissing] =
            missing.iter().map(|m| index.name(m.name)).sum::<f32>().min(2.0);
        if replaced {
            self.features[Feature::NameReplaced] = 1.0;
            if reader.additive {
                self.features[Feature::Additive] = 1.0;
            }
        }
        replaced
    }

    /// Whether two names of both statements have exchanged their roles.
    pub(super) fn roles(&mut self) -> bool {
        let Pair { reader, wording, names, .. } = self.pair;
        let acts = |m: &Mention| m.role == Role::Agent;
        let suffers =
            |m: &Mention| matches!(m.role, Role::Object | Role::Source | Role::Goal | Role::Partner);
        let find = |s: &Statement, test: &dyn Fn(&Mention) -> bool| -> Option<Mention> {
            s.names.iter().find(|m| !m.inherited && test(m)).cloned()
        };
        let (Some(agent), Some(other_agent)) = (find(reader, &acts), find(wording, &acts)) else {
            return false;
        };
        // A president and an app don't swap: a wording was only read with another subject.
        let kind = |name: NameId| names.name(name).map(|n| n.kind);
        if agent.name == other_agent.name || !may_swap(kind(agent.name), kind(other_agent.name)) {
            return false;
        }
        let mirrored = reader.names.iter().any(|m| m.name == other_agent.name && suffers(m))
            && wording.names.iter().any(|m| m.name == agent.name && suffers(m));
        if mirrored {
            self.features[Feature::RolesSwapped] = 1.0;
            self.reasons.push(Reason {
                kind: ReasonKind::RolesSwapped,
                span: Some(agent.span),
                name: Some(other_agent.name),
            });
        }
        mirrored
    }
}

/// Whether names of two kinds may stand in each other's place; an app may be said to own its company.
fn may_swap(a: Option<NameKind>, b: Option<NameKind>) -> bool {
    let owner = |kind| matches!(kind, Some(NameKind::Organisation | NameKind::Product));
    same_place(a, b) || owner(a) && owner(b)
}

fn same_place(a: Option<NameKind>, b: Option<NameKind>) -> bool {
    let actor = |kind| matches!(kind, Some(NameKind::Organisation | NameKind::Outlet));
    a == b || actor(a) && actor(b)
}
