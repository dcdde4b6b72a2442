//! Any text becomes words, and words an identifier.

use heck::ToSnakeCase;
use unicode_normalization::UnicodeNormalization;

/// How words are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `UpperCamel`.
    Upper,
    /// `snake`.
    Snake,
}

/// Names of signs that stand alone or before a word, where they tell values apart (`+1`, `-created`, `<=`).
const SIGNS: &[(char, &str)] = &[
    ('+', "Plus"),
    ('-', "Minus"),
    ('*', "Star"),
    ('/', "Slash"),
    ('=', "Equal"),
    ('<', "Less"),
    ('>', "Greater"),
    ('!', "Not"),
    ('~', "Tilde"),
    ('%', "Percent"),
    ('&', "And"),
    ('|', "Or"),
    ('^', "Caret"),
    ('?', "Question"),
    ('.', "Dot"),
    (',', "Comma"),
    (':', "Colon"),
    (';', "Semicolon"),
    ('#', "Hash"),
    ('@', "At"),
    ('$', "Dollar"),
    ('_', "Underscore"),
];

/// The signs that count before a word as well.
const LEADING: &[char] = &['+', '-', '<', '>', '!', '=', '~'];

/// The identifier of these words, keywords not looked at; `None` when no letter or digit is left.
pub fn identifier(words: &[&str], case: Case) -> Option<String> {
    let snake = if words.iter().all(|word| is_snake(word)) {
        // As most texts of most descriptions.
        words.join("_")
    } else {
        let text = words.iter().map(|word| plain(word)).collect::<Vec<_>>().join(" ");
        acronyms(&text).to_snake_case()
    };
    let joined = match case {
        Case::Snake => snake,
        Case::Upper => upper(&snake),
    };
    let first = joined.chars().next()?;
    Some(match (first.is_ascii_digit(), case) {
        (true, Case::Upper) => format!("N{joined}"),
        (true, Case::Snake) => format!("n{joined}"),
        (false, _) => joined,
    })
}

/// Whether words of small ASCII letters and digits are joined by single `_` already.
fn is_snake(text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('_').all(is_word)
}

/// Whether an identifier can be made of a text: cheaper than making it.
pub fn has_identifier(text: &str, case: Case) -> bool {
    text.contains(|c: char| c.is_ascii_alphanumeric()) || identifier(&[text], case).is_some()
}

/// ASCII letters, digits and blanks only.
fn plain(word: &str) -> String {
    if word.is_empty() {
        return "Empty".to_owned();
    }
    let ascii = transliterate(word);
    let signs_only = !ascii.chars().any(|c| c.is_ascii_alphanumeric());
    let mut leading = true;
    let mut text = String::new();
    for c in ascii.chars() {
        if c.is_ascii_alphanumeric() {
            leading = false;
            text.push(c);
            continue;
        }
        let named = signs_only || (leading && LEADING.contains(&c));
        let sign = SIGNS.iter().find(|(sign, _)| named && *sign == c);
        match sign {
            Some((_, name)) => {
                text.push(' ');
                text.push_str(name);
                text.push(' ');
            }
            None if matches!(c, '\'' | '\u{2019}') => {}
            None => text.push(' '),
        }
    }
    text
}

/// Accents are removed and the few letters that have a plain spelling get it; what else is not ASCII parts words.
fn transliterate(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut ascii = String::new();
    for c in word.nfkd() {
        match c {
            'ß' => ascii.push_str("ss"),
            'æ' | 'Æ' => ascii.push_str("ae"),
            'œ' | 'Œ' => ascii.push_str("oe"),
            'ø' | 'Ø' => ascii.push('o'),
            'ł' | 'Ł' => ascii.push('l'),
            'đ' | 'Đ' => ascii.push('d'),
            c if unicode_normalization::char::is_combining_mark(c) => {}
            c => ascii.push(c),
        }
    }
    ascii
}

/// Acronyms as words: `userIDs` is `user_ids` and `OAuth2` is `oauth2`, where heck would part them.
fn acronyms(text: &str) -> String {
    let text = text.replace("OAuth", "Oauth");
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = chars.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        let run = rest.iter().take_while(|c| c.is_ascii_uppercase()).count();
        let plural = rest.get(run) == Some(&'s') && !rest.get(run + 1).is_some_and(char::is_ascii_lowercase);
        if run >= 2 && plural {
            let (acronym, after) = rest.split_at(run);
            out.push(*first);
            out.extend(acronym.iter().skip(1).map(char::to_ascii_lowercase));
            rest = after;
            continue;
        }
        let (taken, after) = rest.split_at(run.max(1));
        out.extend(taken);
        rest = if run > 0 { after } else { tail };
    }
    out
}

/// Upper camel case of a snake case text. Two numbers stay parted by `_`, so that `1.0` and `10` differ.
fn upper(snake: &str) -> String {
    let mut out = String::new();
    for word in snake.split('_').filter(|word| !word.is_empty()) {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if digit(out.chars().last()) && digit(word.chars().next()) {
            out.push('_');
        }
        // A word of a snake case text is small ASCII letters and digits.
        out.extend(word.chars().next().map(|c| c.to_ascii_uppercase()));
        out.extend(word.chars().skip(1));
    }
    out
}

/// FNV-1a, 64 bits: a hash that is the same everywhere.
pub fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The word for how a text is spelled, to tell it from a twin that differs in that only.
pub fn spelling(text: &str) -> Option<&'static str> {
    let has = |f: fn(&char) -> bool| text.chars().any(|c| f(&c));
    let separator = text.chars().find(|c| !c.is_ascii_alphanumeric());
    Some(match separator {
        Some('_') if !has(char::is_ascii_lowercase) => "Screaming",
        Some('_') => "Snake",
        Some('-') => "Kebab",
        Some('.') => "Dotted",
        Some(' ') => "Spaced",
        Some('/') => "Slashed",
        Some(':') => "Colon",
        Some(_) => return None,
        None if !has(char::is_ascii_lowercase) => "Upper",
        None if !has(char::is_ascii_uppercase) => "Lower",
        None if text.starts_with(|c: char| c.is_ascii_uppercase()) => "Pascal",
        None => "Camel",
    })
}
