//! A Yew application of somebody else that has the component of claim-check in it.
//!
//! ```sh
//! cargo xtask package                       # the styles of the component
//! trunk serve examples/yew/index.html --open
//! ```

// Only because the workspace is checked natively as well: an application has no need of these two lines.
#[cfg(target_arch = "wasm32")]
mod app;

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<app::App>::new().render();
}
