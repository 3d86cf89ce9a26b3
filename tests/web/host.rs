//! The host page: what the reader selects there, and the sentence that evidence points at.

use std::rc::Rc;

use claim_check::{ClaimCheckProps, Engine, HostArticle, Language, StorySource, sentence_hash};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::page::{Page, document, place, props};

const SENTENCE: &str = "Nobody expected a thousand chips.";
const CLAIM: &str = "Doubao was launched in August 2023";

/// A page of a host with two sentences in a paragraph, of which the second is in two elements.
fn host(id: &str) -> Element {
    let host = place(id);
    let paragraph = document().create_element("p").unwrap();
    paragraph.append_child(&document().create_text_node("It rained.\n  Nobody expected ")).unwrap();
    let strong = document().create_element("b").unwrap();
    strong.set_text_content(Some("a thousand chips."));
    paragraph.append_child(&strong).unwrap();
    host.append_child(&paragraph).unwrap();
    host
}

fn select(element: &Element) {
    document().get_selection().unwrap().unwrap().select_all_children(element).unwrap();
}

#[wasm_bindgen_test]
async fn selected_text_is_checked() {
    let host = host("selectable");
    let page =
        Page::open(ClaimCheckProps { selection: Some("#selectable".into()), ..props(Language::English) })
            .await;
    assert!(!page.has("[data-selection]"));
    select(&host);
    page.until("the button is there", |page| page.has("[data-selection] button")).await;
    assert!(!page.is_focused("[data-selection] button"), "it takes no focus by itself");
    page.press_at(".claim-check", "Tab", false);
    page.until("Tab reaches it", |page| page.is_focused("[data-selection] button")).await;
    page.press_at(".claim-check", "Escape", false);
    page.until("Escape puts it away", |page| !page.has("[data-selection]")).await;
    document().get_selection().unwrap().unwrap().remove_all_ranges().unwrap();
    // That nothing is selected is believed only once it has stood for a moment; nothing on the page tells when.
    TimeoutFuture::new(1_000).await;
    select(&host);
    page.until("it is there again", |page| page.has("[data-selection] button")).await;
    page.click("[data-selection] button");
    page.until("it is asked", |page| page.input().value() == "It rained. Nobody expected a thousand chips.")
        .await;
    page.until("it is answered", |page| page.has(".cc-summary")).await;
    assert!(!page.has("[data-selection]"));
    host.remove();
}

#[wasm_bindgen_test]
async fn text_elsewhere_is_left_alone() {
    let (host, other) = (host("mine"), host("theirs"));
    let page =
        Page::open(ClaimCheckProps { selection: Some("#mine".into()), ..props(Language::English) }).await;
    select(&host);
    page.until("the button is there", |page| page.has("[data-selection]")).await;
    select(&other);
    page.until("it is gone", |page| !page.has("[data-selection]")).await;
    host.remove();
    other.remove();
}

/// The embedded story with every pointer at our sentence.
fn story() -> StorySource {
    let mut story = Engine::embedded().unwrap().story().clone();
    for position in story.claims.iter_mut().flat_map(|claim| &mut claim.positions) {
        for evidence in position.support.iter_mut().chain(&mut position.dispute) {
            evidence.hash = sentence_hash(SENTENCE);
        }
    }
    StorySource::Engine(Rc::new(Engine::new(story, Engine::lexicon().unwrap())))
}

#[wasm_bindgen_test]
async fn evidence_leads_to_the_sentence_on_the_page() {
    let host = host("article");
    let within = |selector: &'static str, article: &str| {
        let host = HostArticle { article: article.to_owned().into(), within: selector.into() };
        ClaimCheckProps { story: story(), host: Some(host), ..props(Language::English) }
    };
    let plain = Page::open(ClaimCheckProps { story: story(), ..props(Language::English) }).await;
    plain.ask(CLAIM).await;
    assert!(!plain.has("[data-follow]"));
    let article = plain
        .all(".cc-article:has(.cc-note)")
        .first()
        .and_then(|row| row.get_attribute("data-article"))
        .expect("an article with evidence");
    drop(plain);
    let page = Page::open(within("#article", &article)).await;
    page.ask(CLAIM).await;
    assert!(page.all("[data-follow]").iter().all(|follow| {
        follow.closest(".cc-article").unwrap().unwrap().get_attribute("data-article").as_ref()
            == Some(&article)
    }));
    page.click("[data-follow]");
    let selection = document().get_selection().unwrap().unwrap();
    page.until("the sentence is where the reader is", |_| {
        selection
            .anchor_node()
            .and_then(|node| node.text_content())
            .is_some_and(|text| text.contains("Nobody"))
    })
    .await;
    assert_eq!(page.text(".cc-notice"), "");
    drop(page);
    let lost = Page::open(within("#nowhere", &article)).await;
    lost.ask(CLAIM).await;
    lost.click("[data-follow]");
    lost.until("it is said", |page| page.text(".cc-notice") == "That sentence is not on this page.").await;
    host.remove();
}

#[wasm_bindgen_test]
async fn evidence_elsewhere_links_to_its_sentence_on_the_web() {
    let mut story = Engine::embedded().unwrap().story().clone();
    for article in &mut story.articles {
        article.url = Some("https://example.org/a".to_owned());
    }
    for position in story.claims.iter_mut().flat_map(|claim| &mut claim.positions) {
        for evidence in position.support.iter_mut().chain(&mut position.dispute) {
            evidence.excerpt = Some("a thousand … chips".to_owned());
        }
    }
    let engine = Engine::new(story, Engine::lexicon().unwrap());
    let page = Page::open(ClaimCheckProps {
        story: StorySource::Engine(Rc::new(engine)),
        ..props(Language::English)
    })
    .await;
    page.ask(CLAIM).await;
    let links = page.all(".cc-evidence a");
    assert_eq!(links.len(), page.all(".cc-note").len());
    assert!(links.iter().all(|link| {
        link.get_attribute("href").as_deref() == Some("https://example.org/a#:~:text=a%20thousand,chips")
    }));
}
