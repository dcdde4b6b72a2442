//! Markdown is parsed into a small tree of blocks.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::{
    html::{Closed, Effect, pieces},
    inline::{Inline, target},
};

/// Lists and quotes that are nested deeper are flattened.
const DEPTH: usize = 6;

/// A block.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Paragraph(Inline),
    /// With its level, 1 to 6.
    Heading(usize, Inline),
    Code(String),
    /// With the number of the first item when it is numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    Quote(Vec<Block>),
    /// The first row is the head.
    Table(Vec<Vec<Inline>>),
    Rule,
}

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    TextMergeStream::new(Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH))
}

/// Sends the texts and codes of a Markdown text, with a space for each break.
pub(super) fn visit_texts(text: &str, mut visit: impl FnMut(&str)) {
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => visit(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                visit(" ");
            }
            _ => {}
        }
    }
}

/// Parses a Markdown text.
pub(super) fn parse(text: &str) -> Vec<Block> {
    let mut reader = Reader { closed: Closed::of(text), ..Reader::default() };
    for event in events(&dedent(&text.replace("\r\n", "\n").replace('\r', "\n"))) {
        reader.event(event);
    }
    reader.finish()
}

/// Without the indentation that all lines share: it comes from the place where the text stood in somebody's program,
/// and does not make it code.
fn dedent(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let shared = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or_default();
    let lines: Vec<&str> = text.lines().map(|line| line.get(shared..).unwrap_or_default()).collect();
    lines.join("\n")
}

/// The address of `<a href="...">`.
fn href(tag: &str) -> Option<String> {
    let rest = tag.strip_prefix("<a ").or_else(|| tag.strip_prefix("<A "))?;
    let (_, value) = rest.split_once("href=")?;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(quote).next().map(str::to_owned)
}

#[derive(Default)]
struct Reader {
    /// Blocks of the document itself.
    blocks: Vec<Block>,
    /// Lists, items and quotes that are open.
    open: Vec<Open>,
    /// How many containers are open in the text that have no counterpart in `open`.
    flattened: usize,
    inline: Inline,
    links: Vec<bool>,
    code: Option<String>,
    table: Option<Vec<Vec<Inline>>>,
    html: Option<String>,
    /// The elements of HTML that the text closes.
    closed: Closed,
    /// The text of a `<code>` that is open.
    html_code: Option<String>,
    /// A link that HTML opened is not closed yet.
    html_link: bool,
}

