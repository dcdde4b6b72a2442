use super::*;

/// A description and what becomes of it: summary, then the lines of the details.
fn check(text: &str, summary: &str, details: &str) {
    let docs = canonical(text);
    assert_eq!((docs.summary.as_str(), docs.details.as_str()), (summary, details), "{text:?}");
}

#[test]
fn the_summary_is_one_line_that_ends() {
    check("Lists\nall pets", "Lists all pets.", "");
    check("Really?\n\nYes.", "Really?", "Yes.");
    check("# Pets\nAll of them.", "Pets.", "All of them.");
    check("", "", "");
    check("- a\n- b", "", "- a\n- b");
    check("One of\n\n- a\n- b", "One of:", "- a\n- b");
    check("**Deprecated.**", "**Deprecated.**", "");
    check("It is _old_", "It is *old*.", "");
    check("A pet (or none.)", "A pet (or none.)", "");
    check("Ends in `a.`", "Ends in `a.`.", "");
}

#[test]
fn a_long_summary_is_cut_at_a_sentence() {
    let first = format!("First {}.", "word ".repeat(30).trim());
    let second = format!("Second {}.", "word ".repeat(30).trim());
    check(&format!("{first} {second}"), &first, &second);
    let endless = "word ".repeat(200);
    let docs = canonical(&endless);
    assert!(docs.summary.ends_with("word…") && docs.summary.len() <= SUMMARY + 3, "{}", docs.summary);
    assert_eq!(docs.details, endless.trim());
}

#[test]
fn code_is_never_a_doctest() {
    check("A.\n\n```rust\npanic!()\n```", "A.", "```text\npanic!()\n```");
    check("A.\n\n~~~\nx\n~~~", "A.", "```text\nx\n```");
    check("A.\n\n    x\n\ty", "A.", "```text\nx\ny\n```");
    check("A.\n\n> ```\n> x", "A.", "> ```text\n> x\n> ```");
    check("A.\n\n- ```\n  x\n  ```", "A.", "- ```text\n  x\n  ```");
    check("A.\n\n````\n```\n````", "A.", "````text\n```\n````");
}

#[test]
fn html_and_brackets_are_escaped() {
    check("<script>x</script>", "\\<script>x\\</script>.", "");
    check("a <b>b</b> Vec<String>", "a b Vec\\<String>.", "");
    check("[Foo] and [`Bar`]", "\\[Foo\\] and \\[`Bar`\\].", "");
    check("a<br/>b\n\n<!-- c -->", "a  b.", "");
    check("a\n\n<p><br /></p>\n\nb", "a.", "b");
    check("a\n\n<p>\n  <br>\n</p>\n<div>b</div>", "a.", "b");
    check("&lt;b&gt; &copy;", "\\<b> ©.", "");
}

#[test]
fn of_html_that_lays_out_text_the_text_stays() {
    check("Use <code>a&lt;b_c</code> or <Code>`d`</Code>", "Use `a<b_c` or `d`.", "");
    check("in <strong>10<sup>-9</sup></strong> units", "in 10^-9 units.", "");
    check("a\n\n<ul><li>One <em>x</em></li>\n<li class=\"y\">Two</li></ul>", "a.", "\\- One x\\\n\\- Two");
    check("| a |\n|---|\n| <nobr>`b`</nobr> <code>c</code> |", "", "| a |\n| --- |\n| `b` `c` |");
    check("a.\n\n<div>\n\"A\"<br/> \"B\"<br>\n</div>", "a.", "\"A\"\n\"B\"");
    // Never closed, so that it stands for something.
    check("GET /users/<code>?x=<b.c>", "GET /users/\\<code>?x=\\<b.c>.", "");
    check("<Response><b>1</b></Response>", "\\<Response>1\\</Response>.", "");
    check("<code>open <code>twice</code> </b>", "`open twice`.", "");
    check("x <code>open\n\n</code> y", "x `open`.", "y");
}

