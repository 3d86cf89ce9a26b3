//! The claims of a story against its articles, prepared for the overview: what each article does with each claim, which
//! claims a reader's filter leaves, and how many there are of what. Plain values, free of the DOM.

use crate::engine::Verdict;
use crate::story::{Claim, Position, Story};

/// What the reader wants to see of the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Only what this article has, by index.
    pub(crate) article: Option<usize>,
    /// Only claims with this stance: of the chosen article, or else of any.
    pub(crate) stance: Option<Verdict>,
    /// Only this topic, by index.
    pub(crate) topic: Option<usize>,
    /// Only claims that stand out.
    pub(crate) show: Show,
}

/// Which claims stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Show {
    /// All of them.
    #[default]
    All,
    /// Those that a single article has.
    OnlyOne,
    /// Those that one article has and another denies.
    Contradicted,
}

/// How many claims of a set an article supports, disputes, carries both sides of and leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Coverage {
    /// By verdict, in the order of [`VERDICTS`].
    counts: [usize; 4],
    /// Those that no other article has.
    pub(crate) only_here: usize,
}

/// The verdicts in the order in which they are shown.
pub(crate) const VERDICTS: [Verdict; 4] = [Verdict::Support, Verdict::Dispute, Verdict::Both, Verdict::Omit];

impl Coverage {
    /// What an article does with some claims.
    pub(crate) fn of<'a>(claims: impl Iterator<Item = &'a Claim>, article: usize) -> Coverage {
        let mut coverage = Coverage::default();
        for claim in claims {
            let verdict = stance(claim, article);
            coverage.counts[place(verdict)] += 1;
            coverage.only_here += usize::from(verdict != Verdict::Omit && is_only_one(claim));
        }
        coverage
    }

    /// The number of claims with a verdict.
    pub(crate) fn count(&self, verdict: Verdict) -> usize {
        self.counts[place(verdict)]
    }

    /// The number of all claims.
    pub(crate) fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// The number of claims that the article has at all.
    pub(crate) fn carried(&self) -> usize {
        self.total() - self.count(Verdict::Omit)
    }
}

fn place(verdict: Verdict) -> usize {
    VERDICTS.iter().position(|known| *known == verdict).unwrap_or_default()
}

impl Filter {
    /// Whether a claim passes.
    pub(crate) fn passes(&self, claim: &Claim, articles: usize) -> bool {
        let standing = match self.show {
            Show::All => true,
            Show::OnlyOne => is_only_one(claim),
            Show::Contradicted => is_contradicted(claim),
        };
        let stanced = match (self.article, self.stance) {
            (Some(article), Some(wanted)) => stance(claim, article) == wanted,
            (Some(article), None) => stance(claim, article) != Verdict::Omit,
            (None, Some(wanted)) => (0..articles).any(|article| stance(claim, article) == wanted),
            (None, None) => true,
        };
        standing && stanced && self.topic.is_none_or(|topic| usize::from(claim.topic) == topic)
    }

    /// The claims that pass, with their indices in the story.
    pub(crate) fn claims<'a>(&self, story: &'a Story) -> impl Iterator<Item = (usize, &'a Claim)> {
        let (filter, articles) = (*self, story.articles.len());
        story.claims.iter().enumerate().filter(move |(_, claim)| filter.passes(claim, articles))
    }
}

/// What an article does with a claim of the story.
pub(crate) fn stance(claim: &Claim, article: usize) -> Verdict {
    claim.position(article).map_or(Verdict::Omit, of_position)
}

fn of_position(position: &Position) -> Verdict {
    match (position.support.is_empty(), position.dispute.is_empty()) {
        (false, false) => Verdict::Both,
        (false, true) => Verdict::Support,
        (true, false) => Verdict::Dispute,
        (true, true) => Verdict::Omit,
    }
}

/// Whether a single article has the claim, whatever it does with it.
pub(crate) fn is_only_one(claim: &Claim) -> bool {
    claim.positions.iter().filter(|position| of_position(position) != Verdict::Omit).count() == 1
}

/// Whether one article speaks for the claim and another against it.
pub(crate) fn is_contradicted(claim: &Claim) -> bool {
    claim.positions.iter().any(|ours| {
        !ours.support.is_empty()
            && claim
                .positions
                .iter()
                .any(|theirs| theirs.article != ours.article && !theirs.dispute.is_empty())
    })
}

