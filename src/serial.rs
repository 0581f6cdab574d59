//! How values that builds remember are written and read, where their types do not say it themselves.

/// Shared texts, as plain ones.
pub mod text {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(text: &Arc<str>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(text)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Arc<str>, D::Error> {
        String::deserialize(from).map(Arc::from)
    }
}

/// Days that may be missing.
pub mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    pub fn serialize<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        date.map(|date| (date.year(), date.month(), date.day())).serialize(to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Date>, D::Error> {
        let parts: Option<(i16, i8, i8)> = Option::deserialize(from)?;
        parts.map(|(year, month, day)| Date::new(year, month, day).map_err(de::Error::custom)).transpose()
    }
}
