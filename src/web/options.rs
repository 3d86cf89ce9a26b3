//! Options as a page passes them.
//!
//! Read by hand: a general deserialiser would weigh more than everything else in this folder.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::failure::{bad_options, language};
use crate::locale::Locale;
use crate::story::{LanguageKey, Localised};
use crate::widget::{HostArticle, Recents, Theme};

/// `CheckOptions` of the TypeScript section.
#[derive(Default)]
pub(super) struct CheckOptions {
    pub(super) locale: Option<Locale>,
}

/// `MountOptions` of the TypeScript section. What is left out stays as it is, at first at its default.
#[derive(Default)]
pub(super) struct MountOptions {
    pub(super) locale: Option<Locale>,
    pub(super) claim: Option<String>,
    pub(super) heading: Option<String>,
    pub(super) examples: Option<Vec<Localised>>,
    pub(super) story: Option<Rc<[u8]>>,
    pub(super) theme: Option<Theme>,
    pub(super) permalink: Option<bool>,
    pub(super) structured: Option<bool>,
    pub(super) selection: Option<String>,
    pub(super) recents: Option<Recents>,
    pub(super) host: Option<HostArticle>,
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
            story: field(options, "story")?.map(bytes).transpose()?,
            theme: text(options, "theme")?.map(|name| theme(&name)).transpose()?,
            permalink: flag(options, "permalink")?,
            structured: flag(options, "structured")?,
            selection: text(options, "selection")?,
            recents: text(options, "recents")?.map(|name| recents(&name)).transpose()?,
            host: field(options, "host")?.map(|host| host_article(&host)).transpose()?,
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

fn text(options: &JsValue, key: &str) -> Result<Option<String>, JsValue> {
    let Some(value) = field(options, key)? else { return Ok(None) };
    match value.as_string() {
        Some(text) => Ok(Some(text)),
        None => Err(bad_options(&["expected a string as ", key, ", found something else"].concat())),
    }
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
        bad_options(&["expected \"visit\" or \"keep\" as recents, found \"", name, "\""].concat())
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

fn bytes(value: JsValue) -> Result<Rc<[u8]>, JsValue> {
    match value.dyn_into::<Uint8Array>() {
        Ok(array) => Ok(Rc::from(array.to_vec())),
        Err(_) => Err(bad_options("expected a Uint8Array as story, found something else")),
    }
}