/// Claims that show what a story holds, for a page that suggests none: one that most articles carry, one they
/// contradict each other on, one with both sides in one article, one that only one has, then the first of each topic.
pub(crate) fn telling(story: &Story, limit: usize) -> Vec<&Claim> {
    let carried = |claim: &&Claim| claim.positions.len();
    let both = |claim: &Claim| claim.positions.iter().any(|position| of_position(position) == Verdict::Both);
    let striking = [
        story.claims.iter().filter(|claim| !both(claim) && !is_contradicted(claim)).max_by_key(carried),
        story.claims.iter().filter(|claim| is_contradicted(claim)).max_by_key(carried),
        story.claims.iter().find(|claim| is_only_one(claim) && claim.quantity.is_some()),
        story.claims.iter().filter(|claim| both(claim)).max_by_key(carried),
    ];
    let firsts = (0..story.topics.len())
        .filter_map(|topic| story.claims.iter().find(|claim| usize::from(claim.topic) == topic));
    let mut found: Vec<&Claim> = Vec::new();
    for claim in striking.into_iter().flatten().chain(firsts) {
        if found.len() < limit && found.iter().all(|known| known.id != claim.id) {
            found.push(claim);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;
    use crate::story::{Evidence, Localised};

    fn evidence() -> Evidence {
        Evidence { paragraph: 1, sentence: 1, hash: 0, voice: 0, note: Localised::default(), excerpt: None }
    }

    /// A claim of a topic from a letter for each article: for, against, both, nothing.
    fn claim(topic: u8, stances: &str) -> Claim {
        let position = |(article, letter): (usize, char)| {
            let side = |letters: &str| if letters.contains(letter) { vec![evidence()] } else { Vec::new() };
            (letter != 'O').then(|| Position {
                article: article as u8,
                support: side("SB"),
                dispute: side("DB"),
                quantity: None,
                date: None,
            })
        };
        Claim {
            id: [stances, &topic.to_string()].concat(),
            topic,
            text: Localised::default(),
            quantity: None,
            date: None,
            wordings: Vec::new(),
            positions: stances.chars().enumerate().filter_map(position).collect(),
        }
    }

    #[test]
    fn stances_are_told_from_positions() {
        let claim = claim(0, "SDBO");
        let stances: Vec<Verdict> = (0..4).map(|article| stance(&claim, article)).collect();
        assert_eq!(stances, VERDICTS);
    }

    #[test]
    fn one_article_contradicts_another_only_when_they_differ() {
        for (stances, contradicted) in
            [("SD", true), ("SB", true), ("BB", true), ("BO", false), ("SS", false), ("DD", false)]
        {
            assert_eq!(is_contradicted(&claim(0, stances)), contradicted, "{stances}");
        }
        assert!(is_only_one(&claim(0, "OBO")) && !is_only_one(&claim(0, "SSO")));
    }

    #[test]
    fn filters_narrow_and_combine() {
        let story = Story {
            claims: vec![claim(0, "SO"), claim(0, "SD"), claim(1, "OD"), claim(1, "BS")],
            articles: Engine::embedded().unwrap().story().articles[..2].to_vec(),
            ..Story::default()
        };
        let count = |filter: Filter| filter.claims(&story).count();
        let all = Filter::default();
        assert_eq!(count(all), 4);
        assert_eq!(count(Filter { article: Some(0), ..all }), 3);
        assert_eq!(count(Filter { article: Some(0), stance: Some(Verdict::Omit), ..all }), 1);
        assert_eq!(count(Filter { stance: Some(Verdict::Dispute), ..all }), 2);
        assert_eq!(count(Filter { topic: Some(1), show: Show::Contradicted, ..all }), 1);
        assert_eq!(count(Filter { show: Show::OnlyOne, ..all }), 2);
    }

    #[test]
    fn coverage_counts_every_claim_once() {
        let claims = [claim(0, "SO"), claim(0, "SD"), claim(0, "OD"), claim(0, "BS")];
        let coverage = Coverage::of(claims.iter(), 0);
        assert_eq!(VERDICTS.map(|verdict| coverage.count(verdict)), [2, 0, 1, 1]);
        assert_eq!((coverage.total(), coverage.carried(), coverage.only_here), (4, 3, 1));
    }

    #[test]
    fn telling_claims_differ_and_are_as_many_as_wanted() {
        let engine = Engine::embedded().unwrap();
        let found = telling(engine.story(), 6);
        assert_eq!(found.len(), 6);
        assert!(found.iter().any(|claim| is_contradicted(claim)));
        assert!(found.iter().any(|claim| is_only_one(claim)));
    }
}
