//! The W3C test suite of JSON-LD 1.1, "Transform JSON-LD to RDF", each test by its own name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod w3c;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use linked_data::canon::{HashAlgorithm, canonicalize};
use linked_data::rdf::{Dataset, Escapes};
use linked_data::{Contexts, Loaded, Options, RdfDirection, to_rdf};
use strict_json::Value;

/// Tests that are not to pass, and why. One that does pass fails.
const OTHERWISE: &[(&str, &str)] = &[
    ("t0118", GENERALIZED),
    ("te075", GENERALIZED),
    ("tc029", OLD),
    ("te014", OLD),
    ("te071", OLD),
    ("te115", OLD),
    ("tep02", OLD),
    ("ter02", OLD),
    ("ter03", OLD),
    ("ter32", OLD),
    ("ter42", OLD),
    ("ttn01", OLD),
];

const OLD: &str = "it asks for JSON-LD 1.0, where 1.1 says otherwise; no credential is written in 1.0";
const GENERALIZED: &str = "it asks for statements whose property is a blank node, which RDF has not";

fn suite() -> Option<PathBuf> {
    w3c::suite("w3c-json-ld-api", "toRdf-manifest.jsonld")
}

fn read(path: &Path) -> Option<Value> {
    serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
}

fn manifest(folder: &Path) -> Vec<Value> {
    let manifest = read(&folder.join("toRdf-manifest.jsonld")).expect("the manifest");
    manifest["sequence"].as_array().expect("tests").clone()
}

/// Where the suite says that it lies.
const HOME: &str = "https://w3c.github.io/json-ld-api/tests/";

/// Contexts in the folder of the suite.
struct Folder(PathBuf);

impl Contexts for Folder {
    fn context(&self, url: &str) -> Option<Arc<Loaded>> {
        let path = self.0.join(url.strip_prefix(HOME)?);
        Some(Arc::new(Loaded::foreign(url, &read(&path)?)))
    }
}

/// The statements of a file; nothing if it holds generalized ones, which no [`Dataset`] does.
fn expected(n_quads: &str) -> Option<Dataset> {
    let mut dataset = Dataset::new(10_000);
    for quad in oxttl::NQuadsParser::new().lenient().for_slice(n_quads.as_bytes()) {
        w3c::insert(&mut dataset, &quad.ok()?);
    }
    Some(dataset)
}

/// Does a test pass, and if not, why? `None` if its files are not here.
fn passes(folder: &Path, id: &str) -> Option<Result<(), String>> {
    let entries = manifest(folder);
    let entry = entries.iter().find(|entry| entry["@id"] == format!("#{id}")).expect("a test of this name");
    let input = entry["input"].as_str().expect("an input");
    let document = read(&folder.join(input))?;
    let option = &entry["option"];
    let base = option["base"].as_str().map_or_else(|| format!("{HOME}{input}"), str::to_owned);
    let context = option["expandContext"].as_str().map(|path| read(&folder.join(path)).expect("a context"));
    let options = Options {
        strict: false,
        base: Some(&base),
        direction: match option["rdfDirection"].as_str() {
            None => RdfDirection::None,
            Some("i18n-datatype") => RdfDirection::I18nDatatype,
            Some("compound-literal") => RdfDirection::CompoundLiteral,
            Some(other) => panic!("{other} is not known"),
        },
        context: context.as_ref().map(|context| &context["@context"]),
        max_quads: 10_000,
        escapes: Escapes::Rdfc10,
    };
    let contexts = Folder(folder.to_owned());
    let result = to_rdf(&document, &contexts, &options);
    let kind = entry["@type"].as_array().expect("types")[0].as_str().expect("a type");
    Some(match (kind, result) {
        ("jld:PositiveEvaluationTest", Ok(dataset)) => {
            let canonical =
                |dataset: &Dataset| canonicalize(dataset, HashAlgorithm::Sha256).expect("canonical bytes");
            let text = std::fs::read_to_string(folder.join(entry["expect"].as_str()?)).ok()?;
            let (ours, theirs) =
                (canonical(&dataset), expected(&text).as_ref().map(canonical).unwrap_or_default());
            if ours == theirs && (!theirs.is_empty() || text.trim().is_empty()) {
                Ok(())
            } else {
                Err(format!("ours:\n{ours}theirs:\n{theirs}"))
            }
        }
        ("jld:PositiveSyntaxTest", Ok(_)) => Ok(()),
        ("jld:NegativeEvaluationTest", result) => {
            let code = entry["expectErrorCode"].as_str().expect("a code");
            match result {
                Err(error) if error.code() == code => Ok(()),
                other => Err(format!("{code} is not {other:?}")),
            }
        }
        (_, Err(error)) => Err(format!("{}: {error:?}", error.code())),
        (other, _) => panic!("{other} is not known"),
    })
}

fn run(id: &str) {
    let Some(folder) = suite() else { return };
    let Some(result) = passes(&folder, id) else { return };
    match (result, OTHERWISE.iter().find(|(other, _)| *other == id)) {
        (Ok(()), None) | (Err(_), Some(_)) => {}
        (Ok(()), Some((_, why))) => panic!("passes, though it is not to: {why}"),
        (Err(why), None) => panic!("{why}"),
    }
}

