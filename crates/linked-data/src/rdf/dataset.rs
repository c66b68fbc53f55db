//! A set of statements.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::escape::{self, Escapes};
use super::term::{Kind, RDF_LANG_STRING, TermId, XSD_STRING};
use super::texts::Texts;

/// A dataset is larger than its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more statements, or longer ones, than are looked at")]
pub struct TooLarge;

/// One statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Quad {
    pub(crate) subject: TermId,
    pub(crate) predicate: TermId,
    pub(crate) object: TermId,
    /// [`TermId::NONE`] is the default graph.
    pub(crate) graph: TermId,
}

impl Quad {
    /// The blank nodes in it, with the letter of the position each stands at (RDFC-1.0 §4.7).
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (u8, usize)> {
        [(b's', self.subject), (b'o', self.object), (b'g', self.graph)]
            .into_iter()
            .filter_map(|(position, term)| Some((position, term.node()?)))
    }
}

/// Statements, each once, and the terms they are made of (RDF 1.1 Concepts §4).
///
/// Bounded twice: by the number of statements, and by the bytes of all statements written out, because a long IRI that
/// a document states once may come back in every statement.
#[derive(Clone, Debug)]
pub struct Dataset {
    texts: Texts,
    /// Labels of blank nodes, with a handle for each.
    labels: Texts,
    labelled: Vec<TermId>,
    nodes: usize,
    quads: Vec<Quad>,
    known: HashTable<u32>,
    seed: DefaultHashBuilder,
    escapes: Escapes,
    /// Statements that still have room.
    limit: usize,
    /// Bytes written out so far.
    bytes: usize,
    full: bool,
    /// Has a character beyond U+FFFF, and one from U+E000 to it: see `canon::order`.
    astral: bool,
    high: bool,
}

/// Bytes of all statements written out.
const MAX_BYTES: usize = 64 << 20;

impl Dataset {
    /// An empty dataset that takes at most `limit` statements, and these up to 64 MiB as N-Quads.
    pub fn new(limit: usize) -> Dataset {
        // Room for a usual badge: growing step by step costs more than filling.
        Dataset {
            texts: Texts::with_capacity(128, 8 << 10),
            labels: Texts::default(),
            labelled: Vec::new(),
            nodes: 0,
            quads: Vec::with_capacity(limit.min(128)),
            known: HashTable::with_capacity(limit.min(128)),
            seed: DefaultHashBuilder::default(),
            escapes: Escapes::Rdfc10,
            limit,
            bytes: 0,
            full: false,
            astral: false,
            high: false,
        }
    }

    /// The dataset with its literals written so; for a dataset without any yet.
    #[must_use]
    pub fn with_escapes(mut self, escapes: Escapes) -> Dataset {
        self.escapes = escapes;
        self
    }

    /// The term for an IRI. Nothing is checked; what cannot stand in an IRI is escaped when written.
    pub fn iri(&mut self, iri: &str) -> TermId {
        self.text(iri.len(), |out| {
            out.push('<');
            escape::iri(out, iri);
            out.push('>');
        })
    }

    /// The blank node with a label (without `_:`), the same for the same label.
    pub fn blank(&mut self, label: &str) -> TermId {
        if self.full || self.labels.bytes().saturating_add(label.len()) > MAX_BYTES {
            self.full = true;
            return TermId::NONE;
        }
        let number = self.labels.intern(|out| out.push_str(label));
        if let Some(node) = self.labelled.get(number) {
            return *node;
        }
        let node = self.fresh();
        self.labelled.push(node);
        node
    }

    /// A blank node without label, different from all others.
    pub fn fresh(&mut self) -> TermId {
        let Some(node) = TermId::blank(self.nodes) else {
            self.full = true;
            return TermId::NONE;
        };
        self.nodes += 1;
        node
    }

    /// The term for a literal. A language makes it an `rdf:langString` whatever `datatype` says; its letters stay as
    /// they are, because what is signed holds them so.
    pub fn literal(&mut self, value: &str, datatype: &str, language: Option<&str>) -> TermId {
        let more = value.len().saturating_add(language.unwrap_or(datatype).len());
        let escapes = self.escapes;
        self.text(more, |out| {
            out.push('"');
            escape::literal(out, value, escapes);
            out.push('"');
            if let Some(language) = language {
                out.push('@');
                escape::language(out, language);
            } else if datatype != XSD_STRING && datatype != RDF_LANG_STRING {
                out.push_str("^^<");
                escape::iri(out, datatype);
                out.push('>');
            }
        })
    }

