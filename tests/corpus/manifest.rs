//! The corpus's own table.

use std::path::Path;

/// A file of the corpus.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) path: String,
    pub(crate) family: String,
    pub(crate) container: String,
    pub(crate) proof: String,
    /// What the source says of it, in its words.
    pub(crate) stated: String,
}

/// Reads the table, by the names in its first line.
pub(crate) fn read(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).expect("the manifest of the corpus");
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().expect("a first line").split('\t').collect();
    let column =
        |name: &str| names.iter().position(|known| *known == name).expect("a column of the manifest");
    let (path, family) = (column("path"), column("kind_family"));
    let (container, proof, stated) = (column("container"), column("proof"), column("expected_by_source"));
    lines
        .map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>())
        .map(|cells| Row {
            path: cells[path].clone(),
            family: cells[family].clone(),
            container: cells[container].clone(),
            proof: cells[proof].clone(),
            stated: cells[stated].clone(),
        })
        .collect()
}

impl Row {
    /// Is it of a family that holds badges and other credentials?
    pub(crate) fn is_credential(&self) -> bool {
        ["OB", "CLR2", "VC", "ELM", "JWS-JSON"].iter().any(|family| self.family.starts_with(family))
    }

    /// A credential with neither a signature nor a place where its issuer hosts it.
    pub(crate) fn is_unsigned_credential(&self) -> bool {
        self.is_credential()
            && self.proof.is_empty()
            && self.container == "JSON"
            && (self.family.starts_with("OB3")
                || self.family.starts_with("VC")
                || self.family.starts_with("CLR2"))
    }
}
