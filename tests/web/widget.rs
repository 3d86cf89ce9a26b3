//! The widget as a reader uses it.

use std::rc::Rc;

use claim_check::{ClaimCheckProps, Engine, Language, LanguageKey, Localised, Recents, StorySource, Theme};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, props};

const COVERED: &str = "ByteDance plans to train a new AI model on Huawei chips";
const FOREIGN: &str = "The city council voted against a new swimming pool";

fn english() -> ClaimCheckProps {
    props(Language::English)
}

fn examples() -> Rc<Vec<Localised>> {
    let texts = [(LanguageKey::En, COVERED.to_owned()), (LanguageKey::It, "Un'affermazione".to_owned())];
    Rc::new(vec![Localised(texts.into_iter().collect())])
}

#[wasm_bindgen_test]
async fn mounts_with_a_labelled_input_and_claims_to_try() {
    let page = Page::open(english()).await;
    let label = page.all("label");
    assert_eq!(label[0].get_attribute("for").unwrap(), page.input().id());
    assert!(page.has("button[type=submit]"));
    assert!(!page.all(".cc-example").is_empty(), "the story's own claims are suggested");
    assert_eq!(page.text("[role=status]"), "");
    assert!(!page.has(".cc-summary"));
}

#[wasm_bindgen_test]
async fn a_typed_claim_is_answered_in_short_and_enter_shows_all() {
    let page = Page::open(english()).await;
    page.write(COVERED);
    page.until("the short answer is there", |page| page.has(".cc-compact .cc-summary")).await;
    assert_eq!(page.all(".cc-strip li").len(), 5);
    assert!(!page.has(".cc-article") && !page.has(".cc-evidence"));
    let total: u32 =
        page.all(".cc-count strong").iter().map(|n| n.text_content().unwrap().parse::<u32>().unwrap()).sum();
    assert_eq!(total, 5);
    page.press("Enter");
    page.until("the full answer is there", |page| page.has(".cc-article")).await;
    assert!(!page.has(".cc-compact"));
    page.write("ByteDance ordered 900,000 Ascend 910B chips from Huawei");
    page.until("the answer follows", |page| page.has("mark.cc-yours")).await;
    assert!(page.has(".cc-article"), "it stays open while the claim is edited");
}

#[wasm_bindgen_test]
async fn every_article_has_a_row_with_both_sides() {
    let page = Page::open(english()).await;
    page.ask(COVERED).await;
    assert_eq!(page.all(".cc-article").len(), 5);
    assert_eq!(page.all(".cc-article .cc-side").len(), 10, "an empty side is drawn as well");
    let badges: Vec<String> =
        page.all(".cc-badge").iter().map(|badge| badge.text_content().unwrap()).collect();
    assert_eq!(badges.len(), 5);
    assert!(
        badges.iter().all(|badge| ["Supports", "Disputes", "Both sides", "Omits"].contains(&badge.as_str()))
    );
    assert!(badges.iter().any(|badge| badge != "Omits"), "{badges:?}");
    assert!(page.has(".cc-evidence .cc-note") && page.has(".cc-evidence .cc-meta"));
    assert!(page.has(".cc-rest:not([open])"), "further places are folded away");
}

#[wasm_bindgen_test]
async fn verdicts_are_told_by_shape_and_word() {
    let page = Page::open(english()).await;
    page.ask(COVERED).await;
    assert!(
        page.all(".cc-badge")
            .iter()
            .all(|badge| badge.query_selector("svg[aria-hidden=true]").unwrap().is_some())
    );
    assert!(page.has(".cc-bar[aria-hidden=true]"));
    assert!(!page.has("[style]"), "a strict content security policy blocks inline styles");
}

#[wasm_bindgen_test]
async fn an_overtaken_answer_is_not_shown() {
    let page = Page::open(english()).await;
    page.write(COVERED);
    page.write(FOREIGN);
    page.until("the answer is there", |page| page.has(".cc-summary")).await;
    assert_eq!(page.text(".cc-summary"), "Nothing in this story is like that.");
}

#[wasm_bindgen_test]
async fn enter_answers_at_once_and_aloud() {
    let page = Page::open(english()).await;
    page.ask(COVERED).await;
    assert!(page.text("[role=status]").starts_with(&page.text(".cc-summary")));
    assert_eq!(page.input().value(), COVERED, "Enter is not a line break");
}

#[wasm_bindgen_test]
async fn typing_is_read_out_only_when_the_answer_stands() {
    let page = Page::open(english()).await;
    page.write(COVERED);
    page.until("the answer is there", |page| page.has(".cc-summary")).await;
    assert_eq!(page.text("[role=status]"), "");
    page.until("it is read out", |page| !page.text("[role=status]").is_empty()).await;
}

#[wasm_bindgen_test]
async fn what_no_article_covers_is_said_plainly() {
    let page = Page::open(english()).await;
    page.ask(FOREIGN).await;
    assert_eq!(page.text(".cc-summary"), "Nothing in this story is like that.");
    assert!(!page.has(".cc-article"));
    assert!(page.has(".cc-silent") || page.has(".cc-examples"));
}

#[wasm_bindgen_test]
async fn clearing_empties_the_input_and_keeps_the_focus_there() {
    let page = Page::open(english()).await;
    page.ask(COVERED).await;
    page.click(".cc-clear");
    page.until("the answer is gone", |page| !page.has(".cc-summary")).await;
    assert_eq!(page.input().value(), "");
    assert!(page.is_focused("textarea"));
    assert_eq!(page.text("[role=status]"), "");
}

