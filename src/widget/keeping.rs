//! Keeping the claims of a visit for the next one, where the page wants it: in the browser's own storage, of this page's
//! origin, and nowhere else. A browser that refuses to store is no failure: the claims are then those of this visit.

use yew::{Callback, UseReducerHandle, hook, use_effect_with};

use super::state::{Action, State};

/// Whether a reader can go back to the claims asked before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Recents {
    /// Not at all.
    Off,
    /// To those of this visit: nothing is stored.
    #[default]
    Visit,
    /// Also to those of earlier visits: they are stored in the reader's browser until the reader forgets them.
    Keep,
}

impl Recents {
    /// Its name in options.
    pub fn name(self) -> &'static str {
        match self {
            Recents::Off => "off",
            Recents::Visit => "visit",
            Recents::Keep => "keep",
        }
    }

    /// The one with a name.
    pub fn from_name(name: &str) -> Option<Recents> {
        [Recents::Off, Recents::Visit, Recents::Keep].into_iter().find(|recents| recents.name() == name)
    }
}

/// Reads what earlier visits left and stores what is asked, as long as the page wants it.
#[hook]
pub(super) fn use_keeping(
    recents: Recents,
    story: &str,
    state: &UseReducerHandle<State>,
    on_action: &Callback<Action>,
) {
    let (key, keep) = (key(story), recents == Recents::Keep);
    use_effect_with((keep, key.clone()), {
        let on_action = on_action.clone();
        move |(keep, key)| {
            if let Some(written) = keep.then(|| storage()?.get_item(key).ok()?).flatten() {
                on_action.emit(Action::Recalled(written));
            }
        }
    });
    use_effect_with((keep, key, state.recent.clone()), |(keep, key, recent)| {
        let storage = storage().filter(|_| *keep && !recent.written().is_empty());
        if let Some(storage) = storage {
            // After what is stored, which a reset of this widget has forgotten but not the reader.
            let earlier = storage.get_item(key).ok().flatten().unwrap_or_default();
            let _ = storage.set_item(key, &recent.after(&earlier).written());
        }
    });
}

/// Takes what was stored away.
pub(super) fn forget(story: &str) {
    let _ = storage().map(|storage| storage.remove_item(&key(story)));
}

/// Under which name the claims asked of a story are stored.
fn key(story: &str) -> String {
    ["claim-check:recent:", story].concat()
}

/// The browser's storage; `None` where it is switched off or this page may not have it.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
