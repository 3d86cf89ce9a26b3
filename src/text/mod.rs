//! Reading text: from characters to what a sentence states.
//!
//! Everything here works on any English or Italian sentence and knows nothing of claims or stories. The entry point is
//! [`Reader::read`], which turns a text into a [`Reading`]: statements made of terms, names with roles, quantities, dates,
//! polarity, certainty and speakers. Knowledge about language is data, in `lexicon/`.

mod date;
mod fold;
mod grammar;
mod language;
mod lexicon;
mod names;
mod number;
mod parts;
mod quantity;
mod reader;
mod reading;
mod roles;
mod sentence;
mod signal;
mod speller;
mod statement;
mod stem;
mod token;

pub use date::{Date, DateFit, DateUse, Side};
pub use fold::fold;
pub use grammar::{Function, Grammar};
pub use language::Language;
pub use lexicon::{Concept, ConceptId, Kinship, Lexicon, LexiconError};
pub use names::{Mention, Name, NameId, NameKind, NameTable, Role};
pub use quantity::{Bound, Measure, Quantity, QuantityFit};
pub use reader::Reader;
pub use reading::Reading;
pub use sentence::{sentence_hash, sentences};
pub use signal::Signal;
pub(crate) use signal::digest;
pub use statement::{Certainty, Statement, Term, TermUse};
pub use token::{Span, Token, TokenKind, tokenise};
