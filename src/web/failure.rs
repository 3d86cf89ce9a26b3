//! What the API throws: a JavaScript `Error` with a stable `code`, a `message` and a `hint`.

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

use crate::locale::Locale;

/// A failure as JavaScript's `Error`, named `ClaimCheckError`.
pub(super) fn thrown(code: &str, message: &str, hint: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("ClaimCheckError");
    for (key, value) in [("code", code), ("hint", hint)] {
        // Cannot fail: the object was just made and is not frozen.
        let _ = Reflect::set(&error, &key.into(), &value.into());
    }
    error.into()
}

/// Options that are not what they should be.
pub(super) fn bad_options(message: &str) -> JsValue {
    thrown("bad-options", message, "compare the options with the types in claim_check.d.ts")
}

/// The locale of a language that a page asks for.
pub(super) fn language(tag: &str) -> Result<Locale, JsValue> {
    Locale::from_tag(tag)
        .ok_or_else(|| bad_options(&["expected \"en\" or \"it\" as language, found \"", tag, "\""].concat()))
}
