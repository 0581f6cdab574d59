//! Types of ours and the shapes that they are written in.

use jiff::civil::Date;

use super::{Field, Need, Shape};
use crate::diag::Path;
use crate::lang::Localised;
use crate::text::Rich;

/// An id of something else, and where it is named.
pub type Reference = (Path, String);

/// One list a language.
pub type ByLanguage = Vec<Vec<String>>;

/// A type of ours that a value of a record fills.
pub trait Shaped {
    const SHAPE: Shape;
    /// Whether there is no such value without the key.
    const NEED: Need = Need::Required;
    /// Its value, as everything that shows records gets it.
    fn see(&self) -> Seen<'_>;
}

/// A value of a record, whatever its type.
#[derive(Debug, Clone)]
pub enum Seen<'a> {
    Nothing,
    Plain(&'a str),
    /// The same, made of a value that is kept in another form.
    Written(String),
    Text(&'a Localised),
    Rich(&'a Rich),
    Number(i64),
    Date(Date),
    Flag(bool),
    Choice(&'static str),
    Reference(&'a Reference),
    /// A text in each language that has one.
    Some(&'a [Option<String>]),
    Words(&'a ByLanguage),
    /// When each language's text was confirmed, and the facts.
    Review(&'a [Option<Date>], Option<Date>),
    List(Vec<Seen<'a>>),
    Group(Vec<(&'static Field, Seen<'a>)>),
}

impl<'a> Seen<'a> {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Seen::Nothing => true,
            Seen::List(items) => items.is_empty(),
            Seen::Words(lists) => lists.iter().all(Vec::is_empty),
            Seen::Some(texts) => texts.iter().all(Option::is_none),
            Seen::Plain(_)
            | Seen::Written(_)
            | Seen::Text(_)
            | Seen::Rich(_)
            | Seen::Number(_)
            | Seen::Date(_)
            | Seen::Flag(_)
            | Seen::Choice(_)
            | Seen::Reference(_)
            | Seen::Review(..)
            | Seen::Group(_) => false,
        }
    }

    /// Calls for every value in it that is no map or list, with its key, in the order of the record.
    pub fn each(&self, field: &'static Field, call: &mut dyn FnMut(&'static Field, &Seen<'a>)) {
        match self {
            Seen::List(items) => items.iter().for_each(|item| item.each(field, call)),
            Seen::Group(values) => values.iter().for_each(|(field, value)| value.each(field, call)),
            Seen::Nothing
            | Seen::Plain(_)
            | Seen::Written(_)
            | Seen::Text(_)
            | Seen::Rich(_)
            | Seen::Number(_)
            | Seen::Date(_)
            | Seen::Flag(_)
            | Seen::Choice(_)
            | Seen::Reference(_)
            | Seen::Some(_)
            | Seen::Words(_)
            | Seen::Review(..) => call(field, self),
        }
    }
}

/// Says of types how they are shaped and seen.
macro_rules! shaped {
    ($($type:ty: $shape:ident, $self:ident => $seen:expr;)*) => { $(
        impl Shaped for $type {
            const SHAPE: Shape = Shape::$shape;
            fn see(&$self) -> Seen<'_> {
                $seen
            }
        }
    )* };
}

shaped! {
    String: Plain, self => Seen::Plain(self);
    Localised: Text, self => Seen::Text(self);
    Rich: Rich, self => Seen::Rich(self);
    i64: Number, self => Seen::Number(*self);
    u8: Number, self => Seen::Number(i64::from(*self));
    u32: Number, self => Seen::Number(i64::from(*self));
    usize: Number, self => Seen::Number(i64::try_from(*self).unwrap_or(i64::MAX));
    Date: Date, self => Seen::Date(*self);
    &'static str: Choice, self => Seen::Choice(self);
    Reference: Reference, self => Seen::Reference(self);
}

/// A type of which records have lists.
pub trait Listed: Shaped {}

impl Listed for String {}
impl Listed for Localised {}
impl Listed for Rich {}
impl Listed for &'static str {}
impl Listed for Reference {}
impl Listed for ByLanguage {}

impl<T: Listed> Shaped for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const NEED: Need = Need::Optional;
    fn see(&self) -> Seen<'_> {
        Seen::List(self.iter().map(T::see).collect())
    }
}

impl Shaped for bool {
    const SHAPE: Shape = Shape::Flag;
    const NEED: Need = Need::Optional;
    fn see(&self) -> Seen<'_> {
        Seen::Flag(*self)
    }
}

impl Shaped for ByLanguage {
    const SHAPE: Shape = Shape::Words;
    const NEED: Need = Need::Optional;
    fn see(&self) -> Seen<'_> {
        Seen::Words(self)
    }
}

impl Shaped for Vec<Option<String>> {
    const SHAPE: Shape = Shape::Some;
    const NEED: Need = Need::Optional;
    fn see(&self) -> Seen<'_> {
        Seen::Some(self)
    }
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const NEED: Need = Need::Optional;
    fn see(&self) -> Seen<'_> {
        self.as_ref().map_or(Seen::Nothing, T::see)
    }
}
