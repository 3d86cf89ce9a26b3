//! Taking an answer away: addresses, data, what stands in the page.

use claim_check::{ClaimCheckProps, Language, check};
use js_sys::{JSON, Reflect, decode_uri_component};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, document, props};

const COVERED: &str = "Doubao was launched in August 2023";
const OTHER: &str = "ByteDance ordered 200,000 Ascend chips";

fn shared() -> ClaimCheckProps {
    ClaimCheckProps { permalink: true, structured: true, ..props(Language::English) }
}

fn fragment() -> String {
    document().location().unwrap().hash().unwrap()
}

fn field(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}

#[wasm_bindgen_test]
async fn the_address_follows_the_claim_and_restores_it() {
    let page = Page::open(shared()).await;
    page.ask(COVERED).await;
    page.until("the address names it", |_| {
        fragment() == "#claim=Doubao%20was%20launched%20in%20August%202023"
    })
    .await;
    document()
        .location()
        .unwrap()
        .set_hash("claim=ByteDance%20ordered%20200%2C000%20Ascend%20chips")
        .unwrap();
    page.until("the claim of the address is there", |page| page.input().value() == OTHER).await;
    page.until("it is answered in full", |page| page.text(".cc-summary").contains("dispute")).await;
    let again = Page::open(shared()).await;
    again.until("it is restored from the start", |page| page.has(".cc-article")).await;
    assert_eq!(again.input().value(), OTHER);
    drop(again);
    page.click(".cc-clear");
    page.until("the address is itself again", |_| fragment().is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_page_that_does_not_want_it_keeps_its_address() {
    let page = Page::open(props(Language::English)).await;
    page.ask(COVERED).await;
    assert!(page.has("[data-share=text]") && page.has("[data-share=markdown]"));
    assert!(!page.has("[data-share=link]") && !page.has("script"));
    assert_eq!(fragment(), "");
}

#[wasm_bindgen_test]
async fn the_download_is_what_the_api_answers() {
    let page = Page::open(props(Language::English)).await;
    page.ask(OTHER).await;
    let address = page.attribute("[data-share=json]", "href").unwrap();
    let data = address.strip_prefix("data:application/json;charset=utf-8,").unwrap();
    let ours = JSON::parse(&String::from(decode_uri_component(data).unwrap())).unwrap();
    let theirs = check(OTHER, JsValue::UNDEFINED).unwrap();
    for key in ["version", "claim", "language", "summary"] {
        assert_eq!(field(&ours, key), field(&theirs, key), "{key}");
    }
    let first = |report: &JsValue| field(&field(report, "articles"), "0");
    for key in ["id", "label", "verdict", "confidence"] {
        assert_eq!(field(&first(&ours), key), field(&first(&theirs), key), "{key}");
    }
    let evidence = |report: &JsValue| field(&field(&first(report), "evidence"), "0");
    for key in ["claim", "stance", "voice", "voiceLabel", "paragraph", "sentence", "hash", "note"] {
        assert_eq!(field(&evidence(&ours), key), field(&evidence(&theirs), key), "{key}");
    }
    let reason = |report: &JsValue| field(&field(&field(&evidence(report), "reasons"), "0"), "text");
    assert_eq!(reason(&ours), reason(&theirs));
}

#[wasm_bindgen_test]
async fn the_claim_stands_in_the_page_as_data() {
    let page = Page::open(shared()).await;
    page.ask(COVERED).await;
    let claim = JSON::parse(&page.text("script[type='application/ld+json']")).unwrap();
    assert_eq!(field(&claim, "@type").as_string().as_deref(), Some("Claim"));
    assert_eq!(field(&claim, "text").as_string().as_deref(), Some(COVERED));
    assert!(field(&field(&field(&claim, "appearance"), "0"), "name").as_string().is_some());
    page.click(".cc-clear");
    page.until("the address is itself again", |_| fragment().is_empty()).await;
}

#[wasm_bindgen_test]
async fn copying_says_how_it_went() {
    let page = Page::open(props(Language::English)).await;
    page.ask(COVERED).await;
    page.click("[data-share=text]");
    // A browser without a reader may refuse; then the text is there to be copied by hand.
    let by_hand = ".cc-by-hand textarea[readonly]";
    page.until("one of both is there", |page| !page.text(".cc-notice").is_empty() || page.has(by_hand)).await;
    assert_eq!(page.text(".cc-notice"), if page.has(by_hand) { "" } else { "Copied." });
    assert!(!page.has(by_hand) || page.is_focused(by_hand));
}
