//! Rows archive-… and mail-07, mail-08: ZIP archives, as files and in mails. Each begins with a genuine archive.

use std::io::{Cursor, Write as _};

use nix::sys::resource::{UsageWho, getrusage};
use openbadges::limits;
use zip::CompressionMethod;
use zip::unstable::write::FileOptionsExt as _;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::kit::*;
use crate::mail::{attachment, mail};
use crate::wallet::Open;

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

/// An archive that is made by this.
fn archive(make: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    make(&mut writer);
    writer.finish().unwrap().into_inner()
}

fn put(writer: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) {
    writer.start_file(name, options()).unwrap();
    writer.write_all(bytes).unwrap();
}

/// The genuine badge in an archive, under this name.
fn named(name: &str) -> Vec<u8> {
    archive(|writer| put(writer, name, &baked(&genuine())))
}

fn in_mail(archive: &[u8]) -> Vec<u8> {
    mail(&[attachment("filename=\"badges.zip\"", archive)])
}

/// As a file and in a mail, the genuine archive gives its badge.
#[track_caller]
fn passes(archive: &[u8]) {
    let _ = World::new().one(archive).passes();
    let _ = World::new().one(&in_mail(archive)).passes();
}

/// Codes of what was passed over, where one badge was found all the same.
#[track_caller]
fn beside(archive: &[u8]) -> Vec<String> {
    passes(archive);
    World::new().look(archive).passed.into_iter().map(|passed| passed.code).collect()
}

#[test]
fn mail_07_zip_bomb() {
    passes(&named("badge.png"));
    // 300 MB of blanks in 300 KB, before a genuine badge.
    let blanks = vec![b' '; 1024 * 1024];
    let bomb = archive(|writer| {
        writer.start_file("bomb.json", options()).unwrap();
        for _ in 0..300 {
            writer.write_all(&blanks).unwrap();
        }
        put(writer, "badge.png", &baked(&genuine()));
    });
    assert!(bomb.len() < 1024 * 1024, "{}", bomb.len());
    assert_eq!(beside(&bomb), ["archive.bomb"]);
    let kilobytes = getrusage(UsageWho::RUSAGE_SELF).unwrap().max_rss();
    assert!(kilobytes < 512_000, "{kilobytes} KB");
    // Archives in an archive, each harmless by itself.
    let inner = archive(|writer| put(writer, "a.bin", &vec![0; 1024 * 1024]));
    let outer = archive(|writer| {
        for n in 0..600 {
            put(writer, &format!("{n}.zip"), &inner);
        }
    });
    let examined = World::new().look(&in_mail(&outer));
    assert!(examined.found.is_empty());
    assert!(examined.passed.iter().any(|passed| passed.code == "archive.too-large"), "512 MB together");
}

/// A badge under a name that wants to be a path: it is found, and no path stands in anything that is shown or written.
fn slip(name: &str) {
    passes(&named("badge.png"));
    let bytes = archive(|writer| {
        put(writer, name, &baked(&genuine()));
        put(writer, &format!("{name}.bin"), b"\0\x01\x02 nothing of ours");
    });
    passes(&bytes);
    for passed in World::new().look(&bytes).passed {
        let shown = passed.args.get("file").map(String::as_str).unwrap_or_default();
        assert!(!shown.contains(['/', '\\', '\0']) && !shown.contains(".."), "{name}: {shown:?}");
        assert!(!passed.path.contains(".."), "{}", passed.path);
    }
    let open = Open::new();
    let id = open.keep(&bytes).remove(0);
    let file = open.wallet.badge_file(&id).unwrap();
    assert!(!file.name.contains(['/', '\\', ':']) && !file.name.starts_with('.'), "{}", file.name);
}

#[test]
fn mail_08_zip_slip() {
    slip("../../../../home/mira/.bashrc");
    slip("..\\..\\Windows\\System32\\evil.dll");
}

#[test]
fn archive_absolute() {
    slip("/etc/cron.d/evil");
    slip("C:\\Windows\\System32\\evil.dll");
    slip("//server/share/evil");
}

#[test]
fn archive_nested() {
    let around = |inner: &[u8]| archive(|writer| put(writer, "inner.zip", inner));
    let mut nested = named("badge.png");
    passes(&nested);
    for _ in 1..limits::ARCHIVE_DEPTH {
        nested = around(&nested);
        passes(&nested);
    }
    nested = around(&nested);
    assert_eq!(World::new().nothing(&nested), ["passed.too-deep-archive"]);
    // On a small stack, far deeper, with mails between.
    for _ in 0..40 {
        nested = in_mail(&around(&nested));
    }
    let codes = std::thread::Builder::new()
        .stack_size(1024 * 1024)
        .spawn(move || World::new().nothing(&nested))
        .unwrap()
        .join()
        .expect("no stack overflow");
    assert!(codes.contains(&"passed.too-deep-archive".to_owned()), "{codes:?}");
}

#[test]
fn archive_symlink() {
    passes(&named("badge.png"));
    let bytes = archive(|writer| {
        writer.add_symlink("badge.json", "/etc/passwd", options()).unwrap();
        writer.add_symlink("again", "../../badge.png", options()).unwrap();
        put(writer, "again/badge.png", &baked(&genuine()));
    });
    assert_eq!(beside(&bytes), ["passed.symlink", "passed.symlink"]);
}

#[test]
fn archive_many() {
    passes(&named("badge.png"));
    let bytes = archive(|writer| {
        put(writer, "badge.png", &baked(&genuine()));
        for n in 0..limits::ARCHIVE_MEMBERS {
            writer.start_file(format!("{n}"), options()).unwrap();
        }
    });
    let codes = beside(&bytes);
    assert_eq!(codes.last().map(String::as_str), Some("archive.too-many"));
    assert!(codes.len() <= limits::ARCHIVE_MEMBERS + 1);
    // A directory that claims four thousand million members, and one that is only claimed.
    let mut lying = named("badge.png");
    let end = lying.len() - 22;
    lying[end + 8..end + 12].copy_from_slice(&[0xff; 4]);
    assert!(!World::new().nothing(&lying).is_empty());
}

#[test]
fn archive_encrypted() {
    passes(&named("badge.png"));
    let bytes = archive(|writer| {
        let locked = options().with_deprecated_encryption(b"secret").unwrap();
        writer.start_file("locked.png", locked).unwrap();
        writer.write_all(&baked(&genuine())).unwrap();
        put(writer, "badge.png", &baked(&genuine()));
    });
    assert_eq!(beside(&bytes), ["archive.encrypted"]);
    let next = words::Words::new(words::Locale::En).code("archive.encrypted", &Default::default()).next;
    assert!(next.is_some(), "what to do is said");
}
