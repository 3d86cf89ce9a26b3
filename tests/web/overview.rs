//! The overview: claims against articles, filters, evidence in place.

use claim_check::{Engine, Language};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, props};

async fn overview(language: Language) -> Page {
    let page = Page::open(props(language)).await;
    page.click("[role=tab][aria-selected=false]");
    page.until("the overview is there", |page| page.has(".cc-grid")).await;
    page
}

#[wasm_bindgen_test]
async fn tabs_are_chosen_by_arrow_keys() {
    let page = Page::open(props(Language::English)).await;
    page.press_at("[role=tablist] [aria-selected=true]", "ArrowRight", false);
    page.until("the overview is there", |page| page.has(".cc-grid")).await;
    page.until("its tab has the focus", |page| page.is_focused("[role=tab][aria-selected=true]")).await;
    assert_eq!(page.attribute("[role=tab][aria-selected=false]", "tabindex").as_deref(), Some("-1"));
    let panel = page.attribute("[role=tab][aria-selected=true]", "aria-controls");
    assert_eq!(panel, page.attribute("[role=tabpanel]", "id"));
    page.press_at("[role=tablist] [aria-selected=true]", "ArrowLeft", false);
    page.until("the question is back", |page| page.has("textarea")).await;
}

#[wasm_bindgen_test]
async fn topics_are_folded_until_they_are_wanted() {
    let page = overview(Language::English).await;
    let story = Engine::embedded().unwrap().story().clone();
    assert_eq!(page.all(".cc-topic").len(), story.topics.len());
    assert!(!page.has(".cc-claim"), "no rows before they are wanted");
    page.click(".cc-fold");
    page.until("a topic is unfolded", |page| page.has(".cc-claim")).await;
    assert_eq!(page.attribute(".cc-fold", "aria-expanded").as_deref(), Some("true"));
    let first = story.claims.iter().filter(|claim| claim.topic == 0).count();
    assert_eq!(page.all(".cc-claim").len(), first);
    assert_eq!(page.all(".cc-claim td").len(), first * story.articles.len());
    assert!(!page.has("[style]"), "a strict content security policy blocks inline styles");
}

#[wasm_bindgen_test]
async fn a_cell_opens_its_evidence_and_shuts_it() {
    let page = overview(Language::English).await;
    page.click(".cc-fold");
    page.until("a topic is unfolded", |page| page.has("button.cc-cell")).await;
    page.click("button.cc-cell");
    page.until("its evidence is there", |page| page.has(".cc-proof .cc-note")).await;
    assert_eq!(page.all(".cc-proof .cc-side").len(), 2);
    assert_eq!(page.attribute("button.cc-cell", "aria-expanded").as_deref(), Some("true"));
    assert_eq!(page.attribute("button.cc-cell", "aria-controls"), page.attribute(".cc-proof td", "id"));
    page.click("button.cc-cell");
    page.until("it is gone", |page| !page.has(".cc-proof")).await;
}

#[wasm_bindgen_test]
async fn a_claim_of_the_overview_is_checked() {
    let page = overview(Language::English).await;
    page.click(".cc-fold");
    page.until("a topic is unfolded", |page| page.has("button.cc-cell")).await;
    page.click("button.cc-cell");
    page.until("its evidence is there", |page| page.has("[data-check]")).await;
    let claim = page.text(".cc-claim:has(+ .cc-proof) th");
    page.click("[data-check]");
    page.until("it is answered", |page| page.has(".cc-article")).await;
    assert_eq!(page.input().value(), claim);
}

#[wasm_bindgen_test]
async fn filters_narrow_the_claims_and_are_reset() {
    let page = overview(Language::English).await;
    let whole = page.text(".cc-found p");
    page.click("[data-show=contradicted]");
    page.until("fewer are left", |page| page.text(".cc-found p") != whole).await;
    page.until("its button is pressed", |page| page.has("[data-show=contradicted][aria-pressed=true]")).await;
    page.choose("[data-filter=topic]", "0");
    page.until("one topic is left", |page| page.all(".cc-topic").len() < 2).await;
    page.click(".cc-reset");
    page.until("all are back", |page| page.text(".cc-found p") == whole).await;
    page.choose("[data-filter=article]", "0");
    page.choose("[data-filter=stance]", "1");
    page.until("one stance is left", |page| {
        page.text("[data-show=all] strong").parse::<usize>().is_ok_and(|count| count < 50)
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_overview_speaks_italian() {
    let page = overview(Language::Italian).await;
    assert!(page.text(".cc-found p").contains("affermazioni"));
    assert!(page.text("[data-show=contradicted]").starts_with("Gli articoli si contraddicono"));
}
