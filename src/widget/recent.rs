//! The claims asked during this visit, in the order of asking, and the reader's place among them. Plain values: where a page
//! wants them kept, [`Recent::written`] is what is stored, elsewhere.

use std::rc::Rc;

/// How many claims are remembered. 1 makes stepping pointless; far above 10 nobody finds anything by stepping.
const MOST: usize = 12;
/// What stands between claims that are written down: no keyboard types it.
const BETWEEN: &str = "\u{1e}";

/// Claims asked before.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Recent {
    /// Each once, the latest last.
    claims: Vec<Rc<str>>,
    /// Where the reader has stepped to.
    at: Option<usize>,
}

/// A direction among the claims asked before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the claim asked before.
    Earlier,
    /// To the claim asked after.
    Later,
}

impl Recent {
    /// With one more claim, which is then the latest.
    pub(crate) fn with(&self, claim: Rc<str>) -> Recent {
        let mut claims: Vec<Rc<str>> = self.claims.iter().filter(|known| **known != claim).cloned().collect();
        claims.push(claim);
        let surplus = claims.len().saturating_sub(MOST);
        claims.drain(..surplus);
        Recent { claims, at: None }
    }

    /// These claims after those of earlier visits, as [`Recent::written`] has them.
    pub(crate) fn after(&self, written: &str) -> Recent {
        let earlier = written.split(BETWEEN).filter(|claim| !claim.trim().is_empty()).map(Rc::from);
        let all = earlier.chain(self.claims.iter().cloned());
        Recent { at: None, ..all.fold(Recent::default(), |recent, claim| recent.with(claim)) }
    }

    /// The claims as one text, from which [`Recent::after`] has them back.
    pub(crate) fn written(&self) -> String {
        self.claims.join(BETWEEN)
    }

    /// The place after a step from a text; `None` when there is no claim in that direction.
    pub(crate) fn step(&self, text: &str, step: Step) -> Option<Recent> {
        let last = self.claims.len().checked_sub(1)?;
        let here = self.at.filter(|at| self.is(*at, text)).or_else(|| self.is(last, text).then_some(last));
        let at = match (here, step) {
            (Some(here), Step::Earlier) => here.checked_sub(1)?,
            (Some(here), Step::Later) => Some(here + 1).filter(|next| *next <= last)?,
            // From a text that was not asked yet, the latest is the one before.
            (None, Step::Earlier) => last,
            (None, Step::Later) => return None,
        };
        Some(Recent { claims: self.claims.clone(), at: Some(at) })
    }

    /// The claim stepped to, or else the latest.
    pub(crate) fn current(&self) -> Option<&str> {
        self.at.and_then(|at| self.claims.get(at)).or_else(|| self.claims.last()).map(|claim| &**claim)
    }

    /// Whether nothing was asked yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    fn is(&self, at: usize, text: &str) -> bool {
        self.claims.get(at).is_some_and(|claim| **claim == *text.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(claims: &[&str]) -> Recent {
        claims.iter().fold(Recent::default(), |recent, claim| recent.with(Rc::from(*claim)))
    }

    fn walk(recent: &Recent, text: &str, steps: &[Step]) -> Vec<String> {
        let (mut recent, mut text) = (recent.clone(), text.to_owned());
        let mut seen = Vec::new();
        for step in steps {
            if let Some(next) = recent.step(&text, *step) {
                recent = next;
                text = recent.current().unwrap_or_default().to_owned();
            }
            seen.push(text.clone());
        }
        seen
    }

    #[test]
    fn steps_go_to_both_ends_and_no_further() {
        use Step::{Earlier, Later};
        let recent = recent(&["a", "b", "c"]);
        assert_eq!(
            walk(&recent, "c", &[Earlier, Earlier, Earlier, Later, Later, Later]),
            ["b", "a", "a", "b", "c", "c"]
        );
        assert_eq!(walk(&recent, "a draft", &[Later, Earlier, Earlier]), ["a draft", "c", "b"]);
        assert!(Recent::default().is_empty() && !recent.is_empty());
        assert_eq!(Recent::default().step("", Earlier), None);
    }

    #[test]
    fn a_claim_asked_again_moves_to_the_end() {
        assert_eq!(walk(&recent(&["a", "b", "a"]), "a", &[Step::Earlier, Step::Earlier]), ["b", "b"]);
    }

    #[test]
    fn claims_that_were_written_come_before_those_of_today() {
        let stored = recent(&["a", "b,\nb \"b\"", "c"]).written();
        let again = recent(&["c", "d"]).after(&stored);
        assert_eq!(walk(&again, "d", &[Step::Earlier; 4]), ["c", "b,\nb \"b\"", "a", "a"]);
        assert_eq!(Recent::default().after(&stored).written(), stored);
        assert!(Recent::default().after("").is_empty() && Recent::default().written().is_empty());
    }

    #[test]
    fn only_the_latest_are_kept() {
        let many: Vec<String> = (0..MOST + 3).map(|number| number.to_string()).collect();
        let recent =
            many.iter().fold(Recent::default(), |recent, claim| recent.with(Rc::from(claim.as_str())));
        assert_eq!(recent.claims.len(), MOST);
        assert_eq!(recent.current(), Some("14"));
    }
}
