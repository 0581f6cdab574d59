//! What the program says, in the languages of those who use it.
//!
//! In: nothing. Out: [`Message`] values: which text of the catalogue, and what is filled in; and the text in a [`Locale`].
//! Never: choosing a language; printing.
//!
//! A message is plain data until it is shown, so it can be remembered, compared and counted without a text being made.

mod catalogue;
mod locale;
mod template;

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use catalogue::say;
pub use locale::Locale;

/// A text of the catalogue in every language.
struct Entry {
    /// The name of its function in [`say`].
    key: &'static str,
    /// The names of what is filled in, in the order of a message's arguments.
    args: &'static [&'static str],
    /// In the order of [`Locale::ALL`].
    texts: [&'static str; 3],
}

/// Something that the program says. The functions of [`say`] make it, so there is none without a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Message {
    /// The place of the text in the catalogue.
    number: u16,
    args: Vec<Arg>,
}

/// What is filled into a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Arg {
    /// A name, a path, what somebody wrote: shown as it is.
    Text(String),
    /// A number, which chooses the form of the word beside it.
    Number(u64),
    /// A part that is said in the same language.
    Message(Message),
    /// Parts with commas between them.
    List(Vec<Message>),
}

impl Message {
    fn entry(&self) -> Option<&'static Entry> {
        catalogue::CATALOGUE.get(usize::from(self.number))
    }

    /// The name of the message, the same in every language.
    pub fn key(&self) -> &'static str {
        self.entry().map_or("", |entry| entry.key)
    }

    /// What is filled in, by name.
    pub fn args(&self) -> impl Iterator<Item = (&'static str, &Arg)> {
        self.entry().map_or(&[][..], |entry| entry.args).iter().copied().zip(&self.args)
    }

    /// The text in English, which tests know.
    #[cfg(test)]
    pub fn english(&self) -> String {
        self.text(Locale::En)
    }

    /// The text of a message into which nothing is filled.
    pub fn plain(&self, locale: Locale) -> &'static str {
        self.entry().map_or("", |entry| entry.texts[locale.index()])
    }

    /// The text in a language.
    pub fn text(&self, locale: Locale) -> String {
        let mut text = String::new();
        self.write(locale, &mut text);
        text
    }

    fn write(&self, locale: Locale, to: &mut String) {
        if let Some(entry) = self.entry() {
            let arg = |name: &str| entry.args.iter().position(|own| *own == name).and_then(|at| self.args.get(at));
            template::fill(entry.texts[locale.index()], locale, &arg, to);
        }
    }
}

impl Arg {
    /// As it stands in a text of this language.
    pub fn text(&self, locale: Locale) -> Cow<'_, str> {
        match self {
            Arg::Text(text) => text.into(),
            other => {
                let mut text = String::new();
                other.write(locale, &mut text);
                text.into()
            }
        }
    }

    fn write(&self, locale: Locale, to: &mut String) {
        match self {
            Arg::Text(text) => to.push_str(text),
            Arg::Number(number) => to.push_str(&number.to_string()),
            Arg::Message(message) => message.write(locale, to),
            Arg::List(messages) => {
                for (at, message) in messages.iter().enumerate() {
                    if at > 0 {
                        to.push_str(", ");
                    }
                    message.write(locale, to);
                }
            }
        }
    }
}

/// Those that are shown as they are.
macro_rules! texts {
    ($($kind:ty)*) => {
        $(impl From<$kind> for Arg {
            fn from(text: $kind) -> Arg {
                Arg::Text(text.to_string())
            }
        })*
    };
}

texts! { &str &String &&str &Arc<str> char i16 i64 std::path::Display<'_> &std::path::Display<'_> std::io::Error &std::io::Error Cow<'_, str> }

/// Those that choose a form.
macro_rules! numbers {
    ($($kind:ty)*) => {
        $(impl From<$kind> for Arg {
            fn from(number: $kind) -> Arg {
                Arg::Number(u64::try_from(number).unwrap_or(u64::MAX))
            }
        })*
    };
}

numbers! { u8 u16 u32 u64 usize }

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Arg {
        Arg::Message(message)
    }
}

impl From<&Message> for Arg {
    fn from(message: &Message) -> Arg {
        Arg::Message(message.clone())
    }
}

impl From<Vec<Message>> for Arg {
    fn from(messages: Vec<Message>) -> Arg {
        Arg::List(messages)
    }
}

#[cfg(test)]
mod tests;