#[wasm_bindgen_test]
async fn a_picked_claim_is_answered_and_the_answer_has_the_focus() {
    let page = Page::open(ClaimCheckProps { examples: examples(), ..english() }).await;
    assert_eq!(page.text(".cc-example"), COVERED);
    page.click(".cc-example");
    page.until("the answer is there", |page| page.has(".cc-summary")).await;
    assert_eq!(page.input().value(), COVERED);
    page.until("the focus has moved", |page| page.is_focused(".cc-summary")).await;
}

#[wasm_bindgen_test]
async fn deciding_words_are_marked() {
    let page = Page::open(english()).await;
    page.ask("ByteDance ordered 900,000 Ascend 910B chips from Huawei").await;
    page.until("a mark is there", |page| page.has("mark.cc-yours")).await;
    let marked: Vec<String> =
        page.all("mark.cc-yours").iter().filter_map(|mark| mark.text_content()).collect();
    assert!(marked.iter().any(|words| words.contains("900,000")), "{marked:?}");
}

#[wasm_bindgen_test]
async fn the_language_changes_and_the_claim_stays() {
    let mut page = Page::open(ClaimCheckProps { examples: examples(), ..english() }).await;
    page.ask(COVERED).await;
    page.update(ClaimCheckProps { examples: examples(), ..props(Language::Italian) });
    page.until("the page is Italian", |page| page.text("button[type=submit]") == "Verifica").await;
    assert_eq!(page.input().value(), COVERED);
    assert!(page.has(".claim-check[lang=it]"));
    assert!(page.text(".cc-summary").contains("articol"), "{}", page.text(".cc-summary"));
    assert_eq!(page.all(".cc-article").len(), 5);
}

#[wasm_bindgen_test]
async fn claims_of_this_visit_are_stepped_through() {
    let page = Page::open(english()).await;
    assert!(!page.has("[data-step]"));
    page.ask(COVERED).await;
    page.ask(FOREIGN).await;
    assert_eq!(page.attribute("[data-step=later]", "aria-disabled").as_deref(), Some("true"));
    page.click("[data-step=earlier]");
    page.until("the claim before is there", |page| page.input().value() == COVERED).await;
    page.until("it is answered", |page| page.has(".cc-article")).await;
    assert_eq!(page.attribute("[data-step=earlier]", "aria-disabled").as_deref(), Some("true"));
    page.press_at("textarea", "ArrowDown", true);
    page.until("the claim after is there", |page| page.input().value() == FOREIGN).await;
}

#[wasm_bindgen_test]
async fn the_theme_is_an_attribute() {
    let mut page = Page::open(english()).await;
    assert!(page.has(".claim-check[data-theme=system][dir=ltr]"));
    page.update(ClaimCheckProps { theme: Theme::Dark, ..english() });
    page.until("it is dark", |page| page.has(".claim-check[data-theme=dark]")).await;
}

#[wasm_bindgen_test]
async fn an_italian_claim_is_answered() {
    let page = Page::open(props(Language::Italian)).await;
    page.ask("ByteDance vuole addestrare un nuovo modello di IA con i chip di Huawei").await;
    page.until("the full answer is there", |page| page.all(".cc-article").len() == 5).await;
    assert!(page.has(".cc-quote[lang=it]"), "the reader's words are marked with their language");
}

#[wasm_bindgen_test]
async fn a_claim_of_the_page_is_answered_from_the_start() {
    let page = Page::open(ClaimCheckProps { claim: Some(COVERED.into()), ..english() }).await;
    page.until("the answer is there", |page| page.has(".cc-summary")).await;
    assert_eq!(page.input().value(), COVERED);
}

#[wasm_bindgen_test]
async fn a_text_too_long_is_refused_with_its_limit() {
    let page = Page::open(english()).await;
    page.write(&COVERED.repeat(20));
    page.until("the limit is told", |page| page.has(".cc-caution")).await;
    assert!(page.text(".cc-caution").contains("600"));
    assert!(!page.has(".cc-summary"));
}

#[wasm_bindgen_test]
async fn a_bad_story_yields_an_error_state_with_its_code() {
    let bytes = b"this is not a story".as_slice();
    let code = Engine::from_bytes(bytes).unwrap_err().code();
    let mut page =
        Page::open(ClaimCheckProps { story: StorySource::Bytes(Rc::from(bytes)), ..english() }).await;
    assert!(page.has(&format!("[role=alert][data-code={code}]")));
    assert!(page.text("[role=alert]").contains(code));
    assert!(!page.has("textarea"));
    page.update(english());
    page.until("a good story is shown", |page| page.has("textarea")).await;
}

#[wasm_bindgen_test]
async fn claims_are_kept_only_where_the_page_wants_it() {
    let storage = || web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage().clear().unwrap();
    let page = Page::open(english()).await;
    page.ask(COVERED).await;
    assert_eq!(storage().length().unwrap(), 0);
    assert!(!page.has("[data-forget]"));
    drop(page);
    let keeping = || ClaimCheckProps { recents: Recents::Keep, ..english() };
    let page = Page::open(keeping()).await;
    page.ask(COVERED).await;
    page.until("it is stored", |_| storage().length().unwrap() == 1).await;
    drop(page);
    let page = Page::open(keeping()).await;
    page.until("it is remembered", |page| page.has("[data-step]")).await;
    page.click("[data-step=earlier]");
    page.until("it is asked again", |page| page.input().value() == COVERED).await;
    page.click("[data-forget]");
    page.until("it is forgotten", |page| !page.has("[data-step]")).await;
    assert_eq!(storage().length().unwrap(), 0);
    assert!(page.is_focused("textarea"));
}
