//! What the overview remembers, as a plain reducer: the filter, which topics are unfolded, and whose evidence is shown.

use super::matrix::Filter;
use crate::story::Story;

/// Topics unfold by themselves when a filter leaves no more claims than this. 0 never does; far above 30 the page grows
/// long at one touch.
const FEW: usize = 20;

/// What the overview remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Explore {
    /// What is shown.
    pub(crate) filter: Filter,
    /// Whether there are few claims, so that all topics are unfolded.
    few: bool,
    /// Topics that the reader has folded or unfolded against what they would be, by index.
    turned: Vec<usize>,
    /// The cell whose evidence is shown: indices of claim and article.
    pub(crate) cell: Option<(usize, usize)>,
}

/// What can happen in the overview.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ExploreAction {
    /// Another filter; the number of claims that it leaves.
    Filtered(Filter, usize),
    /// A topic was folded or unfolded, by index.
    Turned(usize),
    /// A cell was pressed, by the indices of claim and article.
    Pressed(usize, usize),
}

impl Explore {
    /// The state after an action.
    pub(crate) fn after(&self, action: ExploreAction) -> Explore {
        match action {
            ExploreAction::Filtered(filter, count) => {
                let few = count <= FEW || filter.topic.is_some();
                // What the reader folded stays so while more is shown than before, and starts afresh otherwise.
                let turned = if few == self.few { self.turned.clone() } else { Vec::new() };
                Explore { filter, few, turned, cell: None }
            }
            ExploreAction::Turned(topic) => {
                let mut next = self.clone();
                match next.turned.iter().position(|turned| *turned == topic) {
                    Some(at) => drop(next.turned.swap_remove(at)),
                    None => next.turned.push(topic),
                }
                next
            }
            ExploreAction::Pressed(claim, article) => {
                let cell = (self.cell != Some((claim, article))).then_some((claim, article));
                Explore { cell, ..self.clone() }
            }
        }
    }

    /// Whether a topic is unfolded.
    pub(crate) fn is_open(&self, topic: usize) -> bool {
        self.few != self.turned.contains(&topic)
    }
}

impl ExploreAction {
    /// The action that sets a filter for a story.
    pub(crate) fn filtered(filter: Filter, story: &Story) -> ExploreAction {
        ExploreAction::Filtered(filter, filter.claims(story).count())
    }
}

#[cfg(test)]
mod tests {
    use super::super::matrix::Show;
    use super::*;

    #[test]
    fn topics_fold_and_unfold() {
        let shut = Explore::default();
        assert!(!shut.is_open(2));
        let open = shut.after(ExploreAction::Turned(2));
        assert!(open.is_open(2) && !open.is_open(1));
        assert_eq!(open.after(ExploreAction::Turned(2)), shut);
    }

    #[test]
    fn few_claims_are_unfolded_and_can_be_folded() {
        let filter = Filter { show: Show::Contradicted, ..Filter::default() };
        let few = Explore::default().after(ExploreAction::Filtered(filter, 12));
        assert!(few.is_open(0) && few.is_open(5));
        assert!(!few.after(ExploreAction::Turned(5)).is_open(5));
        assert!(!few.after(ExploreAction::Filtered(Filter::default(), 204)).is_open(0));
    }

    #[test]
    fn a_chosen_topic_is_unfolded() {
        let filter = Filter { topic: Some(3), ..Filter::default() };
        assert!(Explore::default().after(ExploreAction::Filtered(filter, 60)).is_open(3));
    }

    #[test]
    fn a_filter_counts_what_it_leaves_of_a_story() {
        let engine = crate::engine::Engine::embedded().unwrap();
        let action = ExploreAction::filtered(Filter::default(), engine.story());
        assert_eq!(action, ExploreAction::Filtered(Filter::default(), engine.story().claims.len()));
    }

    #[test]
    fn one_cell_at_a_time_shows_its_evidence() {
        let first = Explore::default().after(ExploreAction::Pressed(7, 1));
        assert_eq!(first.cell, Some((7, 1)));
        assert_eq!(first.after(ExploreAction::Pressed(7, 2)).cell, Some((7, 2)));
        assert_eq!(first.after(ExploreAction::Pressed(7, 1)).cell, None);
        assert_eq!(first.after(ExploreAction::Filtered(Filter::default(), 9)).cell, None);
    }
}
