//! The JavaScript API: what it returns and what it throws.

use claim_check::{check, load_story, mount};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{document, place};

const COVERED: &str = "ByteDance plans to train a new AI model on Huawei chips";

fn field(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}

fn text(value: &JsValue, key: &str) -> String {
    field(value, key).as_string().unwrap_or_else(|| panic!("{key} is a string"))
}

fn list(value: &JsValue, key: &str) -> Vec<JsValue> {
    field(value, key).dyn_into::<Array>().unwrap_or_else(|_| panic!("{key} is an array")).to_vec()
}

fn options(key: &str, value: &str) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &key.into(), &value.into()).unwrap();
    options.into()
}

/// Code of what was thrown, which must be an error with a message and a hint.
fn code(thrown: &JsValue) -> String {
    let error: &Error = thrown.dyn_ref().expect("an Error");
    assert_eq!(error.name(), "ClaimCheckError");
    assert!(!String::from(error.message()).is_empty());
    assert!(!text(thrown, "hint").is_empty());
    text(thrown, "code")
}

#[wasm_bindgen_test]
fn check_returns_a_typed_report() {
    let report = check(COVERED, JsValue::UNDEFINED).unwrap();
    assert_eq!(field(&report, "version").as_f64(), Some(1.0));
    assert_eq!(text(&report, "claim"), COVERED);
    assert_eq!(text(&report, "language"), "en");
    assert!(text(&report, "summary").ends_with('.'));
    let articles = list(&report, "articles");
    assert_eq!(articles.len(), 5);
    for article in &articles {
        assert!(["support", "dispute", "both", "omit"].contains(&text(article, "verdict").as_str()));
        assert!(["firm", "possible"].contains(&text(article, "confidence").as_str()));
        assert!(!text(article, "label").is_empty());
    }
    let evidence = articles.iter().flat_map(|article| list(article, "evidence")).next().expect("evidence");
    for key in ["claim", "stance", "voice", "voiceLabel", "note"] {
        assert!(!text(&evidence, key).is_empty(), "{key}");
    }
    assert_eq!(text(&evidence, "hash").len(), 16);
    assert!(field(&evidence, "paragraph").as_f64() >= Some(1.0));
    let reason = list(&evidence, "reasons").first().cloned().expect("a reason");
    assert!(!text(&reason, "kind").is_empty() && text(&reason, "text").ends_with('.'));
    let part = list(&report, "parts").first().cloned().expect("a part");
    assert_eq!(list(&part, "verdicts").len(), 5);
    assert!(field(&list(&part, "matches")[0], "decided").as_bool().is_some());
}

#[wasm_bindgen_test]
fn texts_are_in_the_language_asked_for() {
    let report = check(COVERED, options("language", "it")).unwrap();
    assert_eq!(text(&report, "language"), "en", "the claim's own");
    assert!(text(&report, "summary").contains("articol"), "{}", text(&report, "summary"));
}

#[wasm_bindgen_test]
fn spans_count_as_javascript_does() {
    let claim = "😀 è: ByteDance ordered 900,000 Ascend 910B chips from Huawei";
    let report = check(claim, JsValue::UNDEFINED).unwrap();
    let units: Vec<u16> = claim.encode_utf16().collect();
    let part = list(&report, "parts").first().cloned().expect("a part");
    let span = field(&part, "span");
    let end = field(&span, "end").as_f64().unwrap() as usize;
    assert!(end <= units.len(), "{end} in {}", units.len());
    let words = list(&report, "articles")
        .iter()
        .flat_map(|article| list(article, "evidence"))
        .flat_map(|evidence| list(&evidence, "reasons"))
        .map(|reason| field(&reason, "span"))
        .filter(|span| span.is_object())
        .map(|span| {
            let at = |key: &str| field(&span, key).as_f64().unwrap() as usize;
            String::from_utf16(&units[at("start")..at("end")]).unwrap()
        })
        .collect::<Vec<_>>();
    assert!(words.iter().any(|words| words.contains("900,000")), "{words:?}");
}

#[wasm_bindgen_test]
fn anything_is_answered() {
    for claim in ["", "   ", "?", "…", "\u{0}", "9999999999999999999999 chips", "\u{202e}abc", "💥💥"] {
        let report = check(claim, JsValue::NULL).unwrap();
        assert_eq!(list(&report, "articles").len(), 5, "{claim:?}");
    }
}

#[wasm_bindgen_test]
fn bad_options_are_refused() {
    assert_eq!(code(&check(COVERED, options("language", "de")).unwrap_err()), "bad-options");
    assert_eq!(code(&check(COVERED, JsValue::from(3)).unwrap_err()), "bad-options");
    place("options");
    assert_eq!(code(&mount(&"#options".into(), options("examples", "none")).err().unwrap()), "bad-options");
    assert_eq!(code(&mount(&"#options".into(), options("story", "none")).err().unwrap()), "bad-options");
    assert_eq!(code(&mount(&"#options".into(), options("recents", "always")).err().unwrap()), "bad-options");
}

#[wasm_bindgen_test]
fn a_bad_story_is_refused_and_the_one_before_stays() {
    let expected = claim_check::Engine::from_bytes(b"no story").unwrap_err().code();
    assert_eq!(code(&load_story(b"no story").unwrap_err()), expected);
    assert_eq!(list(&check(COVERED, JsValue::UNDEFINED).unwrap(), "articles").len(), 5);
}

#[wasm_bindgen_test]
async fn a_widget_is_mounted_changed_and_taken_down() {
    let place = place("mounted");
    let mut mounted = mount(&"#mounted".into(), options("claim", COVERED)).unwrap();
    let until = async |holds: &dyn Fn() -> bool| {
        for _ in 0..500 {
            if holds() {
                return true;
            }
            TimeoutFuture::new(10).await;
        }
        false
    };
    let has = |selector: &str| place.query_selector(selector).unwrap().is_some();
    assert!(until(&|| has(".claim-check[lang=en] .cc-summary")).await);
    mounted.update(options("language", "it")).unwrap();
    assert!(until(&|| has(".claim-check[lang=it] .cc-summary")).await);
    assert_eq!(code(&mounted.update(options("language", "de")).unwrap_err()), "bad-options");
    mounted.destroy();
    mounted.destroy();
    assert!(until(&|| place.first_element_child().is_none()).await);
    place.remove();
}

#[wasm_bindgen_test]
fn a_place_that_is_not_there_is_told() {
    assert!(document().query_selector("#nowhere").unwrap().is_none());
    assert_eq!(code(&mount(&"#nowhere".into(), JsValue::UNDEFINED).err().unwrap()), "no-such-element");
    assert_eq!(code(&mount(&"no selector!".into(), JsValue::UNDEFINED).err().unwrap()), "no-such-element");
}
