//! Writing a badge into an SVG.

use super::SvgError;
use super::elements::{self, NS2, NS3};
use crate::{Credential, Form};

/// The image with the credential in an element right after the root's start tag.
///
/// A JWS stands in `verify`, JSON in a CDATA section; a hosted 2.0 badge has its address in `verify`, too. Badge
/// elements that were there are taken out; every other byte of the picture stays.
pub fn bake(image: &[u8], credential: &Credential) -> Result<Vec<u8>, SvgError> {
    let text = elements::text(image)?;
    let payload = std::str::from_utf8(credential.payload()).map_err(|_| SvgError::NotText)?;
    let payload = payload.trim_start_matches('\u{feff}');
    if payload.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(SvgError::NotText);
    }
    let mut old = Vec::new();
    let root = elements::walk(text, elements::Document::Svg, |element| old.push(element.span))?;

    let (name, namespace) = match credential.format().is_assertion() {
        true => ("assertion", NS2),
        false => ("credential", NS3),
    };
    let element = match credential.form() {
        Form::Address(_) => return Err(SvgError::OnlyAddress),
        Form::Jws { .. } | Form::SdJwt { .. } => {
            format!("<openbadges:{name} xmlns:openbadges=\"{namespace}\" verify=\"{payload}\"/>")
        }
        Form::Json(_) => {
            let hosted = credential.hosted_at().filter(|_| credential.format().is_assertion());
            let verify = hosted.map_or_else(String::new, |url| {
                format!(" verify=\"{}\"", quick_xml::escape::escape(url.as_str()))
            });
            // The end of a CDATA section inside the text is divided between two sections.
            let inner = payload.replace("]]>", "]]]]><![CDATA[>");
            format!(
                "<openbadges:{name} xmlns:openbadges=\"{namespace}\"{verify}><![CDATA[{inner}]]></openbadges:{name}>"
            )
        }
    };

    let mut out = String::with_capacity(text.len() + element.len() + 16);
    let slice = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    out.push_str(slice(0..root.tag.start));
    let tag = slice(root.tag.clone());
    if root.empty {
        out.push_str(tag.strip_suffix("/>").unwrap_or(tag).trim_end());
        out.push('>');
        out.push_str(&element);
        out.push_str(&format!("</{}>", root.name));
    } else {
        out.push_str(tag);
        out.push_str(&element);
    }
    let mut at = root.tag.end;
    for span in old {
        out.push_str(slice(at..span.start));
        at = span.end;
    }
    out.push_str(slice(at..text.len()));
    Ok(out.into_bytes())
}
