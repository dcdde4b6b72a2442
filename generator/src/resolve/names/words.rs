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
    // Most texts of most descriptions are one of the first two.
    let snake = if words.iter().all(|word| is_snake(word)) {
        words.join("_")
    } else if let [word] = words
        && is_camel(word)
    {
        match case {
            Case::Upper => return Some((*word).to_owned()),
            Case::Snake => parted(word),
        }
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

/// Whether small ASCII letters and digits, a letter first, stand behind each capital: such words are parted by their
/// capitals alone.
fn is_camel(text: &str) -> bool {
    let mut before = None;
    text.bytes().all(|b| {
        let fits = match before {
            None => b.is_ascii_uppercase(),
            Some(b'A'..=b'Z') => b.is_ascii_lowercase(),
            Some(_) => b.is_ascii_alphanumeric(),
        };
        before = Some(b);
        fits
    }) && before.is_some_and(|last| !last.is_ascii_uppercase())
}

/// The snake case of such words.
fn parted(text: &str) -> String {
    let mut snake = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
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
    let mut parted = false;
    let mut text = String::new();
    let mut chars = ascii.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_alphanumeric() {
            (leading, parted) = (false, false);
            text.push(c);
            continue;
        }
        // Behind what parts words, a number has its sign: `reactions-+1`.
        let number = parted && matches!(c, '+' | '-') && chars.peek().is_some_and(char::is_ascii_digit);
        let named = signs_only || number || (leading && LEADING.contains(&c));
        parted = true;
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

/// Words whose inner capitals follow no rule, and which nobody writes in parts. Such a one parts nothing where it is
/// spelled in another way.
const ONE_WORD: &[(&str, &str)] = &[("OAuth", "Oauth"), ("IOps", "Iops")];

/// Acronyms as words, where heck would part them: `userIDs` is `user_ids`, `OAuth2` is `oauth2`, `enableIPv4` is
/// `enable_ipv4` (a small letter and a digit are the version of what stands before them), `iOS` is `ios` (a small letter
/// before an acronym belongs to it).
fn acronyms(text: &str) -> String {
    let text = ONE_WORD.iter().fold(text.to_owned(), |text, (word, plain)| text.replace(word, plain));
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = chars.as_slice();
    let mut before = ' ';
    while let Some((first, tail)) = rest.split_first() {
        let count = acronym(before, rest);
        let (word, after) = rest.split_at(count.max(1));
        if count > 0 {
            out.push(first.to_ascii_uppercase());
            out.extend(word.iter().skip(1).map(char::to_ascii_lowercase));
        } else {
            out.push(*first);
        }
        // Of a run of capitals that is no such word, no later part is one.
        let run = tail.iter().take_while(|c| first.is_ascii_uppercase() && c.is_ascii_uppercase()).count();
        let (more, after) = if count > 0 { (&[][..], after) } else { tail.split_at(run) };
        out.extend(more);
        before = more.last().or(word.last()).copied().unwrap_or(' ');
        rest = after;
    }
    out
}

/// How many letters at the beginning of the text are an acronym that heck would part.
fn acronym(before: char, text: &[char]) -> usize {
    let run = text.iter().take_while(|c| c.is_ascii_uppercase()).count();
    if run >= 2 {
        return if has_ending(text, run) { run } else { 0 };
    }
    let small = text.first().is_some_and(char::is_ascii_lowercase) && !before.is_ascii_alphanumeric();
    let Some(rest) = text.get(1..).filter(|_| small) else { return 0 };
    let run = rest.iter().take_while(|c| c.is_ascii_uppercase()).count();
    // The last capital begins a word where small letters follow.
    let run = if rest.get(run).is_some_and(char::is_ascii_lowercase) { run.saturating_sub(1) } else { run };
    if run >= 2 && !has_ending(rest, run + 1) { run + 1 } else { 0 }
}

/// Whether capitals have a plural's `s` or a version behind them.
fn has_ending(text: &[char], capitals: usize) -> bool {
    let at = |index: usize, is: fn(&char) -> bool| text.get(index).is_some_and(is);
    match text.get(capitals) {
        Some('s') => !at(capitals + 1, char::is_ascii_lowercase),
        Some('v') => at(capitals + 1, char::is_ascii_digit),
        _ => false,
    }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The short ways give what the long one gives.
        #[test]
        fn what_needs_no_parting_is_named_the_same(word in "([A-Z][a-z][a-z0-9]{0,3}){1,5}|[a-z0-9]{1,4}(_[a-z0-9]{1,4}){0,3}") {
            prop_assert!(is_camel(&word) || is_snake(&word));
            let snake = acronyms(&plain(&word)).to_snake_case();
            let first = |text: &str, sign| if text.starts_with(|c: char| c.is_ascii_digit()) { sign } else { "" };
            let named = |text: String, sign| format!("{}{text}", first(&text, sign));
            prop_assert_eq!(identifier(&[&word], Case::Snake), Some(named(snake.clone(), "n")));
            prop_assert_eq!(identifier(&[&word], Case::Upper), Some(named(upper(&snake), "N")));
        }
    }
}
