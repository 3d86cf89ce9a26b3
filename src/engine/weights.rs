//! The weights of the model, written by `claim-check train`: one for each feature, in the features' order.

/// Weights of the features.
pub(crate) const WEIGHTS: [f32; super::FEATURES.len()] = [
    0.559, // same
    -0.024, // denied
    0.039, // altered
    -0.742, // unsettled
    0.906, // reader-covered
    3.053, // wording-covered
    1.977, // both-covered
    -5.638, // foreign-to-claim
    0.594, // unheard-in-story
    1.706, // matched-weight
    -1.603, // name-extra
    -3.423, // name-missing
    -0.914, // name-replaced
    -1.077, // roles-swapped
    0.292, // quantity-agrees
    0.031, // quantity-extra
    -1.025, // quantity-missing
    1.374, // quantity-differs
    2.378, // date-agrees
    0.421, // date-extra
    -1.649, // date-missing
    3.254, // date-differs
    0.030, // by-negation
    -1.635, // by-antonym
    -4.157, // certainty-differs
    2.415, // additive
    -1.233, // source-extra
    -2.298, // related-only
    0.171, // leaning-to-kind
    -0.301, // leaning-to-others
    -0.050, // key-missing
    0.757, // key-found
    1.584, // as-authored
];

/// Score of the hypothesis that no article covers the claim.
pub(crate) const NONE: f32 = 2.866;
