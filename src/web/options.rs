//! Options as a page passes them.
//!
//! Read by hand: a general deserialiser would weigh more than everything else in this folder.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::failure::{bad_options, language};
use crate::locale::Locale;
use crate::story::{LanguageKey, Localised};
use crate::widget::{HostArticle, Recents, Reveal, StorySource, Theme, View};

use super::stories;

/// `CheckOptions` of the TypeScript section.
#[derive(Default)]
pub(super) struct CheckOptions {
    pub(super) locale: Option<Locale>,
}

/// `MountOptions` of the TypeScript section. What is left out stays as it is, at first at its default; where `null` has a
/// meaning of its own, it is the default again.
#[derive(Default)]
pub(super) struct MountOptions {
    pub(super) locale: Option<Locale>,
    pub(super) claim: Option<String>,
    pub(super) heading: Option<String>,
    pub(super) examples: Option<Vec<Localised>>,
    pub(super) story: Option<StorySource>,
    pub(super) theme: Option<Theme>,
    pub(super) permalink: Option<bool>,
    pub(super) structured: Option<bool>,
    pub(super) selection: Option<Option<String>>,
    pub(super) host: Option<Option<HostArticle>>,
    pub(super) view: Option<View>,
    pub(super) reveal: Option<Reveal>,
    pub(super) recents: Option<Recents>,
    pub(super) search: Option<Option<Function>>,
    pub(super) on_answer: Option<Function>,
    pub(super) on_view: Option<Function>,
    pub(super) on_stop: Option<Function>,
}

impl CheckOptions {
    /// Reads the options; nothing stands for the defaults.
    pub(super) fn read(options: &JsValue) -> Result<CheckOptions, JsValue> {
        if is_nothing(options) {
            return Ok(CheckOptions::default());
        }
        Ok(CheckOptions { locale: locale(options)? })
    }
}

impl MountOptions {
    /// Reads the options; nothing stands for the defaults.
    pub(super) fn read(options: &JsValue) -> Result<MountOptions, JsValue> {
        if is_nothing(options) {
            return Ok(MountOptions::default());
        }
        Ok(MountOptions {
            locale: locale(options)?,
            claim: text(options, "claim")?,
            heading: text(options, "heading")?,
            examples: field(options, "examples")?.map(|list| examples(&list)).transpose()?,
            story: given(options, "story", story)?.map(Option::unwrap_or_default),
            theme: text(options, "theme")?.map(|name| theme(&name)).transpose()?,
            permalink: flag(options, "permalink")?,
            structured: flag(options, "structured")?,
            selection: given(options, "selection", |value| string(&value, "selection"))?,
            host: given(options, "host", |host| host_article(&host))?,
            view: text(options, "view")?.map(|name| view(&name)).transpose()?,
            reveal: text(options, "reveal")?.map(|name| reveal(&name)).transpose()?,
            recents: text(options, "recents")?.map(|name| recents(&name)).transpose()?,
            search: given(options, "search", |value| callable(value, "search"))?,
            on_answer: function(options, "onAnswer")?,
            on_view: function(options, "onView")?,
            on_stop: function(options, "onStop")?,
        })
    }
}

fn is_nothing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// A field that is there and not nothing.
fn field(options: &JsValue, key: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(options, &JsValue::from(key))
        .map_err(|_| bad_options("expected an object with options"))?;
    Ok((!is_nothing(&value)).then_some(value))
}

/// A field of which `null` says that it has no value any more: then there is one, and it is nothing.
fn given<T>(
    options: &JsValue,
    key: &str,
    read: impl FnOnce(JsValue) -> Result<T, JsValue>,
) -> Result<Option<Option<T>>, JsValue> {
    match field(options, key)? {
        Some(value) => read(value).map(|value| Some(Some(value))),
        None => {
            Ok(Reflect::get(options, &JsValue::from(key)).is_ok_and(|value| value.is_null()).then_some(None))
        }
    }
}

