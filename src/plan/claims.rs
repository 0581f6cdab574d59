//! Every address has one owner.

use std::collections::BTreeSet;

use super::{Output, Rank};
use crate::address::Claims;
use crate::diag::Diagnostics;

/// Reports every address that two things would have.
pub(super) fn check(outputs: &[Output], out: &mut Diagnostics) {
    let (mut claims, mut told) = (Claims::default(), BTreeSet::new());
    for rank in [Rank::Own, Rank::OfFile, Rank::Borrowed] {
        for Output { path, owner, .. } in outputs.iter().filter(|output| output.rank == rank) {
            let mut own = Diagnostics::new();
            // A file whose page is in the way in one language is so in the others, and is renamed once.
            if !claims.claim(path.as_str(), owner.clone(), &mut own)
                && owner.source().is_none_or(|source| told.insert(source.clone()))
            {
                out.extend(own);
            }
        }
    }
}
