//! Lists of stems, for words that the index does not have: what was meant?
//!
//! The dictionary itself would do, but its blocks come with postings; a slip of the finger should not load those of a
//! hundred neighbours.

use crate::bytes::{Damaged, Reader};

/// A stem and how many sections have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub stem: String,
    pub sections: usize,
}

/// Reads a list: each stem is told from the one before it.
///
/// # Errors
/// If it is not a whole one.
pub fn read(bytes: &[u8]) -> Result<Vec<Known>, Damaged> {
    let mut reader = Reader(bytes);
    let mut list: Vec<Known> = Vec::new();
    while !reader.0.is_empty() {
        let common = reader.number()?;
        let before = list.last().map_or("", |known| known.stem.as_str());
        let stem = format!("{}{}", before.get(..common).ok_or(Damaged)?, reader.text()?);
        list.push(Known { stem, sections: reader.number()? });
    }
    Ok(list)
}

/// Writes what [`read`] reads, in lists of about `size` bytes; with each the stem that it begins with.
#[cfg(feature = "write")]
pub fn write(stems: &[Known], size: usize) -> Vec<(String, Vec<u8>)> {
    let mut lists: Vec<(String, Vec<u8>)> = Vec::new();
    let mut before = "";
    for Known { stem, sections } in stems {
        if lists.last().is_none_or(|(_, list)| list.len() >= size) {
            lists.push((stem.clone(), Vec::new()));
            before = "";
        }
        if let Some((_, list)) = lists.last_mut() {
            let same = before.chars().zip(stem.chars()).take_while(|(a, b)| a == b);
            let common = same.map(|(c, _)| c.len_utf8()).sum();
            let mut out = crate::bytes::Writer(std::mem::take(list));
            out.number(common);
            out.text(&stem[common..]);
            out.number(*sections);
            *list = out.0;
        }
        before = stem;
    }
    lists
}

#[cfg(all(test, feature = "write"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_come_back(words in proptest::collection::btree_map("[а-яөүң]{1,8}", 0usize..9, 0..60), size in 1usize..90) {
            let stems: Vec<Known> =
                words.into_iter().map(|(stem, sections)| Known { stem, sections }).collect();
            let lists = write(&stems, size);
            let read: Vec<Known> = lists.iter().flat_map(|(_, list)| read(list).unwrap()).collect();
            prop_assert_eq!(read, stems);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = read(&bytes);
        }
    }
}
