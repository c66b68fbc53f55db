//! Compiles the sample mails in, and the documents they are checked with. An empty `samples/` gives empty lists.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let samples = root.join("../../samples");
    println!("cargo::rerun-if-changed={}", samples.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = list("SAMPLES", &files(&samples, "", &|name| name.ends_with(".eml")));
    text += &list("DOCUMENTS", &files(&samples.join("documents"), "", &|_| true));
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("samples.rs");
    if let Err(error) = fs::write(&out, text) {
        println!("cargo::error={} cannot be written: {error}", out.display());
    }
}

/// The files below a folder, by their path in it, in order.
fn files(folder: &Path, before: &str, wanted: &dyn Fn(&str) -> bool) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            if !before.is_empty() || wanted("") {
                found.extend(files(&path, &format!("{name}/"), wanted));
            }
        } else if wanted(&name)
            && let Ok(path) = path.canonicalize()
        {
            found.push((name, path));
        }
    }
    found.sort();
    found
}

fn list(name: &str, files: &[(String, PathBuf)]) -> String {
    let mut text = format!("pub(super) const {name}: &[(&str, &[u8])] = &[\n");
    for (name, path) in files {
        let _ = writeln!(text, "    ({name:?}, include_bytes!({:?})),", path.display().to_string());
    }
    text + "];\n"
}
