//! `bagyt explain`: what a code means.

use super::{ExplainArgs, FINE, MACHINE, report};
use crate::diag::{Code, did_you_mean};
use crate::explain;
use crate::messages::say;

/// Prints the page of a code, or the list of all.
pub fn explain(args: &ExplainArgs) -> u8 {
    let Some(asked) = &args.code else {
        report::print(&explain::list(report::locale()));
        return FINE;
    };
    let Some(code) = Code::ALL.iter().find(|code| code.id() == asked) else {
        let help = did_you_mean(asked, Code::ALL.iter().map(|code| code.id()), say::explain_lists_the_codes());
        report::tell_error(say::sorry(say::there_is_no_code(asked), help));
        return MACHINE;
    };
    report::print(&explain::page(*code, report::locale(), 1));
    FINE
}
