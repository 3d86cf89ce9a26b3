//! The JavaScript API: `check`, `loadStory` and `mount`, with the types that TypeScript sees.
//!
//! Thin by design: it turns values into JavaScript's and back. What it returns are the documented, versioned types in
//! [`types`], not the engine's own. Deliberately absent: verdicts, texts, and the custom element, which is JavaScript.

mod failure;
mod mount;
mod options;
mod searcher;
mod seat;
mod stop;
mod stories;
mod types;

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use crate::engine::{Engine, EngineError};
use crate::locale::Locale;
use crate::widget::StorySource;

pub use mount::Mounted;
pub use mount::mount;
pub use searcher::Searcher;

thread_local! {
    /// The story that `check` and the widgets mounted from now on use.
    static STORY: RefCell<StorySource> = const { RefCell::new(StorySource::Embedded) };
}

/// Checks a claim against the story: the embedded one, or the last that `loadStory` took.
///
/// `options` is a `CheckOptions` or nothing; without a language the texts are in the claim's own. The result is a
/// `Report` of version 1.
///
/// # Errors
/// Throws a `ClaimCheckError`: with code `bad-options` when the options are not what they should be, or with the code
/// of a story that could not be opened.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    stop::watch();
    let options = options::CheckOptions::read(&options)?;
    let engine = engine()?;
    let report = engine.check(text);
    let locale = options.locale.unwrap_or(Locale::new(report.language));
    write(&types::Report::of(&report, engine.story(), locale))
}

/// Loads a compiled story, which `check` and the widgets mounted from now on use.
///
/// Returns a `StoryInfo`. The story before stays when this one cannot be opened.
///
/// # Errors
/// Throws a `ClaimCheckError` with the code of what is wrong with the story.
#[wasm_bindgen(js_name = loadStory, unchecked_return_type = "StoryInfo")]
pub fn load_story(bytes: &[u8]) -> Result<JsValue, JsValue> {
    stop::watch();
    let engine = stories::open(bytes).map_err(failed)?;
    STORY.set(StorySource::Engine(Rc::clone(&engine)));
    write(&types::StoryInfo::of(engine.story()))
}

/// Opens a compiled story without using it: says what is in it, or throws what is wrong with it. A widget that is
/// mounted with the same bytes soon after shares what was read.
///
/// # Errors
/// Throws a `ClaimCheckError` with the code of what is wrong with the story.
#[wasm_bindgen(js_name = openStory, unchecked_return_type = "StoryInfo")]
pub fn open_story(bytes: &[u8]) -> Result<JsValue, JsValue> {
    stop::watch();
    let engine = stories::open(bytes).map_err(failed)?;
    write(&types::StoryInfo::of(engine.story()))
}

/// The source of the current story.
fn story() -> StorySource {
    STORY.with_borrow(Clone::clone)
}

fn engine() -> Result<Rc<Engine>, JsValue> {
    story().engine().map_err(failed)
}

fn failed(error: EngineError) -> JsValue {
    failure::thrown(error.code(), &error.to_string(), error.hint())
}

/// A value as plain JavaScript objects.
fn write(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| JsError::from(error).into())
}
