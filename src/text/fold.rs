//! Folding: one spelling for characters that readers type in many ways.

/// Lower-cases, strips the accents of Latin letters and straightens quotes and dashes.
///
/// The result compares equal for "Doubão’s", "doubao's" and "DOUBAO's". Lengths may change; offsets into the original
/// are kept by the tokeniser, not here.
///
/// ```
/// assert_eq!(claim_check::fold("È così — “Ascend”"), "e cosi - \"ascend\"");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut out);
    }
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => out.push('a'),
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => out.push('e'),
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => out.push('i'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => out.push('o'),
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => out.push('u'),
        'ç' | 'Ç' => out.push('c'),
        'ñ' | 'Ñ' => out.push('n'),
        '’' | '‘' | '`' | '´' | 'ʼ' => out.push('\''),
        '“' | '”' | '«' | '»' | '„' => out.push('"'),
        '–' | '—' | '−' | '‐' | '‑' => out.push('-'),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => out.push(' '),
        '\u{300}'..='\u{36f}' | '\u{200b}' | '\u{feff}' => {}
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c => out.extend(c.to_lowercase()),
    }
}
