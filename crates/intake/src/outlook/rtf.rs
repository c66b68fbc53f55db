//! Bodies in Rich Text, packed as Outlook packs them (MS-OXRTFCP), and pages that travel inside such text (MS-OXRTFEX).

use openbadges::limits;

/// What a dictionary begins with (MS-OXRTFCP §2.1.2.1).
const BEGIN: &[u8] =
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const RING: usize = 4096;

/// What a body in Rich Text is.
pub(super) enum Rich {
    /// A page that was put into Rich Text, taken out again.
    Page(String),
    /// Text.
    Words(String),
}

/// Reads a packed body.
pub(super) fn read(packed: &[u8]) -> Option<Rich> {
    let plain = unpack(packed)?;
    let text = String::from_utf8_lossy(&plain);
    let page = text.get(..text.len().min(2048)).is_some_and(|head| head.contains("\\fromhtml"))
        || text.contains("\\fromhtml1");
    let words = words(&plain, page);
    Some(if page { Rich::Page(words) } else { Rich::Words(words) })
}

/// Unpacks, up to [`limits::INFLATED`] bytes; what breaks off gives what stood before.
fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (size, kind) = (packed.get(4..8)?, packed.get(8..12)?);
    let size = u32::from_le_bytes(size.try_into().ok()?) as usize;
    let size = size.min(limits::INFLATED);
    let body = packed.get(16..)?;
    match kind {
        b"MELA" => return Some(body.get(..size.min(body.len()))?.to_vec()),
        b"LZFu" => {}
        _ => return None,
    }
    let mut ring = [b' '; RING];
    for (place, byte) in ring.iter_mut().zip(BEGIN) {
        *place = *byte;
    }
    let mut at = BEGIN.len();
    let mut out = Vec::new();
    let put = |byte: u8, at: &mut usize, ring: &mut [u8; RING], out: &mut Vec<u8>| {
        if let Some(place) = ring.get_mut(*at % RING) {
            *place = byte;
        }
        *at = (*at + 1) % RING;
        out.push(byte);
    };
    let mut rest = body.iter().copied();
    'all: while out.len() < size {
        let Some(control) = rest.next() else { break };
        for bit in 0..8 {
            if control & (1 << bit) == 0 {
                let Some(byte) = rest.next() else { break 'all };
                put(byte, &mut at, &mut ring, &mut out);
                continue;
            }
            let (Some(high), Some(low)) = (rest.next(), rest.next()) else { break 'all };
            let from = usize::from(high) << 4 | usize::from(low) >> 4;
            // Pointing at where one writes is the end.
            if from == at {
                break 'all;
            }
            for step in 0..usize::from(low & 0xf) + 2 {
                let byte = ring.get((from + step) % RING).copied().unwrap_or(b' ');
                put(byte, &mut at, &mut ring, &mut out);
            }
        }
    }
    out.truncate(size);
    Some(out)
}

/// The words of Rich Text: commands and braces gone. Of a page inside, what was written only for readers of Rich Text is left out.
fn words(rich: &[u8], page: bool) -> String {
    let mut out = String::new();
    let mut rest = rich;
    let mut hidden = false;
    // After `\uN` comes a letter for those who cannot read it.
    let mut skip = false;
    while let Some((byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            b'\\' => {
                let (command, number, tail) = command(rest);
                rest = tail;
                let shown = match command {
                    b"'" => {
                        let hex = rest.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
                        rest = rest.get(2..).unwrap_or_default();
                        if std::mem::take(&mut skip) {
                            None
                        } else {
                            hex.and_then(|hex| u32::from_str_radix(hex, 16).ok())
                        }
                    }
                    b"u" => {
                        skip = true;
                        number.map(|number| if number < 0 { number + 65_536 } else { number } as u32)
                    }
                    b"htmlrtf" => {
                        hidden = page && number != Some(0);
                        None
                    }
                    b"par" | b"line" | b"row" => Some(u32::from('\n')),
                    b"tab" | b"cell" => Some(u32::from('\t')),
                    [letter @ (b'{' | b'}' | b'\\')] => Some(u32::from(*letter)),
                    _ => None,
                };
                out.extend(shown.and_then(char::from_u32).filter(|_| !hidden));
            }
            b'{' | b'}' | b'\r' | b'\n' => {}
            _ if std::mem::take(&mut skip) || hidden => {}
            byte => out.push(char::from(*byte)),
        }
    }
    out
}

/// A command after its backslash: its name, its number, and what follows.
fn command(rest: &[u8]) -> (&[u8], Option<i32>, &[u8]) {
    let letters = rest.iter().take(32).take_while(|byte| byte.is_ascii_alphabetic()).count();
    if letters == 0 {
        return rest.split_at_checked(1).map_or((rest, None, &[][..]), |(sign, tail)| (sign, None, tail));
    }
    let (name, tail) = rest.split_at_checked(letters).unwrap_or((rest, &[]));
    let digits = tail
        .iter()
        .take(11)
        .enumerate()
        .take_while(|(at, byte)| byte.is_ascii_digit() || (*at == 0 && **byte == b'-'))
        .count();
    let (number, tail) = tail.split_at_checked(digits).unwrap_or((tail, &[]));
    let number = std::str::from_utf8(number).ok().and_then(|text| text.parse().ok());
    (name, number, tail.strip_prefix(b" ").unwrap_or(tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(text: &str) -> Vec<u8> {
        let length = (text.len() as u32).to_le_bytes();
        [&[0; 4][..], &length, b"MELA", &[0; 4], text.as_bytes()].concat()
    }

    #[test]
    fn the_standards_example_is_unpacked() {
        // MS-OXRTFCP §3.1.1.
        let packed = [
            0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 0x03, 0x00, 0x0a,
            0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c,
            0x09, 0x00, 0x20, 0x62, 0x77, 0x05, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0,
        ];
        assert_eq!(unpack(&packed).unwrap(), b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    #[test]
    fn pages_come_out_of_rich_text() {
        let rich = "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag84 <a href=\"https://a.example/b\\'3fc\">}\\htmlrtf {\\field{}\\htmlrtf0 \
                    Gr\\u252?\\'df\\{e\\}{\\*\\htmltag92 </a>}}";
        let Some(Rich::Page(page)) = read(&stored(rich)) else { panic!("a page") };
        assert_eq!(page, "<a href=\"https://a.example/b?c\">Grüß{e}</a>");
        let Some(Rich::Words(words)) = read(&stored("{\\rtf1 HYPERLINK \"https://a.example\" x\\par y}"))
        else {
            panic!("words")
        };
        assert_eq!(words, "HYPERLINK \"https://a.example\" x\ny");
        assert!(read(b"x").is_none());
    }

    #[test]
    fn what_is_cut_off_gives_what_stood_before() {
        let mut bomb = b"\0\0\0\0\xff\xff\xff\xffLZFu\0\0\0\0".to_vec();
        bomb.extend(std::iter::repeat_n([0xffu8, 0x00, 0x0f], 100).flatten());
        assert!(unpack(&bomb).unwrap().len() < 100 * 8 * 17 + 1);
    }
}
