//! The names of lightningcss that minify-html uses, for a program that minifies no style sheets.

/// Style sheets, none of which can be parsed.
pub mod stylesheet {
    use std::convert::Infallible;
    use std::marker::PhantomData;

    /// A style sheet was given: it stays as it is.
    #[derive(Debug)]
    pub struct NotCompiledIn;

    #[derive(Default)]
    pub struct ParserOptions;

    #[derive(Default)]
    pub struct MinifyOptions;

    #[derive(Default)]
    pub struct PrinterOptions {
        pub minify: bool,
    }

    pub struct ToCssResult {
        pub code: String,
    }

    /// A style sheet that was parsed; there is none.
    pub struct StyleSheet<'i>(Infallible, PhantomData<&'i str>);

    impl<'i> StyleSheet<'i> {
        /// # Errors
        /// Always.
        pub fn parse(_: &'i str, _: ParserOptions) -> Result<StyleSheet<'i>, NotCompiledIn> {
            Err(NotCompiledIn)
        }

        /// # Errors
        /// Never comes to be called.
        pub fn minify(&mut self, _: MinifyOptions) -> Result<(), NotCompiledIn> {
            match self.0 {}
        }

        /// # Errors
        /// Never comes to be called.
        pub fn to_css(&self, _: PrinterOptions) -> Result<ToCssResult, NotCompiledIn> {
            match self.0 {}
        }
    }

    /// The value of a `style` attribute that was parsed; there is none.
    pub struct StyleAttribute<'i>(Infallible, PhantomData<&'i str>);

    impl<'i> StyleAttribute<'i> {
        /// # Errors
        /// Always.
        pub fn parse(_: &'i str, _: ParserOptions) -> Result<StyleAttribute<'i>, NotCompiledIn> {
            Err(NotCompiledIn)
        }

        pub fn minify(&mut self, _: MinifyOptions) {
            match self.0 {}
        }

        /// # Errors
        /// Never comes to be called.
        pub fn to_css(&self, _: PrinterOptions) -> Result<ToCssResult, NotCompiledIn> {
            match self.0 {}
        }
    }
}
