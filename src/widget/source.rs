//! Where a widget takes its story from.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::engine::{Engine, EngineError};

/// Where a widget takes its story from.
///
/// Two sources are equal when they are the very same: a page that passes the same one again changes nothing.
#[derive(Clone, Debug, Default)]
pub enum StorySource {
    /// The story that is compiled in.
    #[default]
    Embedded,
    /// A compiled story, as loaded from a file.
    Bytes(Rc<[u8]>),
    /// An engine that was made before.
    Engine(Rc<Engine>),
}

impl PartialEq for StorySource {
    fn eq(&self, other: &StorySource) -> bool {
        match (self, other) {
            (StorySource::Embedded, StorySource::Embedded) => true,
            (StorySource::Bytes(ours), StorySource::Bytes(theirs)) => Rc::ptr_eq(ours, theirs),
            (StorySource::Engine(ours), StorySource::Engine(theirs)) => Rc::ptr_eq(ours, theirs),
            _ => false,
        }
    }
}

impl StorySource {
    /// The engine for the story. The one for the embedded story is made once and shared by all widgets of a page.
    ///
    /// # Errors
    /// When the bytes are not a story, damaged, or of another version.
    pub fn engine(&self) -> Result<Rc<Engine>, EngineError> {
        match self {
            StorySource::Embedded => embedded(),
            StorySource::Bytes(bytes) => Engine::from_bytes(bytes).map(Rc::new),
            StorySource::Engine(engine) => Ok(Rc::clone(engine)),
        }
    }
}

fn embedded() -> Result<Rc<Engine>, EngineError> {
    thread_local! {
        static EMBEDDED: OnceCell<Rc<Engine>> = const { OnceCell::new() };
    }
    EMBEDDED.with(|cell| {
        if let Some(engine) = cell.get() {
            return Ok(Rc::clone(engine));
        }
        let engine = Rc::new(Engine::embedded()?);
        Ok(Rc::clone(cell.get_or_init(|| engine)))
    })
}
