//! The text of a few tokens on one line: the cells of a table.
//!
//! prettyplease prints whole items only. The result is read back and compared, so spacing can be ugly but never wrong.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The tokens as one line.
///
/// # Errors
/// What went wrong, when the text does not read back as the same tokens.
pub(super) fn text(tokens: &TokenStream) -> Result<String, String> {
    if let Some(word) = one_word(tokens) {
        return Ok(word);
    }
    let mut writer = Writer::default();
    writer.stream(tokens.clone());
    let again = writer.out.parse::<TokenStream>().map_err(|error| format!("{error}: {}", writer.out))?;
    if is_same(again, tokens.clone()) { Ok(writer.out) } else { Err(format!("`{tokens}` became `{}`", writer.out)) }
}

/// The text of a name or literal that is a cell by itself.
fn one_word(tokens: &TokenStream) -> Option<String> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(word)), None) => Some(word.to_string()),
        (Some(TokenTree::Literal(word)), None) => Some(word.to_string()),
        _ => None,
    }
}

/// Whether two streams are the same but for what is known of the space between their tokens.
fn is_same(one: TokenStream, other: TokenStream) -> bool {
    let (mut one, mut other) = (one.into_iter(), other.into_iter());
    loop {
        let same = match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(TokenTree::Group(one)), Some(TokenTree::Group(other))) => {
                one.delimiter() == other.delimiter() && is_same(one.stream(), other.stream())
            }
            (Some(TokenTree::Punct(one)), Some(TokenTree::Punct(other))) => one.as_char() == other.as_char(),
            (Some(TokenTree::Ident(one)), Some(TokenTree::Ident(other))) => one == other,
            (Some(TokenTree::Literal(one)), Some(TokenTree::Literal(other))) => one.to_string() == other.to_string(),
            _ => false,
        };
        if !same {
            return false;
        }
    }
}

/// What stands to the left of the next token.
#[derive(Clone, Copy, Default, PartialEq)]
enum Left {
    /// Nothing, or something that binds to what follows.
    #[default]
    Tight,
    /// A word, a literal or a closing bracket.
    Word,
    /// A comma, an operator: a space follows.
    Wide,
}

#[derive(Default)]
struct Writer {
    out: String,
    left: Left,
    /// Punctuation that is joined to the next one: the beginning of `::`, `->`.
    operator: String,
}

impl Writer {
    fn stream(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.group(group.delimiter(), group.stream()),
                TokenTree::Ident(ident) => self.word(&ident.to_string()),
                TokenTree::Literal(literal) => self.word(&literal.to_string()),
                TokenTree::Punct(punct) => {
                    self.operator.push(punct.as_char());
                    if punct.spacing() == Spacing::Alone || punct.as_char() == '\'' {
                        let operator = std::mem::take(&mut self.operator);
                        self.punct(&operator);
                    }
                }
            }
        }
    }

    fn word(&mut self, text: &str) {
        if self.left != Left::Tight {
            self.out.push(' ');
        }
        self.out.push_str(text);
        self.left = Left::Word;
    }

    fn punct(&mut self, operator: &str) {
        let (before, after) = match operator {
            "," | ";" | ":" => (false, Left::Wide),
            ">" | ">>" | "?" => (false, Left::Word),
            "<" | "::" | "." | "!" | ".." => (false, Left::Tight),
            "&" | "'" | "#" | "-" | "*" | "::<" => (self.left != Left::Tight, Left::Tight),
            _ => (self.left != Left::Tight, Left::Wide),
        };
        if before || (self.left == Left::Wide && !matches!(operator, "," | ";")) {
            self.out.push(' ');
        }
        self.out.push_str(operator);
        self.left = after;
    }

    fn group(&mut self, delimiter: Delimiter, stream: TokenStream) {
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace if stream.is_empty() => ("{", "}"),
            Delimiter::Brace => ("{ ", " }"),
            Delimiter::None => ("", ""),
        };
        // `list(timestamp)`, but `empty ()`: the unit type.
        let unit = delimiter == Delimiter::Parenthesis && stream.is_empty();
        let glued =
            matches!(delimiter, Delimiter::Parenthesis | Delimiter::Bracket) && self.left == Left::Word && !unit;
        if self.left != Left::Tight && !glued {
            self.out.push(' ');
        }
        self.out.push_str(open);
        self.left = Left::Tight;
        self.stream(stream);
        self.out.push_str(close);
        self.left = Left::Word;
    }
}
