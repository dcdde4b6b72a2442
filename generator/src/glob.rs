//! Patterns of names and places, as flags and `generator.toml` have them.

/// Whether a pattern matches a whole text: `*` is any text within one step, `**` any text, `?` one character of a step.
/// Steps end at `step`; without it a text is one step. Takes time in proportion to the product of their lengths, not more.
#[must_use]
pub fn matches(pattern: &str, text: &str, step: Option<char>) -> bool {
    let text: Vec<char> = text.chars().collect();
    // Which prefixes of the text the pattern matches so far.
    let mut reached: Vec<bool> = (0..=text.len()).map(|length| length == 0).collect();
    let mut pattern = pattern.chars().peekable();
    while let Some(c) = pattern.next() {
        let deep = c == '*' && (pattern.next_if_eq(&'*').is_some() || step.is_none());
        let mut next = vec![false; reached.len()];
        let mut before = false;
        for (index, slot) in next.iter_mut().enumerate() {
            let last = index.checked_sub(1).and_then(|index| text.get(index));
            let here = reached.get(index).copied().unwrap_or_default();
            let one_less = index.checked_sub(1).and_then(|index| reached.get(index)).copied().unwrap_or_default();
            *slot = match c {
                '*' => here || (before && (deep || last.copied() != step)),
                '?' => one_less && (step.is_none() || last.copied() != step),
                c => one_less && last == Some(&c),
            };
            before = *slot;
        }
        reached = next;
    }
    reached.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_stop_at_the_end_of_a_step() {
        let yes = [("*", "abc"), ("a*c", "abbc"), ("a?c", "abc"), ("a/*", "a/b/c"), ("**", ""), ("é*", "éa")];
        assert!(yes.iter().all(|(pattern, text)| matches(pattern, text, None)));
        let no = [("a", "ab"), ("b*", "ab"), ("a?", "a"), ("", "a")];
        assert!(!no.iter().any(|(pattern, text)| matches(pattern, text, None)));
        assert!(
            matches("/v1/*", "/v1/a", Some('/'))
                && matches("/v1/**", "/v1/a/b", Some('/'))
                && matches("/*/b", "/{a}/b", Some('/'))
        );
        assert!(!matches("/v1/*", "/v1/a/b", Some('/')) && !matches("/v1?a", "/v1/a", Some('/')));
        assert!(!matches(&"*a".repeat(200), &"a".repeat(199), None), "no pattern takes long");
    }
}
