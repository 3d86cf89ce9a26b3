//! Stories that are open, so that all widgets of a page share what was read once.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use crate::engine::{Engine, EngineError};

/// How many stories are kept open for widgets to come. A page has one or two; each takes some megabytes of memory.
const KEPT: usize = 4;

/// Hash of a story's bytes, and the engine for it.
type Opened = (u64, Rc<Engine>);

thread_local! {
    /// The stories opened last, the latest at the end.
    static OPENED: RefCell<Vec<Opened>> = const { RefCell::new(Vec::new()) };
}

/// The engine for a compiled story; the one from before when the same bytes were opened lately.
pub(super) fn open(bytes: &[u8]) -> Result<Rc<Engine>, EngineError> {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let hash = hasher.finish();
    let known = OPENED
        .with_borrow(|opened| opened.iter().find(|(key, _)| *key == hash).map(|(_, engine)| engine.clone()));
    let engine = match known {
        Some(engine) => engine,
        None => Rc::new(Engine::from_bytes(bytes)?),
    };
    OPENED.with_borrow_mut(|opened| {
        opened.retain(|(key, _)| *key != hash);
        opened.push((hash, Rc::clone(&engine)));
        if opened.len() > KEPT {
            opened.remove(0);
        }
    });
    Ok(engine)
}
