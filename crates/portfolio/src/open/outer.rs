//! Reads the outer object: type, version, manifest, blobs.
//!
//! Not with `openbadges::json`: blobs may be as large as a file. Strict all the same: a type and version are looked at
//! before anything else, no blob may be named twice, nothing recurses.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use crate::error::OpenError;
use crate::profile::TYPE;

/// The outer object as it was found.
#[derive(Debug, Default)]
pub(super) struct Outer {
    pub(super) version: (u32, u32),
    pub(super) manifest: String,
    pub(super) further_manifests: bool,
    /// Base64, not decoded yet.
    pub(super) blobs: BTreeMap<String, String>,
}

/// Names of blobs, altogether.
const BLOBS: usize = 100_000;

pub(super) fn read(bytes: &[u8], claimed: bool) -> Result<Outer, OpenError> {
    let head: Result<Head, _> = serde_json::from_slice(bytes);
    match head {
        Ok(head) if head.kind.as_deref() == Some(TYPE) => {
            let version = version(head.version.as_deref())?;
            let body: Body = serde_json::from_slice(bytes).map_err(damaged)?;
            let manifest = body.manifest.ok_or_else(|| OpenError::Damaged("no manifest".to_owned()))?;
            Ok(Outer { version, manifest, further_manifests: body.further_manifests, blobs: body.blobs })
        }
        Ok(_) if claimed => Err(OpenError::Damaged(format!("type is not {TYPE}"))),
        Err(error) if claimed => Err(damaged(error)),
        _ => Err(OpenError::NotOne),
    }
}

fn damaged(error: serde_json::Error) -> OpenError {
    OpenError::Damaged(error.to_string())
}

fn version(text: Option<&str>) -> Result<(u32, u32), OpenError> {
    let text = text.ok_or_else(|| OpenError::Damaged("no version".to_owned()))?;
    let number = |part: &str| if part.chars().all(|c| c.is_ascii_digit()) { part.parse().ok() } else { None };
    match text.split_once('.').and_then(|(major, minor)| Some((number(major)?, number(minor)?))) {
        Some(version @ (1, _)) => Ok(version),
        _ => Err(OpenError::Version(text.chars().take(20).collect())),
    }
}

/// What decides whether the rest is looked at.
#[derive(Default)]
struct Head {
    kind: Option<String>,
    version: Option<String>,
}

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Head, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Head;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head, A::Error> {
                let mut head = Head::default();
                while let Some(name) = map.next_key::<String>()? {
                    let slot = match name.as_str() {
                        "type" => &mut head.kind,
                        "version" => &mut head.version,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            continue;
                        }
                    };
                    if slot.replace(map.next_value::<Text>()?.0).is_some() {
                        return Err(A::Error::custom(format!("{name} stands twice")));
                    }
                }
                Ok(head)
            }
        }
        deserializer.deserialize_map(Members)
    }
}

/// A string; anything else is no text of ours, and no reason to fail: the object may be something else altogether.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("anything")
            }
            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(Text(text.to_owned()))
            }
            fn visit_unit<E>(self) -> Result<Text, E> {
                Ok(Text(String::new()))
            }
            fn visit_bool<E>(self, _: bool) -> Result<Text, E> {
                Ok(Text(String::new()))
            }
            fn visit_i64<E>(self, _: i64) -> Result<Text, E> {
                Ok(Text(String::new()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Text, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Text(String::new()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Text(String::new()))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

#[derive(Default)]
struct Body {
    manifest: Option<String>,
    further_manifests: bool,
    blobs: BTreeMap<String, String>,
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Body, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Body;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a shared profile")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Body, A::Error> {
                let mut body = Body::default();
                let mut blobs: Option<Blobs> = None;
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        "manifest" if body.manifest.is_none() => body.manifest = Some(map.next_value()?),
                        "manifest" => {
                            body.further_manifests = true;
                            map.next_value::<IgnoredAny>()?;
                        }
                        "blobs" => {
                            if blobs.replace(map.next_value()?).is_some() {
                                return Err(A::Error::custom("blobs stand twice"));
                            }
                        }
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                body.blobs = blobs.unwrap_or_default().0;
                Ok(body)
            }
        }
        deserializer.deserialize_map(Members)
    }
}

#[derive(Default)]
struct Blobs(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for Blobs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Blobs, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Blobs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("blobs by digest")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Blobs, A::Error> {
                let mut blobs = BTreeMap::new();
                while let Some((name, base64)) = map.next_entry::<String, String>()? {
                    if blobs.len() >= BLOBS {
                        return Err(A::Error::custom("too many blobs"));
                    }
                    if blobs.insert(name, base64).is_some() {
                        return Err(A::Error::custom("a blob stands twice"));
                    }
                }
                Ok(Blobs(blobs))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(json: &str, claimed: bool) -> &'static str {
        read(json.as_bytes(), claimed).err().map_or("ok", |error| error.code())
    }

    #[test]
    fn versions_are_looked_at_before_anything_else() {
        let of = |version: &str| code(&format!("{{\"type\":\"{TYPE}\",\"version\":{version}}}"), false);
        assert_eq!(of("\"2.0\""), "shared-profile.version");
        assert_eq!(of("\"0.9\""), "shared-profile.version");
        assert_eq!(of("\"1\""), "shared-profile.version");
        assert_eq!(of("2"), "shared-profile.version");
        assert_eq!(of("\"1.0\""), "shared-profile.damaged", "no manifest");
        let newer =
            format!("{{\"type\":\"{TYPE}\",\"version\":\"1.7\",\"manifest\":\"a.b.c\",\"new\":[{{}}]}}");
        assert_eq!(read(newer.as_bytes(), false).unwrap().version, (1, 7));
    }

    #[test]
    fn something_else_is_something_else() {
        for json in [
            "{}",
            "{\"type\":[\"VerifiableCredential\"],\"version\":[1]}",
            "{\"type\":{\"a\":1}}",
            "{",
            "{\"type\":null}",
        ] {
            assert_eq!(code(json, false), "shared-profile.not-one", "{json}");
            assert_eq!(code(json, true), "shared-profile.damaged", "{json}");
        }
    }

    #[test]
    fn what_stands_twice_is_said_or_refused() {
        let of = |rest: &str| format!("{{\"type\":\"{TYPE}\",\"version\":\"1.0\",{rest}}}");
        let twice = read(of("\"manifest\":\"a\",\"manifest\":\"b\"").as_bytes(), false).unwrap();
        assert_eq!((twice.manifest.as_str(), twice.further_manifests), ("a", true));
        assert_eq!(
            code(&of("\"manifest\":\"a\",\"blobs\":{},\"blobs\":{}"), false),
            "shared-profile.damaged"
        );
        assert_eq!(
            code(&of("\"manifest\":\"a\",\"blobs\":{\"x\":\"\",\"x\":\"\"}"), false),
            "shared-profile.damaged"
        );
        assert_eq!(code(&of("\"manifest\":1"), false), "shared-profile.damaged");
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = format!(
            "{{\"type\":\"{TYPE}\",\"version\":\"1.0\",\"x\":{}{}}}",
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        assert_eq!(code(&deep, false), "shared-profile.damaged", "no manifest, and no overflow");
    }
}