    fn text(&mut self, more: usize, write: impl FnOnce(&mut String)) -> TermId {
        if self.full || self.texts.bytes().saturating_add(more) > MAX_BYTES {
            self.full = true;
            return TermId::NONE;
        }
        let before = self.texts.len();
        let number = self.texts.intern(write);
        if number == before && !self.texts.get(number).is_ascii() {
            for byte in self.texts.get(number).bytes() {
                self.astral |= byte >= 0xf0;
                self.high |= byte == 0xee || byte == 0xef;
            }
        }
        TermId::text(number).unwrap_or_else(|| {
            self.full = true;
            TermId::NONE
        })
    }

    /// Adds a statement, in the default graph without `graph`; one that is there already changes nothing.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] if a bound is reached, here or when one of the terms was made. Nothing can be added from then on.
    pub fn insert(
        &mut self,
        subject: TermId,
        predicate: TermId,
        object: TermId,
        graph: Option<TermId>,
    ) -> Result<(), TooLarge> {
        if self.full {
            return Err(TooLarge);
        }
        let quad = Quad { subject, predicate, object, graph: graph.unwrap_or(TermId::NONE) };
        let hash = self.seed.hash_one(quad);
        let same = |at: &u32| self.quads.get(*at as usize) == Some(&quad);
        if self.known.find(hash, same).is_some() {
            return Ok(());
        }
        let at = self.quads.len();
        let bytes =
            [subject, predicate, object, quad.graph].iter().map(|term| self.length(*term)).sum::<usize>();
        self.bytes = self.bytes.saturating_add(bytes).saturating_add(8);
        let number = match u32::try_from(at) {
            Ok(number) if at < self.limit && self.bytes <= MAX_BYTES => number,
            _ => {
                self.full = true;
                return Err(TooLarge);
            }
        };
        self.quads.push(quad);
        let Dataset { quads, known, seed, .. } = self;
        known.insert_unique(hash, number, |at| quads.get(*at as usize).map_or(0, |quad| seed.hash_one(quad)));
        Ok(())
    }

    fn length(&self, term: TermId) -> usize {
        match term.kind() {
            // "_:c14n" and a number.
            Kind::Blank(_) => 12,
            Kind::Text(number) => self.texts.get(number).len(),
        }
    }

    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.quads.len()
    }

    /// Is there no statement?
    pub fn is_empty(&self) -> bool {
        self.quads.is_empty()
    }

    /// How many blank nodes there are.
    pub fn blank_nodes(&self) -> usize {
        self.nodes
    }

    /// The labels of those blank nodes that have one.
    pub(crate) fn labels(&self) -> impl Iterator<Item = (&str, usize)> {
        self.labelled
            .iter()
            .enumerate()
            .filter_map(|(number, node)| Some((self.labels.get(number), node.node()?)))
    }

    pub(crate) fn quads(&self) -> &[Quad] {
        &self.quads
    }

    /// How many texts there are; they are numbered from 0.
    pub(crate) fn texts(&self) -> usize {
        self.texts.len()
    }

    /// An IRI or literal as it stands in canonical N-Quads.
    pub(crate) fn written(&self, number: usize) -> &str {
        self.texts.get(number)
    }

    /// An IRI between angle brackets without escapes; only the hashes of related nodes take it so.
    pub(crate) fn plain(&self, number: usize) -> std::borrow::Cow<'_, str> {
        let written = self.texts.get(number);
        if written.contains('\\') { escape::plain_iri(written).into() } else { written.into() }
    }

    /// Bytes of all statements written out, or a few more.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Would UTF-16 order the terms otherwise than code points do?
    pub(crate) fn orders_differ(&self) -> bool {
        self.astral && self.high
    }

    /// All statements as N-Quads, in the order in which they were added; blank nodes are called `b` and a number.
    pub fn to_n_quads(&self) -> String {
        let mut out = String::with_capacity(self.bytes);
        for quad in &self.quads {
            for term in [quad.subject, quad.predicate, quad.object, quad.graph] {
                match term.kind() {
                    _ if term == TermId::NONE => continue,
                    Kind::Text(number) => out.push_str(self.written(number)),
                    Kind::Blank(node) => {
                        out.push_str("_:b");
                        out.push_str(&node.to_string());
                    }
                }
                out.push(' ');
            }
            out.push_str(".\n");
        }
        out
    }
}
