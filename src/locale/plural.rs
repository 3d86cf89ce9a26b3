//! Which form of a text a number wants.
//!
//! In a browser its own rules of the language decide, `Intl.PluralRules`, so that a language needs no code here. Elsewhere
//! stands the rule that all languages of the interface share.

/// Whether a number of things takes the form for one.
#[cfg(target_arch = "wasm32")]
pub(super) fn is_one(tag: &str, count: usize) -> bool {
    use js_sys::{Array, Intl::PluralRules, Object};
    let rules = PluralRules::new(&Array::of1(&tag.into()), &Object::new());
    rules.select(count as f64) == "one"
}

/// Whether a number of things takes the form for one.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn is_one(_tag: &str, count: usize) -> bool {
    count == 1
}