fn text(options: &JsValue, key: &str) -> Result<Option<String>, JsValue> {
    field(options, key)?.map(|value| string(&value, key)).transpose()
}

fn string(value: &JsValue, key: &str) -> Result<String, JsValue> {
    value
        .as_string()
        .ok_or_else(|| bad_options(&["expected a string as ", key, ", found something else"].concat()))
}

fn locale(options: &JsValue) -> Result<Option<Locale>, JsValue> {
    text(options, "language")?.map(|tag| language(&tag)).transpose()
}

fn flag(options: &JsValue, key: &str) -> Result<Option<bool>, JsValue> {
    let Some(value) = field(options, key)? else { return Ok(None) };
    match value.as_bool() {
        Some(flag) => Ok(Some(flag)),
        None => Err(bad_options(&["expected true or false as ", key, ", found something else"].concat())),
    }
}

fn theme(name: &str) -> Result<Theme, JsValue> {
    Theme::from_name(name).ok_or_else(|| {
        bad_options(&["expected \"system\", \"light\" or \"dark\" as theme, found \"", name, "\""].concat())
    })
}

fn recents(name: &str) -> Result<Recents, JsValue> {
    Recents::from_name(name).ok_or_else(|| {
        bad_options(&["expected \"off\", \"visit\" or \"keep\" as recents, found \"", name, "\""].concat())
    })
}

fn host_article(host: &JsValue) -> Result<HostArticle, JsValue> {
    let [article, within] = ["article", "within"].map(|key| text(host, key));
    match (article?, within?) {
        (Some(article), Some(within)) => Ok(HostArticle { article: article.into(), within: within.into() }),
        _ => Err(bad_options("expected an object with article and within as host, found something else")),
    }
}

fn examples(list: &JsValue) -> Result<Vec<Localised>, JsValue> {
    let example = |example: JsValue| {
        let mut texts = BTreeMap::new();
        for (key, tag) in [(LanguageKey::En, "en"), (LanguageKey::It, "it")] {
            if let Some(text) = text(&example, tag)? {
                texts.insert(key, text);
            }
        }
        Ok(Localised(texts))
    };
    if !Array::is_array(list) {
        return Err(bad_options("expected an array as examples, found something else"));
    }
    Array::from(list).iter().map(example).collect()
}

/// A story that cannot be opened is not refused here: the widget says what is wrong with it.
fn story(value: JsValue) -> Result<StorySource, JsValue> {
    let array = value
        .dyn_into::<Uint8Array>()
        .map_err(|_| bad_options("expected a Uint8Array as story, found something else"))?;
    let bytes = array.to_vec();
    Ok(stories::open(&bytes).map_or_else(|_| StorySource::Bytes(Rc::from(bytes)), StorySource::Engine))
}

fn view(name: &str) -> Result<View, JsValue> {
    match name {
        "ask" => Ok(View::Question),
        "explore" => Ok(View::Overview),
        _ => Err(bad_options(&["expected \"ask\" or \"explore\" as view, found \"", name, "\""].concat())),
    }
}

/// The name of a view in options and events.
pub(super) fn view_name(view: View) -> &'static str {
    match view {
        View::Question => "ask",
        View::Overview => "explore",
    }
}

fn reveal(name: &str) -> Result<Reveal, JsValue> {
    Reveal::from_name(name).ok_or_else(|| {
        let expected = "expected \"auto\", \"interaction\" or \"manual\" as reveal, found \"";
        bad_options(&[expected, name, "\""].concat())
    })
}

fn function(options: &JsValue, key: &str) -> Result<Option<Function>, JsValue> {
    field(options, key)?.map(|value| callable(value, key)).transpose()
}

fn callable(value: JsValue, key: &str) -> Result<Function, JsValue> {
    value
        .dyn_into()
        .map_err(|_| bad_options(&["expected a function as ", key, ", found something else"].concat()))
}
