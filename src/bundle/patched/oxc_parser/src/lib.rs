//! The names of oxc_parser that minify-html uses, for a program that minifies no scripts.

use std::marker::PhantomData;

use oxc_allocator::Allocator;
use oxc_span::SourceType;

/// A script was given: it stays as it is.
#[derive(Debug)]
pub struct NotCompiledIn;

/// A script that was parsed.
pub struct Program<'a>(PhantomData<&'a ()>);

pub struct ParserReturn<'a> {
    pub program: Program<'a>,
    pub errors: Vec<NotCompiledIn>,
}

pub struct Parser<'a>(PhantomData<&'a ()>);

impl<'a> Parser<'a> {
    pub fn new(_: &'a Allocator, _: &'a str, _: SourceType) -> Parser<'a> {
        Parser(PhantomData)
    }

    /// A program with an error, so that nobody makes anything of it.
    pub fn parse(self) -> ParserReturn<'a> {
        ParserReturn { program: Program(PhantomData), errors: vec![NotCompiledIn] }
    }
}
