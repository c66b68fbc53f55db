//! Finds the profile inside a page, with a parser that sees the page as a browser does, and keeps nothing else of it.
//!
//! A tree of the page is never built: strangers' pages may be large. What counts is how many
//! `<script id="badgefolio-profile">` there are, wherever they stand, and what is in the first.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ParseOpts, QualName, local_name, parse_document};

use crate::error::OpenError;
use crate::script::SCRIPT_ID;

/// Elements open at once. Our pages nest about ten deep, browsers stop at 512.
const OPEN: usize = 512;
/// Elements of a page altogether.
const ELEMENTS: usize = 2_000_000;
/// How much is parsed between two looks at the bounds.
const STEP: usize = 64 * 1024;

/// The text of the one profile in this page.
pub(super) fn profile_script(page: &str) -> Result<String, OpenError> {
    within(page, ELEMENTS)
}

fn within(page: &str, elements: usize) -> Result<String, OpenError> {
    let opts = ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
        ..ParseOpts::default()
    };
    let mut parser = parse_document(Finder::default(), opts);
    let mut rest = page;
    while !rest.is_empty() {
        let mut cut = rest.len().min(STEP);
        while !rest.is_char_boundary(cut) {
            cut += 1;
        }
        let (step, after) = rest.split_at(cut);
        parser.process(StrTendril::from_slice(step));
        let finder = &parser.tokenizer.sink.sink;
        if finder.made.get() > elements || Rc::strong_count(&finder.alive) > OPEN {
            return Err(OpenError::Damaged("a page too large or too deep".to_owned()));
        }
        rest = after;
    }
    let found = parser.finish();
    match found.count.get() {
        0 => Err(OpenError::NotOne),
        1 => Ok(found.text.into_inner()),
        _ => Err(OpenError::Several),
    }
}

/// An element, as far as the parser needs it back.
#[derive(Clone)]
struct Element(Rc<Inside>);

struct Inside {
    name: QualName,
    first_profile: bool,
    integration_point: bool,
    /// Counts the elements that are still held.
    _alive: Rc<()>,
}

struct Finder {
    document: Element,
    alive: Rc<()>,
    made: Cell<usize>,
    count: Cell<usize>,
    text: RefCell<String>,
}

impl Default for Finder {
    fn default() -> Finder {
        let alive = Rc::new(());
        Finder {
            document: element(html_name(), &alive),
            alive,
            made: Cell::new(0),
            count: Cell::new(0),
            text: RefCell::new(String::new()),
        }
    }
}

fn html_name() -> QualName {
    QualName::new(None, html5ever::ns!(html), local_name!("html"))
}

fn element(name: QualName, alive: &Rc<()>) -> Element {
    Element(Rc::new(Inside {
        name,
        first_profile: false,
        integration_point: false,
        _alive: Rc::clone(alive),
    }))
}

impl TreeSink for Finder {
    type Handle = Element;
    type Output = Finder;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Finder {
        self
    }

    fn get_document(&self) -> Element {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Element) -> &'a QualName {
        &target.0.name
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Element {
        self.made.set(self.made.get() + 1);
        // Any namespace: a script inside SVG is one, too.
        let profile = name.local == local_name!("script")
            && attrs.iter().any(|a| a.name.local == local_name!("id") && &*a.value == SCRIPT_ID);
        if profile {
            self.count.set(self.count.get() + 1);
        }
        Element(Rc::new(Inside {
            name,
            first_profile: profile && self.count.get() == 1,
            integration_point: flags.mathml_annotation_xml_integration_point,
            _alive: Rc::clone(&self.alive),
        }))
    }

    fn append(&self, parent: &Element, child: NodeOrText<Element>) {
        if let (true, NodeOrText::AppendText(text)) = (parent.0.first_profile, child) {
            self.text.borrow_mut().push_str(&text);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Element,
        _previous: &Element,
        child: NodeOrText<Element>,
    ) {
        self.append(element, child);
    }

    fn same_node(&self, x: &Element, y: &Element) -> bool {
        Rc::ptr_eq(&x.0, &y.0)
    }

    fn get_template_contents(&self, target: &Element) -> Element {
        target.clone()
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Element) -> bool {
        target.0.integration_point
    }

    fn create_comment(&self, _text: StrTendril) -> Element {
        element(html_name(), &self.alive)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Element {
        element(html_name(), &self.alive)
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}
    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}
    fn set_quirks_mode(&self, _mode: QuirksMode) {}
    fn append_before_sibling(&self, _sibling: &Element, _node: NodeOrText<Element>) {}
    fn add_attrs_if_missing(&self, _target: &Element, _attrs: Vec<Attribute>) {}
    fn remove_from_parent(&self, _target: &Element) {}
    fn reparent_children(&self, _node: &Element, _parent: &Element) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: &str = "<script type=\"application/json\" id=\"badgefolio-profile\">{}</script>";

    #[test]
    fn one_and_only_one() {
        let page = |body: &str| profile_script(&format!("<!doctype html><html><body>{body}"));
        assert_eq!(page(DATA), Ok("{}".into()));
        assert_eq!(page(""), Err(OpenError::NotOne));
        assert_eq!(page(&DATA.repeat(2)), Err(OpenError::Several));
        // Not scripts, to a browser: inside a comment, a text area, a title, a style sheet.
        for (before, after) in
            [("<!--", "-->"), ("<textarea>", "</textarea>"), ("<title>", "</title>"), ("<style>", "</style>")]
        {
            assert_eq!(page(&format!("{before}{DATA}{after}")), Err(OpenError::NotOne), "{before}");
            assert_eq!(page(&format!("{before}{DATA}{after}{DATA}")), Ok("{}".into()), "{before}");
        }
        // Scripts that hide.
        for hidden in [
            format!("<template>{DATA}</template>"),
            format!("<svg>{DATA}</svg>"),
            format!("<noscript>{DATA}</noscript>"),
            format!("<select>{DATA}</select>"),
            "<SCRIPT ID='badgefolio-profile'>{}</SCRIPT>".to_owned(),
            "<script id=badgefolio&#45;profile>{}</script>".to_owned(),
        ] {
            assert_eq!(page(&format!("{hidden}{DATA}")), Err(OpenError::Several), "{hidden}");
        }
    }

    #[test]
    fn a_page_may_not_be_endless() {
        let deep = "<div>".repeat(100_000) + DATA;
        assert_eq!(profile_script(&deep).unwrap_err().code(), "shared-profile.damaged");
        let wide = "<br>".repeat(50_000) + DATA;
        assert!(within(&wide, 60_000).is_ok());
        assert_eq!(within(&wide, 40_000).unwrap_err().code(), "shared-profile.damaged");
    }
}