macro_rules! tests {
    ($($id:ident)*) => {
        /// All tests that are here.
        const HERE: &[&str] = &[$(stringify!($id)),*];
        $(#[test] fn $id() { run(stringify!($id)); })*
    };
}

tests! {
    t0001 t0002 t0006 t0007 t0011 t0012 t0016 t0018 t0019 t0022 t0023 t0024 t0027 t0028 t0029 t0030 t0031
    t0032 t0034 t0035 t0036 t0113 t0114 t0115 t0117 t0118 t0119 t0120 t0122 t0124 t0126 t0127 t0128 t0130
    t0131 t0132 tc002 tc003 tc004 tc005 tc007 tc009 tc011 tc012 tc013 tc015 tc016 tc020 tc022 tc023 tc024
    tc026 tc027 tc029 tc030 tc035 tc037 tc038 tdi02 tdi03 tdi06 tdi07 tdi08 tdi09 tdi10 tdi11 te001 te002
    te003 te004 te008 te010 te012 te013 te014 te015 te016 te018 te019 te020 te021 te022 te025 te027 te028
    te029 te030 te034 te035 te036 te037 te039 te040 te042 te043 te044 te045 te046 te051 te052 te053 te054
    te055 te056 te057 te059 te061 te062 te063 te064 te065 te066 te067 te068 te069 te070 te071 te072 te073
    te075 te078 te079 te081 te085 te086 te087 te089 te090 te092 te093 te094 te095 te096 te099 te101 te102
    te103 te105 te106 te107 te109 te110 te113 te115 te117 te118 te119 te121 te122 te123 te124 te126 te127
    te128 te130 tec01 tec02 tem01 ten01 ten02 ten04 ten05 tep02 ter01 ter02 ter03 ter04 ter05 ter06 ter07
    ter09 ter11 ter14 ter17 ter18 ter19 ter20 ter22 ter23 ter25 ter28 ter29 ter30 ter32 ter33 ter34 ter35
    ter36 ter37 ter38 ter41 ter42 ter43 ter44 ter51 ter52 ter53 ter55 tin02 tin03 tin05 tin06 tin07 tjs01
    tjs02 tjs03 tjs04 tjs06 tjs07 tjs08 tjs09 tjs11 tjs12 tjs13 tjs15 tjs16 tjs19 tjs20 tjs21 tjs22 tjs23
    tli03 tli07 tli08 tli09 tli10 tli11 tm001 tm003 tm004 tm005 tm006 tm007 tm009 tm010 tm011 tm012 tm013
    tm014 tm015 tm016 tm017 tm018 tm019 tm020 tn003 tn004 tn005 tn007 tn008 tnt02 tnt03 tnt04 tnt05 tnt09
    tnt10 tnt12 tnt13 tnt14 tnt15 tp002 tp003 tp004 tpi02 tpi03 tpi04 tpi05 tpi08 tpi09 tpi10 tpi11 tpr02
    tpr03 tpr04 tpr05 tpr06 tpr08 tpr09 tpr10 tpr11 tpr12 tpr13 tpr14 tpr17 tpr18 tpr21 tpr22 tpr23 tpr24
    tpr25 tpr26 tpr27 tpr33 tpr34 tpr36 tpr37 tpr38 tpr39 tpr40 tpr41 tpr42 trt01 tso02 tso03 tso06 tso07
    tso08 tso09 tso10 tso11 tso12 tso13 ttn01 ttn02 twf01 twf02 twf04 twf05 twf07
}

#[test]
fn all_of_the_suite_is_here() {
    let tell = |text: &str| writeln!(std::io::stderr(), "{text}").expect("somebody listens");
    let Some(folder) = suite() else {
        tell(&format!(
            "skipped: {} tests of the W3C's suite of JSON-LD to RDF (BADGEFOLIO_CORPUS names no folder of test data)",
            HERE.len()
        ));
        return;
    };
    let entries = manifest(&folder);
    let id = |entry: &Value| entry["@id"].as_str().expect("an id").trim_start_matches('#').to_owned();
    let ids: BTreeSet<String> = entries.iter().map(id).collect();
    assert_eq!(ids, HERE.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<String>>());
    let lacking: Vec<String> = entries
        .iter()
        .filter(|entry| {
            let there = |part: &str| entry[part].as_str().is_none_or(|path| folder.join(path).is_file());
            !there("input") || !there("expect")
        })
        .map(id)
        .collect();
    assert!(lacking.len() < entries.len() / 4, "too many files are not in {}", folder.display());
    if !lacking.is_empty() {
        tell(&format!(
            "skipped: {} tests of JSON-LD to RDF whose files are not in the folder: {}",
            lacking.len(),
            lacking.join(" ")
        ));
    }
    for (id, why) in OTHERWISE {
        assert!(HERE.contains(id));
        tell(&format!("{id} is not to pass: {why}"));
    }
}
