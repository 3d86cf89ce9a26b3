//! JSON text from plain values; the browser build has no other writer of it.

/// A JSON string. `<` is escaped as well, so that the text may stand in a script element.
pub(crate) fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '<' | '\u{0}'..='\u{1f}' | '\u{2028}' | '\u{2029}' => {
                json.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}

/// A JSON object from keys and finished values; those without a value are left out.
pub(crate) fn object<const N: usize>(fields: [(&str, Option<String>); N]) -> String {
    let fields: Vec<String> = fields
        .into_iter()
        .filter_map(|(key, value)| value.map(|value| [&string(key), ":", &value].concat()))
        .collect();
    ["{", &fields.join(","), "}"].concat()
}

/// A JSON array of finished values.
pub(crate) fn array(values: impl IntoIterator<Item = String>) -> String {
    let values: Vec<String> = values.into_iter().collect();
    ["[", &values.join(","), "]"].concat()
}

#[cfg(test)]
mod tests {
    use super::{array, object, string};

    #[test]
    fn anything_can_be_quoted() {
        assert_eq!(string("a \"b\" \\ </script>\n è"), r#""a \"b\" \\ \u003c/script>\u000a è""#);
    }

    #[test]
    fn objects_leave_out_what_is_missing() {
        let list = array([string("x"), "1".to_owned()]);
        assert_eq!(object([("a", Some(list)), ("b", None)]), r#"{"a":["x",1]}"#);
    }
}
