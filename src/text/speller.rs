//! Misspelt words: the known word a typing slip away.

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; `None` past `most`.
pub(crate) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut cost = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        if row.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|d| *d <= most)
}

/// How many slips a name of this many letters may have: none in short ones, where a slip makes another name.
pub(crate) fn slips_in_name(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

/// How many slips an ordinary word may have; fewer than a name, as many words are neighbours of others.
pub(crate) fn slips_in_word(letters: usize) -> usize {
    usize::from(letters >= 6)
}

/// The candidate closest to a word, first letters alike, within the slips that `most` allows for its length.
pub(crate) fn closest<'a, V: Copy>(
    word: &str,
    candidates: impl Iterator<Item = (&'a str, V)>,
    most: usize,
) -> Option<V> {
    let first = word.bytes().next()?;
    candidates
        .filter(|(candidate, _)| candidate.bytes().next() == Some(first) && candidate.len() > 3)
        .filter_map(|(candidate, value)| Some((distance(word, candidate, most)?, value)))
        .min_by_key(|(d, _)| *d)
        .map(|(_, value)| value)
}

/// The candidate that a hurried writer shortened by dropping vowels ("modl", "chps", "reprts").
pub(crate) fn unabridged<'a, V: Copy>(
    word: &str,
    candidates: impl Iterator<Item = (&'a str, V)>,
) -> Option<V> {
    let short = consonants(word);
    if short.len() < 3 {
        return None;
    }
    candidates
        .filter(|(candidate, _)| candidate.len() > word.len() && candidate.len() <= word.len() + 3)
        .filter(|(candidate, _)| {
            candidate.as_bytes()[0] == word.as_bytes()[0] && consonants(candidate) == short
        })
        .min_by_key(|(candidate, _)| candidate.len())
        .map(|(_, value)| value)
}

fn consonants(word: &str) -> Vec<u8> {
    word.bytes().filter(|b| !matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')).collect()
}

#[cfg(test)]
mod tests {
    use super::{distance, unabridged};

    #[test]
    fn dropped_vowels_are_put_back() {
        let words = [("chip", 1), ("report", 2), ("model", 3)];
        assert_eq!(unabridged("chp", words.into_iter()), Some(1));
        assert_eq!(unabridged("modl", words.into_iter()), Some(3));
        assert_eq!(unabridged("motel", words.into_iter()), None);
    }

    #[test]
    fn slips_are_counted() {
        assert_eq!(distance("huawai", "huawei", 2), Some(1));
        assert_eq!(distance("hauwei", "huawei", 2), Some(1));
        assert_eq!(distance("bytedanse", "bytedance", 2), Some(1));
        assert_eq!(distance("nvdia", "nvidia", 1), Some(1));
        assert_eq!(distance("baidu", "alibaba", 2), None);
    }
}
