//! Checks in a worker: there the whole story, on the page only what is shown of it.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{failed, stop, stories};
use crate::engine::Engine;
use crate::widget::{StorySource, pack};

/// A story in a worker, in which claims are searched for a widget of the page.
#[wasm_bindgen]
pub struct Searcher {
    engine: Rc<Engine>,
}

#[wasm_bindgen]
impl Searcher {
    /// Opens a compiled story, or the one that is compiled in when there are no bytes.
    ///
    /// # Errors
    /// Throws a `ClaimCheckError` with the code of what is wrong with the story.
    pub fn open(bytes: Option<Vec<u8>>) -> Result<Searcher, JsValue> {
        stop::watch();
        let engine = match bytes {
            Some(bytes) => stories::open(&bytes),
            None => StorySource::Embedded.engine(),
        };
        Ok(Searcher { engine: engine.map_err(failed)? })
    }

    /// The compiled story without what only a search needs: for the widget that asks here.
    pub fn outline(&self) -> Vec<u8> {
        self.engine.story().outline().to_bytes()
    }

    /// The answer to a text, packed for the option `search` of `mount` and for `Mounted.read`.
    pub fn search(&self, text: &str) -> Vec<u8> {
        pack(&self.engine.check(text))
    }
}