enum Open {
    List(Option<u64>, Vec<Vec<Block>>),
    Item(Vec<Block>),
    Quote(Vec<Block>),
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match (&mut self.code, &mut self.html) {
                (Some(code), _) => code.push_str(&text),
                (_, Some(html)) => html.push_str(&text),
                _ => self.text(&text),
            },
            Event::Code(text) => match &mut self.html_code {
                Some(code) => code.push_str(&text),
                None => self.inline.push_code(&text, self.table.is_some()),
            },
            Event::Html(text) => self.html.get_or_insert_default().push_str(&text),
            Event::InlineHtml(text) => self.inline_html(&text),
            Event::SoftBreak => self.line_break(false),
            Event::HardBreak => self.line_break(true),
            Event::Rule => {
                self.flush();
                self.push(Block::Rule);
            }
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.inline.push_text(&text, true);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.html_code {
            Some(code) => code.push_str(text),
            None => self.inline.push_text(text, !self.links.is_empty()),
        }
    }

    fn line_break(&mut self, hard: bool) {
        match &mut self.html_code {
            Some(code) => code.push(' '),
            None => self.inline.push_break(hard),
        }
    }

    /// Line breaks, links, code and what lays out text are what authors mean; any other tag is shown as text.
    fn inline_html(&mut self, text: &str) {
        let tag = text.trim_matches(['<', '>', '/', ' ']).to_ascii_lowercase();
        match href(text) {
            _ if tag == "br" => self.inline.push_break(self.table.is_none()),
            _ if text.starts_with("<!--") => {}
            Some(url) if self.links.is_empty() => {
                self.html_link = true;
                self.links.push(false);
                match target(LinkType::Inline, &url.into()) {
                    Some(target) => self.inline.open("[", format!("]({target})")),
                    None => self.inline.open("", String::new()),
                }
            }
            _ if tag == "a" && self.html_link => self.end_html_link(),
            _ => self.tag(text),
        }
    }

    fn tag(&mut self, tag: &str) {
        match self.closed.effect(tag) {
            Effect::None => {}
            Effect::Line => self.line_break(false),
            Effect::Item if self.table.is_some() => self.text(" "),
            Effect::Item => self.inline.push_item(),
            Effect::Power => self.text("^"),
            Effect::Code => self.html_code = Some(self.html_code.take().unwrap_or_default()),
            Effect::CodeEnd => self.end_html_code(),
            Effect::Shown => self.text(tag),
        }
    }

    fn end_html_code(&mut self) {
        if let Some(code) = self.html_code.take() {
            self.inline.push_code(code.trim(), self.table.is_some());
        }
    }

    fn end_html_link(&mut self) {
        self.end_html_code();
        if std::mem::take(&mut self.html_link) {
            self.links.pop();
            self.inline.close();
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => self.flush(),
            Tag::BlockQuote(_) => self.enter(Open::Quote(Vec::new())),
            Tag::List(start) => self.enter(Open::List(start, Vec::new())),
            Tag::Item => self.enter(Open::Item(Vec::new())),
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(String::new());
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Vec::new());
            }
            Tag::TableHead | Tag::TableRow => self.table.get_or_insert_default().push(Vec::new()),
            Tag::Emphasis => self.inline.open("*", "*".to_owned()),
            Tag::Strong => self.inline.open("**", "**".to_owned()),
            Tag::Strikethrough => self.inline.open("~~", "~~".to_owned()),
            Tag::Link { link_type, dest_url, .. } => {
                let target = target(link_type, &dest_url);
                let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push(bare && target.is_some());
                match target {
                    Some(target) if bare => self.inline.open(&format!("<{target}>"), String::new()),
                    Some(target) => self.inline.open("[", format!("]({target})")),
                    None => self.inline.open("", String::new()),
                }
            }
            Tag::Image { link_type, dest_url, .. } => {
                self.links.push(false);
                match target(link_type, &dest_url) {
                    // An image would be fetched by whoever opens the page; a link is not. Links do not nest.
                    Some(target) if self.links.len() == 1 => self.inline.open("[", format!("]({target})")),
                    _ => self.inline.open("", String::new()),
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => {
                self.end_html_link();
                let inline = std::mem::take(&mut self.inline).on_one_line();
                if !inline.is_empty() {
                    self.push(Block::Heading(level as usize, inline));
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.leave(),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take().filter(|code| !code.trim().is_empty()) {
                    self.push(Block::Code(code));
                }
            }
            TagEnd::HtmlBlock => self.flush(),
            TagEnd::TableCell => {
                self.end_html_link();
                let inline = std::mem::take(&mut self.inline).on_one_line();
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(inline);
                }
            }
            TagEnd::Table => {
                if let Some(rows) = self.table.take() {
                    self.push(Block::Table(rows));
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.inline.close(),
            TagEnd::Link | TagEnd::Image => {
                self.links.pop();
                self.inline.close();
            }
            _ => {}
        }
    }

    /// What was written becomes a paragraph. HTML is one too: its text, and what of its tags is shown.
    fn flush(&mut self) {
        if let Some(html) = self.html.take() {
            self.html_block(&html);
        }
        self.end_html_link();
        let inline = std::mem::take(&mut self.inline);
        if !inline.is_empty() {
            self.push(Block::Paragraph(inline));
        }
    }

    fn html_block(&mut self, html: &str) {
        let html = html.trim();
        if html.starts_with("<!--") && html.ends_with("-->") {
            return;
        }
        for (index, line) in html.lines().map(str::trim).filter(|line| !is_spacing(line)).enumerate() {
            if index > 0 {
                self.line_break(false);
            }
            for piece in pieces(line) {
                if piece.starts_with('<') { self.tag(piece) } else { self.text(piece) }
            }
        }
    }

    fn enter(&mut self, container: Open) {
        self.flush();
        if self.open.len() >= 2 * DEPTH || self.flattened > 0 {
            self.flattened += 1;
        } else {
            self.open.push(container);
        }
    }

    fn leave(&mut self) {
        self.flush();
        if self.flattened > 0 {
            self.flattened -= 1;
            return;
        }
        match self.open.pop() {
            Some(Open::Item(blocks)) => match self.open.last_mut() {
                Some(Open::List(_, items)) if !blocks.is_empty() => items.push(blocks),
                _ => {}
            },
            Some(Open::List(start, items)) if !items.is_empty() => self.push(Block::List(start, items)),
            Some(Open::Quote(blocks)) if !blocks.is_empty() => self.push(Block::Quote(blocks)),
            _ => {}
        }
    }

    fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Item(blocks) | Open::Quote(blocks)) => blocks.push(block),
            Some(Open::List(_, items)) => items.push(vec![block]),
            None => self.blocks.push(block),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush();
        while !self.open.is_empty() {
            self.flattened = 0;
            self.leave();
        }
        self.blocks
    }
}

/// Whether a line of HTML shows nothing: paragraphs and line breaks alone, which authors put between blocks.
fn is_spacing(line: &str) -> bool {
    let tags = line.split('<').skip(1).all(|tag| {
        let (name, after) = tag.split_once('>').unwrap_or((tag, "text"));
        let name = name.trim_matches(['/', ' ']);
        (name.eq_ignore_ascii_case("p") || name.eq_ignore_ascii_case("br")) && after.trim().is_empty()
    });
    tags && line.split('<').next().is_none_or(str::is_empty)
}
