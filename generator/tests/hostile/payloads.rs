//! What a document may say to get out of where it stands.

/// What each one must not leave is named beside it.
pub const PAYLOADS: &[(&str, &str)] = &[
    ("string literals", r##"" ; fn evil() {} //"##),
    ("raw strings", r###""# ; fn evil() {} r#""###),
    ("character and lifetime literals", r"'; fn evil() {} 'a: loop {}"),
    ("block comments", "*/ pub fn evil() {} /*"),
    ("line comments", "a\nfn evil() {}\r\nmod evil;\rstatic EVIL: u8 = 0;"),
    ("what is seen", "\u{202e}\u{2066}// evil\u{2069}\u{2066}\u{200b}\u{feff}"),
    ("attributes", r##""] #[cfg(evil)] #![feature(evil)] #[doc = ""##),
    ("templates", "{{ package }}{% if true %}evil{% endif %}{# evil #}{{ evil() }}"),
    ("format strings", "${evil} {evil} {0:?} {api_key:?} %s $(evil) `evil`"),
    ("TOML strings", "\"\"\"\n[dependencies]\nevil = \"1\"\n[lib]\npath = \"/etc/passwd\"\n'''"),
    ("Markdown", "[evil](javascript:evil) ![evil](data:text/html,evil) <https://evil.test> [evil]: https://evil.test"),
    ("HTML", "<script>evil()</script><img src=x onerror=evil()> <!-- --> </details> &lt;script&gt;"),
    ("tables", "| evil | evil |\n|---|---|\n| evil | <b>evil</b> |\n\n# evil\n\n---\n> evil"),
    ("doc tests", "```\npanic!(\"evil\");\n```\n\n~~~rust\nevil()\n~~~\n\n    indented_evil()\n\n- ```rust\n  evil()\n  ```\n> ```\n> evil()"),
    ("doc fences", "```` ```text\n```\n````\n```rust,no_run\nevil()"),
    ("intra-doc links", "[`evil`](std::process::Command) [crate::evil] [evil][crate] <evil@evil.test>"),
    ("macros", "include_str!(\"/etc/passwd\") env!(\"HOME\") concat!() $crate macro_rules! compile_error!(\"evil\")"),
    ("what a text can hold", "a\0b\u{1b}[2J\u{7f}\u{85}\u{2028}\u{2029}\t"),
    ("its place", ".."),
    ("its folder", "../../evil"),
    ("its file system", "con"),
    ("cargo's own files", "main"),
    ("its URL", "https://evil.test/\\@evil.test#evil?evil=%2e%2e%2f"),
    ("anything at all", ""),
    ("blank", " \t "),
    ("an identifier", "self"),
    ("a keyword", "type"),
    ("another keyword", "gen"),
    ("the prelude", "Option"),
    ("ASCII", "😀 ñ é e\u{301} ﬀ K 名前 عربي"),
    ("a line", LONG),
    ("a number", "-1e400"),
    ("a backslash", r"\ \\ \u{41} \x41 \"),
];

const LONG: &str = "evilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevil\
evilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevilevil\
evilevilevilevilevilevilevilevilevilevilevilevilevilevil";