#[test]
fn links_lead_to_the_web_or_nowhere() {
    check("See https://a.b/c_d.", "See <https://a.b/c_d>.", "");
    check("(https://a.b/(c))", "(<https://a.b/(c)>).", "");
    check("[x](javascript:alert) [y](data:z) [z](Foo::bar)", "x y z.", "");
    check("[x](https://a.b \"title\")", "[x](https://a.b).", "");
    check("<a href=\"https://a.b\" target=\"_blank\">x</a>", "[x](https://a.b).", "");
    check("<a href='javascript:x'>x</a>", "x.", "");
    check("[r]\n\n[r]: https://a.b", "[r](https://a.b).", "");
    check("![i](https://a.b/i.png)", "[i](https://a.b/i.png).", "");
}

#[test]
fn lists_are_indented_by_their_markers() {
    check("A:\n\n*   a\n    b\n    * c\n", "A:", "- a\n  b\n  - c");
    check("A:\n\n8. a\n\n   b\n9. c", "A:", "8. a\n\n   b\n\n9. c");
    check("A:\n\n- a\n\nb\n\n+ c", "A:", "- a\n\nb\n\n- c");
    check("A:\n\n- a\n\n+ b", "A:", "- a\n\n* b");
    check("A:\n\n- a\nlazy", "A:", "- a\n  lazy");
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    check("a_b * c ~ d | e", "a_b \\* c \\~ d \\| e.", "");
    check("x\n\\- y", "x - y.", "");
    check("A.\n\nx\n\\# y\n1\\. z", "A.", "x\n\\# y\n1\\. z");
}

#[test]
fn tables_are_kept() {
    check("A.\n\n|a|b|\n|-|-|\n|`x\\|y`|d|", "A.", "| a | b |\n| --- | --- |\n| `x\\|y` | d |");
}

#[test]
fn headings_stand_below_ours() {
    check("A.\n\n# B\n\n###### C", "A.", "### B\n\n###### C");
}

#[test]
fn hidden_characters_are_shown() {
    check("a\u{202e}b", "a\\u{202e}b.", "");
    check("A.\n\n```\n\u{2066}\t\u{1b}\n```", "A.", "```text\n\\u{2066}    \\u{1b}\n```");
    check("a\r\nb\rc", "a b c.", "");
}

#[test]
fn a_shared_indentation_is_no_code() {
    check("\n        A\n        b.\n\n        - c\n", "A b.", "- c");
}

#[test]
fn deep_nesting_is_flattened() {
    let docs = canonical(&format!("A.\n\n{}x", "> ".repeat(5000)));
    assert!(docs.details.len() < 100, "{}", docs.details);
}

#[test]
fn titles_are_plain() {
    assert_eq!(plain("The *Pet*\n`Store` <b>API</b>\u{202e}"), "The Pet Store API\\u{202e}");
}

mod any_text {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// No line breaks a doc comment, and what was written reads as itself.
        #[test]
        fn is_canonical(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "b c. ", "\n", "\n\n", "    ", "\t", "- ", "1. ", "> ", "# ", "```", "~~~", "`", "*", "**", "_", "[", "]", "](", ")",
            "<", ">", "<a href=\"https://x.y\">", "</a>", "|", "|-|-|\n", "https://a.b/c", "\\", "&lt;", "\u{202e}", "\r", "é", "---", "===", "!",
        ]), 0..40)) {
            let docs = canonical(&pieces.concat());
            prop_assert!(!docs.summary.contains('\n'));
            for line in docs.lines() {
                prop_assert!(!line.contains(['\r', '\t', '\u{202e}']), "{line:?}");
                prop_assert_eq!(line.trim_end(), line);
            }
            let written: Vec<&str> = docs.lines().collect();
            let fences = parse(&written.join("\n"));
            let code = |blocks: &[Block]| blocks.iter().filter(|block| matches!(block, Block::Code(_))).count();
            let fenced = written.iter().filter(|line| line.ends_with("```text") || line.ends_with("`text")).count();
            prop_assert!(code(&fences) <= fenced, "{written:?}");
        }
    }
}
