//! Yew component.
