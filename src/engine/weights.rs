//! The weights of the model, written by `claim-check train`: one for each feature, in the features' order.

/// Weights of the features.
pub(crate) const WEIGHTS: [f32; super::FEATURES.len()] = [
    0.0,  // same
    -0.3, // denied
    -0.3, // altered
    -0.3, // unsettled
    3.0,  // reader-covered
    1.5,  // wording-covered
    3.0,  // both-covered
    -3.0, // foreign-to-claim
    -3.0, // unheard-in-story
    0.8,  // matched-weight
    -1.5, // name-extra
    -1.0, // name-missing
    -0.7, // name-replaced
    -0.5, // roles-swapped
    0.5,  // quantity-agrees
    -0.8, // quantity-extra
    -0.5, // quantity-missing
    -0.3, // quantity-differs
    0.5,  // date-agrees
    -0.8, // date-extra
    -0.5, // date-missing
    -0.3, // date-differs
    -0.5, // by-negation
    -0.5, // by-antonym
    -0.8, // certainty-differs
    -0.5, // additive
    -0.5, // source-extra
    -1.0, // related-only
];

/// Score of the hypothesis that no article covers the claim.
pub(crate) const NONE: f32 = 3.6;
