//! Writes a mailbox to measure importing with: `make-mailbox FILE [MESSAGES [BADGES]]`. The same bytes each time.
//!
//! Of ten thousand messages five hundred carry a badge: a PNG as a platform sends it, with an Open Badge 3.0 (`eddsa-rdfc-2022`) under
//! the keyword `openbadges`, where every reader of baked pictures finds it. The others are what a mailbox is full of: short notes,
//! newsletters in quoted-printable and in base64, mails with a logo, mails with an attachment of unknown kind.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::fs::File;
use std::io::{BufWriter, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use wallet_benches::{badge, mail_with, picture};

const WORDS: [&str; 24] = [
    "sale", "house", "garden", "the", "and", "with", "offer", "week", "train", "evening", "green", "paper",
    "morning", "from", "letter", "city", "this", "that", "people", "water", "bread", "music", "winter",
    "summer",
];

/// Numbers that look random and are the same each time (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn text(&mut self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 16);
        let mut line = 0;
        while text.len() < bytes {
            let word = WORDS[usize::try_from(self.roll(WORDS.len() as u64)).expect("small")];
            text.push_str(word);
            line += word.len() + 1;
            text.push(if line > 66 { '\n' } else { ' ' });
            line = if line > 66 { 0 } else { line };
        }
        text
    }

    fn page(&mut self, bytes: usize) -> String {
        let mut page = "<html><body style=\"margin:0\"><table width=\"600\">\n".to_owned();
        while page.len() < bytes {
            let (number, text) = (self.roll(1_000_000), self.text(200));
            page += &format!(
                "<tr><td style=\"font-family:Arial;color:#333333\"><a href=\"https://news.example/r/{number}?u=eyJ1IjoxfQ\">\
                 <img src=\"https://news.example/i/{number}.png\" alt=\"\"></a><p>{text}</p></td></tr>\n"
            );
        }
        page + "</table></body></html>\n"
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| u8::try_from(self.roll(256)).expect("a byte")).collect()
    }
}

fn base64(bytes: &[u8]) -> String {
    let coded = STANDARD.encode(bytes);
    coded.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned() + "\r\n").collect()
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut width = 0;
        for c in line.chars() {
            let coded = if c == '=' { "=3D".to_owned() } else { c.to_string() };
            if width + coded.len() > 72 {
                out += "=\r\n";
                width = 0;
            }
            width += coded.len();
            out += &coded;
        }
        out += "\r\n";
    }
    out
}

fn other(number: usize, dice: &mut Dice, logo: &[u8]) -> String {
    let head = format!(
        "From: News {number} <news@news.example>\r\nTo: Robin Sample <robin.sample@mail.example>\r\nSubject: {}\r\n\
         Date: Fri, 02 Jan 2026 10:00:00 +0000\r\nMessage-ID: <{number}@news.example>\r\nMIME-Version: 1.0\r\n",
        dice.text(30).replace('\n', " ")
    );
    let part = |kind: &str, coding: &str, body: &str| {
        format!("--b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{body}\r\n")
    };
    let many = |kind: &str, parts: &[String]| {
        format!("{head}Content-Type: multipart/{kind}; boundary=b\r\n\r\n{}--b--\r\n", parts.concat())
    };
    let plain = "text/plain; charset=utf-8";
    match dice.roll(20) {
        0..8 => {
            let size = 500 + usize::try_from(dice.roll(4_000)).expect("small");
            format!("{head}Content-Type: {plain}\r\n\r\n{}", dice.text(size).replace('\n', "\r\n"))
        }
        8..16 => {
            let text = part(plain, "quoted-printable", &quoted(&dice.text(3_000)));
            let page = part("text/html; charset=utf-8", "quoted-printable", &quoted(&dice.page(20_000)));
            many("alternative", &[text, page])
        }
        16..18 => {
            let page = base64(dice.page(18_000).as_bytes());
            many("alternative", &[part("text/html; charset=utf-8", "base64", &page)])
        }
        18 => {
            let page = part("text/html; charset=utf-8", "quoted-printable", &quoted(&dice.page(4_000)));
            many("related", &[page, part("image/png; name=logo.png", "base64", &base64(logo))])
        }
        _ => {
            let text = part(plain, "7bit", &dice.text(400).replace('\n', "\r\n"));
            let file = base64(&dice.bytes(60_000));
            many("mixed", &[text, part("application/octet-stream; name=minutes.doc", "base64", &file)])
        }
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("make-mailbox FILE [MESSAGES [BADGES]]");
    let mut number =
        |otherwise: usize| arguments.next().map_or(otherwise, |text| text.parse().expect("a number"));
    let (messages, badges) = (number(10_000), number(500));
    let mut out = BufWriter::new(File::create(file).expect("a file to write"));
    let mut dice = Dice(20_260_122);
    let logo = picture();
    let every = messages / badges.max(1);
    let mut written = 0;
    for at in 0..messages {
        let message = if written < badges && at % every == every / 2 {
            written += 1;
            mail_with("openbadges", at, &badge(at, "data-integrity/eddsa-rdfc-2022"))
        } else {
            other(at, &mut dice, &logo).into_bytes()
        };
        out.write_all(b"From sender@mail.example Fri Jan  2 10:00:00 2026\n").expect("written");
        let text =
            String::from_utf8(message).expect("text").replace("\r\n", "\n").replace("\nFrom ", "\n>From ");
        let text = text.trim_end_matches('\n');
        // Messages are parted by an empty line (RFC 4155).
        out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n\n")).expect("written");
    }
    out.flush().expect("written");
    println!("{messages} messages, {written} with a badge");
}
