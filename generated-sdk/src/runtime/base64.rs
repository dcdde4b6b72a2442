//! Base64 of what basic authentication sends (RFC 4648, section 4).

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Encodes, with padding.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().zip([16, 8, 0]).fold(0_u32, |group, (&byte, shift)| group | u32::from(byte) << shift);
        for (n, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = usize::try_from(group >> shift & 63).ok().and_then(|index| ALPHABET.get(index));
            text.push(if n > chunk.len() { '=' } else { digit.map_or('=', |&digit| char::from(digit)) });
        }
    }
    text
}
