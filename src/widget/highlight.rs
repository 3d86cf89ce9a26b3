//! Marking a sentence of the host page, when the page that the widget is on is one of the articles.
//!
//! The sentence is recognised by its hash and marked by the browser's own highlighting: nothing of the page is changed.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::browser::document;
use super::pointer;

/// What holds one paragraph of an article.
const BLOCKS: &str = "p, li, h1, h2, h3, h4, h5, h6, blockquote, dd, figcaption, pre, td";
/// Name of the highlight, as the style sheet has it.
const NAME: &str = "claim-check";

/// Marks the sentence with a hash inside what a selector finds, and scrolls to it. `None` when it is not there.
pub(super) fn mark(within: &str, hash: u64) -> Option<()> {
    let document = document()?;
    let text = document.query_selector(within).ok()??;
    let found = text.query_selector_all(BLOCKS).ok()?;
    let blocks = (0..found.length())
        .filter_map(|at| found.item(at))
        .filter_map(|node| node.dyn_into::<Element>().ok());
    // A text without blocks is taken whole.
    let (block, place) = blocks.chain([text.clone()]).find_map(|block| {
        let place = pointer::find(&block.text_content()?, hash)?;
        Some((block, place))
    })?;
    let range = document.create_range().ok()?;
    let (start, offset) = text_at(&block, place.start)?;
    range.set_start(&start, offset).ok()?;
    let (end, last) = text_at(&block, place.end.saturating_sub(1))?;
    range.set_end(&end, last + 1).ok()?;
    show(&range);
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    block.scroll_into_view_with_scroll_into_view_options(&options);
    // What the keyboard reaches next, and where reading aloud goes on, is then the sentence.
    let selection = document.get_selection().ok()??;
    selection.collapse_with_offset(Some(&start), offset).ok()
}

/// The text node in which a unit of a block's text stands, and where in it.
fn text_at(node: &Node, unit: usize) -> Option<(Node, u32)> {
    fn walk(node: &Node, rest: &mut usize) -> Option<(Node, u32)> {
        if node.node_type() == Node::TEXT_NODE {
            let units = node.node_value()?.encode_utf16().count();
            if *rest < units {
                return Some((node.clone(), u32::try_from(*rest).ok()?));
            }
            *rest -= units;
            return None;
        }
        let children = node.child_nodes();
        (0..children.length()).filter_map(|at| children.item(at)).find_map(|child| walk(&child, rest))
    }
    walk(node, &mut { unit })
}

/// Marks a range; where the browser cannot highlight, by selecting it.
fn show(range: &Range) {
    if highlighted(range).is_none()
        && let Some(selection) = document().and_then(|document| document.get_selection().ok().flatten())
    {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(range);
    }
}

/// The highlighting of CSS, reached by name: the bindings of it are not stable.
fn highlighted(range: &Range) -> Option<JsValue> {
    let window = web_sys::window()?;
    let named = |object: &JsValue, key: &str| {
        Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined())
    };
    let registry = named(&named(&window, "CSS")?, "highlights")?;
    let constructor: Function = named(&window, "Highlight")?.dyn_into().ok()?;
    let highlight = Reflect::construct(&constructor, &Array::of1(range)).ok()?;
    let set: Function = named(&registry, "set")?.dyn_into().ok()?;
    set.call2(&registry, &NAME.into(), &highlight).ok()
}
