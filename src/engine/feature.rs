//! What the model sees of a comparison: a fixed set of named numbers.

use std::ops::{Index, IndexMut};

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// One thing measured when a reader's claim is compared with a wording. Values lie between 0 and about 3.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Feature { $($(#[$doc])* $name),+ }

        /// All features with their names, in order.
        pub const FEATURES: &[(Feature, &str)] = &[$((Feature::$name, $key)),+];
    };
}

features! {
    /// Hypothesis: the reader's claim says the same.
    Same = "same",
    /// Hypothesis: it denies the claim.
    Denied = "denied",
    /// Hypothesis: it puts something else in place of a part.
    Altered = "altered",
    /// Hypothesis: it is close but not settled by any article.
    Unsettled = "unsettled",
    /// Weighted share of the reader's content that the wording has.
    ReaderCovered = "reader-covered",
    /// Weighted share of the wording's content that the reader's claim has.
    WordingCovered = "wording-covered",
    /// Product of both.
    BothCovered = "both-covered",
    /// Share of the reader's content that no wording of this claim has.
    Foreign = "foreign-to-claim",
    /// Share of the reader's content that no wording of the story has.
    Unheard = "unheard-in-story",
    /// Weight of the matched content, to tell a full match from a match of one word.
    MatchedWeight = "matched-weight",
    /// Names of the reader's claim that the wording lacks, with nothing in their place.
    NameExtra = "name-extra",
    /// Weight of names that the wording has and the reader's claim lacks.
    NameMissing = "name-missing",
    /// A name stands in the place of another of its kind.
    NameReplaced = "name-replaced",
    /// Two names have changed places.
    RolesSwapped = "roles-swapped",
    /// Quantities agree.
    QuantityAgrees = "quantity-agrees",
    /// A quantity of the reader's claim has no counterpart.
    QuantityExtra = "quantity-extra",
    /// A quantity of the wording has no counterpart.
    QuantityMissing = "quantity-missing",
    /// A quantity conflicts.
    QuantityDiffers = "quantity-differs",
    /// Dates agree.
    DateAgrees = "date-agrees",
    /// A date of the reader's claim has no counterpart or is finer.
    DateExtra = "date-extra",
    /// A date of the wording has no counterpart.
    DateMissing = "date-missing",
    /// A date conflicts.
    DateDiffers = "date-differs",
    /// The relation was reached by a difference in negation.
    ByNegation = "by-negation",
    /// The relation was reached by an antonym.
    ByAntonym = "by-antonym",
    /// The reader's claim is about certainty and the wording is not, or the other way round.
    CertaintyDiffers = "certainty-differs",
    /// The reader's claim adds somebody ("also") where the wording names another.
    Additive = "additive",
    /// The reader's claim names an outlet as its source that the wording lacks.
    SourceExtra = "source-extra",
    /// Matched terms that are only related, not the same.
    Related = "related-only",
    /// How much the reader's words are typical of the wording's kind rather than of wordings that say the same.
    Leaning = "leaning-to-kind",
    /// For the hypothesis of saying the same: how much the reader's words are typical of another kind.
    LeaningAway = "leaning-to-others",
    /// Weight of the wording's words that no wording saying the same has and the reader's claim lacks.
    KeyMissing = "key-missing",
    /// Weight of the wording's words that no wording saying the same has and the reader's claim has.
    KeyFound = "key-found",
    /// Weight of the heaviest of the reader's words that no wording of this claim has.
    WorstForeign = "worst-foreign",
    /// Both have the same predicate.
    PredicateSame = "predicate-same",
    /// Both have a predicate, and they are not kin.
    PredicateOther = "predicate-other",
    /// The reader's claim says that somebody says it, the wording does not.
    SpeechExtra = "speech-extra",
    /// The wording says that somebody says it, the reader's claim does not.
    SpeechMissing = "speech-missing",
    /// The reader's claim names who says it, and the wording does not name them.
    SpeakerExtra = "speaker-extra",
    /// Conflicts beyond the first: two altered things make another statement.
    ManyConflicts = "many-conflicts",
    /// Weight of the reader's words in whose place the wording has another of the same kind.
    SiblingReplaced = "sibling-replaced",
    /// The same one does the same thing.
    FrameSame = "frame-same",
    /// The same one does another thing, or another one does the same.
    FrameBroken = "frame-broken",
    /// Weight of the reader's words that only wordings which deny or alter this claim have.
    ContraryWords = "contrary-words",
    /// Turned by negation or an antonym: share of the wording's content that the reader's claim lacks.
    TurnedWording = "turned-wording-uncovered",
    /// Turned by negation or an antonym: share of the reader's content that the wording lacks.
    TurnedReader = "turned-reader-uncovered",
    /// Turned by negation or an antonym: weight of the wording's words that no wording saying the same has.
    TurnedKey = "turned-key",
    /// The number of negations is that of the claim itself, and the relation is to deny; or the other way round.
    PolarityUnusual = "polarity-unusual",
    /// The network's score for the wording's kind of this claim.
    KindScore = "kind-score",
    /// The network's score for the relation to this claim.
    RelationScore = "relation-score",
    /// How far the network's score for the wording's kind of this claim lies below its best for any claim.
    KindBehind = "kind-behind",
    /// The network's score for everything that leads to the same verdicts.
    OutcomeScore = "outcome-score",
    /// The network alone says that the claim is spoken of in this way; no wording shows it.
    Unshown = "unshown",
    /// How many wordings lead to the same relation, each by how well it covers; logarithmic.
    Density = "density",
    /// The relation is the one the wording's authors gave it, nothing turned it.
    AsAuthored = "as-authored",
    // What follows is known only once all hypotheses have been judged by themselves, and used only in the second look.
    /// Hypothesis: no claim of the story is meant.
    NoClaim = "no-claim",
    /// The log-linear model's score.
    FirstScore = "first-score",
    /// How far that lies below the best.
    FirstBehind = "first-behind",
    /// How far that lies above the best of another relation to the same claim.
    AheadInClaim = "ahead-in-claim",
    /// How far that lies above the best about another claim.
    AheadOfOthers = "ahead-of-others",
    /// The network's scores for saying the same, denying and altering this claim.
    SameScore = "same-score",
    /// See above.
    DeniedScore = "denied-score",
    /// See above.
    AlteredScore = "altered-score",
    /// How far the network's score for the relation lies above that of the other relations to this claim.
    RelationAhead = "relation-ahead",
    /// The network's score for everything unsettled.
    NoneScore = "none-score",
    /// The network's best score for any class.
    BestScore = "best-score",
    /// How far the network's score for the relation lies above that for everything unsettled.
    AboveNone = "above-none",
    /// Relations to this claim that are in the contest.
    Rivals = "rivals",
    /// Negations of the reader's claim.
    Negations = "negations",
    /// Content words and names of the reader's claim.
    Length = "length",
}

/// Number of features that are known of a hypothesis by itself; the others follow.
pub(crate) const BY_ITSELF: usize = Feature::NoClaim as usize;

/// Values of all features.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Features(pub [f32; FEATURES.len()]);

impl Default for Features {
    fn default() -> Features {
        Features([0.0; FEATURES.len()])
    }
}

impl Features {
    /// Weighted sum of the features that are known of a hypothesis by itself.
    pub(crate) fn dot(&self, weights: &[f32; BY_ITSELF]) -> f32 {
        self.0.iter().zip(weights).map(|(value, weight)| value * weight).sum()
    }
}

impl Index<Feature> for Features {
    type Output = f32;
    fn index(&self, feature: Feature) -> &f32 {
        &self.0[feature as usize]
    }
}

impl IndexMut<Feature> for Features {
    fn index_mut(&mut self, feature: Feature) -> &mut f32 {
        &mut self.0[feature as usize]
    }
}
