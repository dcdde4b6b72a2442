//! The page's Content Security Policy: nothing is fetched, and only the style and the script of ours run.

use sha2::{Digest, Sha256};

/// The policy for this style and this script (CSP Level 3, section 2.3.1, hash-source).
pub fn of(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        source(style),
        source(script)
    )
}

fn source(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text)))
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let three = chunk.iter().fold(0u32, |sum, byte| sum << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let six = (three >> (18 - 6 * i) & 63) as usize;
            let letter = LETTERS.get(six).filter(|_| i <= chunk.len());
            out.push(letter.map_or('=', |letter| char::from(*letter)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::STANDARD};

    #[test]
    fn base64_is_that_of_others() {
        for text in ["", "a", "ab", "abc", "\u{ff}\u{fe}~~~~"] {
            assert_eq!(super::base64(text.as_bytes()), STANDARD.encode(text));
        }
    }
}
