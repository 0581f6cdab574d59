//! Numbers as a language writes them.

/// A whole number with its thousands set apart by a mark: `44 400` by a space that does not break, `44,400`.
pub fn grouped(number: i64, thousands: char) -> String {
    let digits = number.abs().to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(7, '\u{a0}'), "7");
        assert_eq!(grouped(999, '\u{a0}'), "999");
        assert_eq!(grouped(44_400, '\u{a0}'), "44\u{a0}400");
        assert_eq!(grouped(1_234_567, ','), "1,234,567");
        assert_eq!(grouped(-1_000, '\u{a0}'), "−1\u{a0}000");
    }
}
