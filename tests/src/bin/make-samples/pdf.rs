//! One badge in PDF files of every kind.

use std::path::Path;

use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, dictionary};
use openbadges::{Credential, png};
use strict_json::Value;
use verification::sign;

use crate::{Made, badges, issuers, picture};

/// A file of `tests/fixtures/pdf`.
pub(crate) struct PdfFile {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Where the badge of the file that holds only its address would lie.
const ADDRESS: &str = "https://badges.northgate-kitchen.example/assertions/food-hygiene.json";
/// The page that the link leads to.
const PAGE: &str = "https://badgr.com/public/assertions/fxFoodHygiene000000001";

/// All files, by name.
pub(crate) fn all(pictures: &Path) -> Made<Vec<PdfFile>> {
    let json = String::from_utf8(badges::food_hygiene()?)?;
    let jwt = token(&json)?;
    let baked = png::bake(&picture::png(pictures, "kitchen")?, &Credential::read(json.as_bytes())?)?;
    let xmp = |inner: &str| {
        format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\">{inner}\
             </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
        )
    };
    let assertion =
        format!("<openbadges:assertion xmlns:openbadges=\"http://openbadges.org\" verify=\"{jwt}\"/>");
    let credential = format!(
        "<openbadges:credential xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"><![CDATA[{json}]]></openbadges:credential>"
    );
    let files: [(&'static str, Certificate); 12] = [
        ("info-json.pdf", Certificate::new().info(&json)),
        ("info-jwt.pdf", Certificate::new().info(&jwt)),
        ("info-address.pdf", Certificate::new().info(ADDRESS)),
        ("xmp-verify.pdf", Certificate::new().metadata(&xmp(&assertion))),
        ("xmp-credential.pdf", Certificate::new().metadata(&xmp(&credential)).packed()),
        ("embedded-json.pdf", Certificate::new().named("badge.jsonld", json.as_bytes())),
        ("embedded-jwt.pdf", Certificate::new().named("badge.jwt", jwt.as_bytes()).packed()),
        ("embedded-png.pdf", Certificate::new().named("badge.png", &baked)),
        ("associated-json.pdf", Certificate::new().associated("badge.json", json.as_bytes())),
        ("attached-json.pdf", Certificate::new().attached("badge.json", json.as_bytes()).packed()),
        ("link.pdf", Certificate::new().link(PAGE)),
        ("without.pdf", Certificate::new()),
    ];
    files.into_iter().map(|(name, file)| Ok(PdfFile { name, bytes: file.write()? })).collect()
}

/// The same badge as a token.
fn token(json: &str) -> Made<String> {
    let mut claims: Value = serde_json::from_str(json)?;
    if let Some(members) = claims.as_object_mut() {
        members.remove("proof");
    }
    let issuer = issuers::northgate()?;
    Ok(sign::jwt(claims, "EdDSA", Some(&issuer.method), "vc+jwt", &issuer.key)?)
}

/// A page of paper, with something to be found in it.
struct Certificate {
    file: Document,
    catalog: Dictionary,
    information: Dictionary,
    annotations: Vec<Object>,
    packed: bool,
}

impl Certificate {
    fn new() -> Self {
        Certificate {
            file: Document::with_version("1.7"),
            catalog: dictionary! { "Type" => "Catalog" },
            information: dictionary! { "Title" => Object::string_literal("Food Hygiene, Level 2") },
            annotations: Vec::new(),
            packed: false,
        }
    }

    fn info(mut self, badge: &str) -> Self {
        self.information.set("openbadges", Object::string_literal(badge));
        self
    }

    fn metadata(mut self, xmp: &str) -> Self {
        let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let id = self.file.add_object(Stream::new(kind, xmp.as_bytes().to_vec()));
        self.catalog.set("Metadata", id);
        self
    }

    /// A file specification with its file.
    fn specification(&mut self, name: &str, bytes: &[u8]) -> Object {
        let stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, bytes.to_vec());
        let stream = self.file.add_object(stream);
        let specification = dictionary! {
            "Type" => "Filespec",
            "F" => Object::string_literal(name),
            "UF" => Object::string_literal(name),
            "AFRelationship" => "Data",
            "EF" => dictionary! { "F" => stream },
        };
        self.file.add_object(specification).into()
    }

    fn named(mut self, name: &str, bytes: &[u8]) -> Self {
        let specification = self.specification(name, bytes);
        let leaf = dictionary! { "Names" => vec![Object::string_literal(name), specification] };
        let leaf = self.file.add_object(leaf);
        let tree = dictionary! { "EmbeddedFiles" => dictionary! { "Kids" => vec![leaf.into()] } };
        self.catalog.set("Names", tree);
        self
    }

    fn associated(mut self, name: &str, bytes: &[u8]) -> Self {
        let specification = self.specification(name, bytes);
        self.catalog.set("AF", vec![specification]);
        self
    }

    fn attached(mut self, name: &str, bytes: &[u8]) -> Self {
        let specification = self.specification(name, bytes);
        let annotation =
            dictionary! { "Type" => "Annot", "Subtype" => "FileAttachment", "FS" => specification };
        self.annotations.push(annotation.into());
        self
    }

    fn link(mut self, address: &str) -> Self {
        let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(address) };
        self.annotations.push(dictionary! { "Type" => "Annot", "Subtype" => "Link", "A" => action }.into());
        self
    }

    /// With its objects in streams, and all streams packed.
    fn packed(mut self) -> Self {
        self.packed = true;
        self
    }

    fn write(mut self) -> Made<Vec<u8>> {
        let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
        let font = self.file.add_object(font);
        let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
        let text = b"BT /F1 24 Tf 72 720 Td (Food Hygiene, Level 2) Tj ET".to_vec();
        let contents = self.file.add_object(Stream::new(Dictionary::new(), text));
        let pages = self.file.new_object_id();
        let page = self.file.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Resources" => resources, "Contents" => contents, "Annots" => self.annotations,
        });
        let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
        self.file.objects.insert(pages, tree.into());
        self.catalog.set("Pages", pages);
        let catalog = self.file.add_object(self.catalog);
        let information = self.file.add_object(self.information);
        self.file.trailer.set("Root", catalog);
        self.file.trailer.set("Info", information);
        let mut out = Vec::new();
        if self.packed {
            self.file.compress();
            let options =
                SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(9);
            self.file.save_with_options(&mut out, options.build())?;
        } else {
            self.file.save_to(&mut out)?;
        }
        Ok(out)
    }
}
