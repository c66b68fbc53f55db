//! What lies on the disk: nothing of the learner's in the clear, at any moment.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant, SystemTime},
};

use memchr::memmem;

use crate::{
    dialog,
    driver::Running,
    given::{self, EVIDENCE, PASSPHRASE},
    world::{Kept, Keyring, World, app, wait_until},
};

/// Mails that keep an import going for some seconds: more than go into one transaction.
const MANY: usize = 200;
/// So long without anything new, and everything is in. A look takes long on a busy machine, so they are not counted.
const STILL: Duration = Duration::from_secs(5);

/// Files below a folder that hold one of these words, with the word.
pub fn in_the_clear(folder: &Path, words: &[String]) -> Vec<(PathBuf, String)> {
    let wide: Vec<Vec<u8>> =
        words.iter().map(|word| word.encode_utf16().flat_map(u16::to_le_bytes).collect()).collect();
    let mut found = Vec::new();
    for file in files(folder) {
        // A file may go while it is looked for.
        let Ok(bytes) = fs::read(&file) else { continue };
        for (word, wide) in words.iter().zip(&wide) {
            if memmem::find(&bytes, word.as_bytes()).or_else(|| memmem::find(&bytes, wide)).is_some() {
                found.push((file.clone(), word.clone()));
            }
        }
    }
    found
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found
}

/// What must not be found: the words of the badges, the address, the evidence, the passphrase.
fn secrets() -> Vec<String> {
    let mut words = given::words();
    words.push(EVIDENCE.to_owned());
    words.push(PASSPHRASE.to_owned());
    words
}

#[test]
fn the_search_finds_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("deep")).unwrap();
    fs::write(folder.path().join("deep/plain"), format!("…{PASSPHRASE}…")).unwrap();
    let wide: Vec<u8> = EVIDENCE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.path().join("wide"), wide).unwrap();
    let mut found: Vec<String> =
        in_the_clear(folder.path(), &secrets()).into_iter().map(|(_, word)| word).collect();
    found.sort();
    let mut expected = vec![EVIDENCE.to_owned(), PASSPHRASE.to_owned()];
    expected.sort();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn nothing_lies_in_the_clear_while_the_app_works_or_afterwards() {
    let world = World::new(Keyring::Absent);
    let mail = world.file("three.eml", &given::three_badges());
    assert!(
        !in_the_clear(mail.parent().unwrap(), &given::words()).is_empty(),
        "the mail itself holds the words that are looked for"
    );

    let running = Running::start(&world, &[]).await;
    let page = running.page();
    given::make_backpack(&page).await;
    given::add_and_keep_all(&page).await;
    given::attach_text(&page, given::GOOD).await;
    assert_eq!(in_the_clear(&world.home(), &secrets()), [], "while the app is open");
    running.close().await;
    assert_eq!(in_the_clear(&world.home(), &secrets()), [], "after it was closed");
}

/// The engine of the window keeps caches unless it is told not to. WebDriver needs the other kind of window, so this
/// one is looked at from outside.
#[tokio::test]
async fn the_engine_keeps_nothing_and_an_import_under_way_leaves_nothing() {
    let world = World::new(Keyring::Unlocked);
    let running = Running::start(&world, &[]).await;
    given::make_backpack_with_keyring(&running.page()).await;
    running.close().await;
    let before = backpack_state(&world);

    // Without a driver: the window of the person. It opens by itself and takes the mails it is given, so many that the
    // import lasts longer than one look at the disk.
    let mut mails: Vec<PathBuf> = given::mails()
        .iter()
        .map(|mail| world.file(&mail.file_name().unwrap().to_string_lossy(), &fs::read(mail).unwrap()))
        .collect();
    mails.extend((0..MANY).map(|number| world.file(&format!("many-{number}.eml"), &given::mail(number))));
    let mut command = world.command(app());
    command.args(&mails);
    let mut running = Kept::start("the app", &mut command);
    let (mut amid, mut state, mut since) = (0, before, Instant::now());
    wait_until("the mails have been taken in", || {
        assert!(running.runs(), "the app is still there");
        assert_eq!(in_the_clear(&world.home(), &secrets()), [], "while it takes mails in");
        let now = backpack_state(&world);
        // Many badges go in at once. Some were in before this look, and more came while it lasted.
        let under_way = state != before && now != state;
        amid += usize::from(under_way);
        if now != state {
            since = Instant::now();
        }
        state = now;
        (since.elapsed() >= STILL && now.0 > before.0 + 100_000).then_some(())
    });
    assert!(amid > 0, "it was looked at while mails came in");
    dialog::window(&world, "Badgefolio");
    // It goes on showing them for a while.
    let end = Instant::now() + Duration::from_secs(3);
    while Instant::now() < end {
        assert_eq!(in_the_clear(&world.home(), &secrets()), [], "while it shows them");
        thread::sleep(Duration::from_millis(200));
    }
    drop(running);
    assert_eq!(in_the_clear(&world.home(), &secrets()), [], "after it was ended");
}

/// How much the backpack and its log hold, and when they were last written: the log is written over from its beginning
/// once it is long enough.
fn backpack_state(world: &World) -> (u64, Option<SystemTime>) {
    let kept: Vec<fs::Metadata> = files(&world.home())
        .iter()
        .filter(|file| file.to_string_lossy().contains("backpack.db"))
        .filter_map(|file| fs::metadata(file).ok())
        .collect();
    let written = kept.iter().filter_map(|file| file.modified().ok()).max();
    (kept.iter().map(fs::Metadata::len).sum(), written)
}
