//! Numbers and texts as bytes, for the boot file and the page texts.

/// A reader that says where the data ends too early, instead of panicking.
pub struct Reader<'a>(pub &'a [u8]);

/// The data is not what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

impl From<Damaged> for std::io::Error {
    fn from(_: Damaged) -> std::io::Error {
        std::io::Error::from(std::io::ErrorKind::InvalidData)
    }
}

impl<'a> Reader<'a> {
    /// A number in seven-bit pieces, the lowest first.
    pub fn number(&mut self) -> Result<usize, Damaged> {
        let mut number = 0u64;
        for shift in (0..63).step_by(7) {
            let (first, rest) = self.0.split_first().ok_or(Damaged)?;
            self.0 = rest;
            number |= u64::from(first & 127) << shift;
            if first & 128 == 0 {
                return usize::try_from(number).map_err(|_| Damaged);
            }
        }
        Err(Damaged)
    }

    /// A number in seven-bit pieces, the lowest first, of which the last one is marked: tantivy's way.
    pub fn ended_number(&mut self) -> Result<usize, Damaged> {
        let mut number = 0u64;
        for shift in (0..63).step_by(7) {
            let (first, rest) = self.0.split_first().ok_or(Damaged)?;
            self.0 = rest;
            number |= u64::from(first & 127) << shift;
            if first & 128 != 0 {
                return usize::try_from(number).map_err(|_| Damaged);
            }
        }
        Err(Damaged)
    }

    /// A number that may be negative: its sign in the lowest bit.
    pub fn signed(&mut self) -> Result<isize, Damaged> {
        let number = self.number()?;
        let size = (number >> 1) as isize;
        Ok(if number & 1 == 1 { -size - 1 } else { size })
    }

    /// So many bytes.
    pub fn take(&mut self, len: usize) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// Bytes with their number before them.
    pub fn bytes(&mut self) -> Result<&'a [u8], Damaged> {
        let len = self.number()?;
        self.take(len)
    }

    /// A text with its length in bytes before it.
    pub fn text(&mut self) -> Result<&'a str, Damaged> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Damaged)
    }

    /// How many items follow, each of at least one byte: a damaged number must not make anyone reserve the memory.
    pub fn count(&mut self) -> Result<usize, Damaged> {
        let count = self.number()?;
        if count > self.0.len() { Err(Damaged) } else { Ok(count) }
    }
}

/// Writes what [`Reader`] reads.
#[cfg(feature = "write")]
#[derive(Default)]
pub struct Writer(pub Vec<u8>);

#[cfg(feature = "write")]
impl Writer {
    pub fn number(&mut self, mut number: usize) {
        while number > 127 {
            self.0.push(number as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    pub fn signed(&mut self, number: isize) {
        self.number(if number < 0 { (!number as usize) << 1 | 1 } else { (number as usize) << 1 });
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }
}
