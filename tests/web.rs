//! The widget and the JavaScript API in a real browser: `wasm-pack test --headless --chrome -- --test web`.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "a test that cannot go on fails, and its modules are private"
)]

#[path = "web/api.rs"]
mod api;
#[path = "web/host.rs"]
mod host;
#[path = "web/overview.rs"]
mod overview;
#[path = "web/page.rs"]
mod page;
#[path = "web/share.rs"]
mod share;
#[path = "web/widget.rs"]
mod widget;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
