//! Rows image-…, svg-render-time: pictures that want to be more than pictures.

use std::time::{Duration, Instant};

use ::wallet::views::Mark;

use crate::kit::*;
use crate::png::{chunk, itxt, with};
use crate::wallet::{keep, shown_pictures};

#[test]
fn image_bomb() {
    let small = with(&[itxt(genuine().to_string().as_bytes())]);
    assert_eq!(shown_pictures(&small).len(), 2);
    // 20,000 by 20,000 pixels of one colour: 1.6 gigabytes in memory, a few hundred kilobytes as a file.
    let rows = deflated((0..20_000).map(|_| vec![0; 1 + 20_000 / 8]));
    let header = [&20_000_u32.to_be_bytes()[..], &20_000_u32.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    let bomb = [
        &small[..8],
        &chunk(b"IHDR", &header),
        &itxt(genuine().to_string().as_bytes()),
        &chunk(b"IDAT", &rows),
        &chunk(b"IEND", &[]),
    ]
    .concat();
    let start = Instant::now();
    assert!(shown_pictures(&bomb).is_empty(), "not decoded");
    assert_eq!(keep(&bomb).card.mark, Mark::SignedUnknown, "the badge in it is good all the same");
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn image_exif() {
    let exif = b"MM\0\x2a\0\0\0\x08 GPS 52.5200 N 13.4050 E mira@home";
    let image = with(&[
        itxt(genuine().to_string().as_bytes()),
        chunk(b"eXIf", exif),
        chunk(b"tEXt", b"Author\0mira@home"),
    ]);
    let _ = World::new().one(&image).passes();
    let shown = shown_pictures(&image);
    assert_eq!(shown.len(), 2);
    for picture in shown {
        assert!(!picture.windows(9).any(|window| window == b"mira@home"), "what is shown holds pixels alone");
    }
}

#[test]
fn image_polyglot() {
    let mut image = with(&[itxt(genuine().to_string().as_bytes())]);
    // A ZIP and a script behind the end.
    image.extend_from_slice(b"PK\x03\x04evil.exe<script>alert(1)</script>PK\x05\x06");
    let _ = World::new().one(&image).passes();
    let shown = shown_pictures(&image);
    assert_eq!(shown.len(), 2);
    for picture in shown {
        assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert!(!picture.windows(8).any(|window| window == b"evil.exe" || window == b"<script>"));
    }
}

#[test]
fn svg_render_time() {
    let credential = openbadges::Credential::read(genuine().to_string().as_bytes()).unwrap();
    let baked = |inner: &str| {
        let plain = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">{inner}<rect width=\"9\" \
             height=\"9\"/></svg>"
        );
        openbadges::svg::bake(plain.as_bytes(), &credential).unwrap()
    };
    assert_eq!(shown_pictures(&baked("")).len(), 2);
    // Filters over filters, each as large as the picture allows.
    let mut filters =
        String::from("<filter id=\"f\" x=\"-500%\" y=\"-500%\" width=\"1100%\" height=\"1100%\">");
    for _ in 0..200 {
        filters += "<feGaussianBlur stdDeviation=\"500\"/><feMorphology radius=\"200\"/>";
    }
    filters += "</filter><g filter=\"url(#f)\"><rect width=\"100\" height=\"100\"/></g>";
    let start = Instant::now();
    assert_eq!(keep(&baked(&filters)).card.mark, Mark::SignedUnknown);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
