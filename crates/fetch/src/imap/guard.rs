//! What comes from a server passes here first: bounded in length, depth and time, before anything reads sense in it.
//!
//! The parser behind reads nested lists on the machine's stack and keeps a whole response in memory, so both are bounded
//! here, by following just as much of the grammar as that takes (RFC 3501, 9: quoted strings, literals, parentheses).

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// How deep lists may nest: a mail in a mail in a mail takes three each.
const DEEPEST: usize = 64;

/// Why nothing more is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Stopped {
    /// More bytes than were to come.
    #[error("more bytes than were to come")]
    TooMany,
    /// Lists in lists in lists.
    #[error("nested too deeply")]
    TooDeep,
    /// Nothing came for too long.
    #[error("nothing came for too long")]
    Silent,
}

/// A connection that gives no more than it may.
pub(super) struct Guard<S> {
    inner: S,
    left: usize,
    silence: Duration,
    sleep: Pin<Box<Sleep>>,
    ascii: bool,
    line: Line,
}

impl<S> std::fmt::Debug for Guard<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Guard")
    }
}

impl<S> Guard<S> {
    pub(super) fn new(inner: S, silence: Duration) -> Guard<S> {
        let sleep = Box::pin(tokio::time::sleep(silence));
        Guard { inner, left: 0, silence, sleep, ascii: true, line: Line::default() }
    }

    /// From now on so many bytes may come. `ascii`: whatever is not ASCII becomes a question mark, so that a file's
    /// name in letters of an unknown kind does not make the whole answer unreadable.
    pub(super) fn let_in(&mut self, most: usize, ascii: bool) {
        self.left = most;
        self.ascii = ascii;
        self.wake();
    }

    fn wake(&mut self) {
        self.sleep.as_mut().reset(Instant::now() + self.silence);
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Guard<S> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buf.filled().len();
        match Pin::new(&mut this.inner).poll_read(cx, buf) {
            Poll::Ready(Ok(())) => {}
            Poll::Ready(error) => return Poll::Ready(error),
            Poll::Pending => {
                return match this.sleep.as_mut().poll(cx) {
                    Poll::Ready(()) => Poll::Ready(Err(stopped(Stopped::Silent))),
                    Poll::Pending => Poll::Pending,
                };
            }
        }
        this.wake();
        let came = buf.filled_mut().get_mut(before..).unwrap_or_default();
        match this.left.checked_sub(came.len()) {
            Some(left) => this.left = left,
            None => return Poll::Ready(Err(stopped(Stopped::TooMany))),
        }
        for byte in came.iter_mut() {
            if !this.line.follow(*byte) {
                return Poll::Ready(Err(stopped(Stopped::TooDeep)));
            }
            if this.ascii && !byte.is_ascii() {
                *byte = b'?';
            }
        }
        // Whoever reads makes room for what is announced, so it must not be more than may come.
        if this.line.literal > this.left {
            return Poll::Ready(Err(stopped(Stopped::TooMany)));
        }
        Poll::Ready(Ok(()))
    }
}

fn stopped(why: Stopped) -> io::Error {
    io::Error::other(why)
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Guard<S> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().inner).poll_write(cx, buf)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_shutdown(cx)
    }
}

/// Where in a response one is.
#[derive(Default)]
struct Line {
    /// Bytes since its beginning, as far as they matter.
    begun: u8,
    /// Whether what it is may hold literals: an answer about a message or a folder. Running text may end in what only
    /// looks like one.
    data: bool,
    depth: usize,
    quoted: bool,
    escaped: bool,
    /// What was read of `{123}`, if that may be what is being read.
    announced: Option<usize>,
    closed: bool,
    /// How much of a literal is still to come.
    literal: usize,
}

impl Line {
    /// Goes on by one byte; whether that is not too deep.
    fn follow(&mut self, byte: u8) -> bool {
        if self.literal > 0 {
            self.literal -= 1;
            return true;
        }
        if byte == b'\n' {
            match self.announced.filter(|_| self.closed && self.data) {
                Some(length) => (self.literal, self.announced, self.closed) = (length, None, false),
                None => *self = Line::default(),
            }
            return true;
        }
        if self.begun == 2 {
            self.data = byte.is_ascii_digit() || byte.eq_ignore_ascii_case(&b'l');
        }
        self.begun = self.begun.saturating_add(1);
        if self.quoted {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.quoted = false,
                _ => {}
            }
            return true;
        }
        let announced = match (byte, self.announced) {
            (b'{', _) => Some(0),
            (b'0'..=b'9', Some(so_far)) if !self.closed => {
                Some(so_far.saturating_mul(10).saturating_add(usize::from(byte - b'0')))
            }
            (b'+' | b'}' | b'\r', so_far) => so_far,
            _ => None,
        };
        self.closed = announced.is_some() && (byte == b'}' || (byte == b'\r' && self.closed));
        self.announced = announced;
        match byte {
            b'"' => self.quoted = true,
            b'(' => self.depth += 1,
            b')' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.depth <= DEEPEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deepest(text: &str) -> bool {
        let mut line = Line::default();
        text.bytes().all(|byte| line.follow(byte))
    }

    #[test]
    fn only_lists_count() {
        let deep = "(".repeat(DEEPEST + 1);
        assert!(!deepest(&format!("* 1 FETCH {deep}")));
        assert!(deepest(&format!("* 1 FETCH {}", "(".repeat(DEEPEST))));
        // In a string, in a literal, in a text before: not in a list.
        assert!(deepest(&format!("* 1 FETCH (X \"a\\\"{deep}\")\r\n")));
        assert!(deepest(&format!("* 1 FETCH (BODY[] {{{}}}\r\n{deep})\r\n", deep.len())));
        assert!(deepest(&format!("* LIST () \"/\" {{{}+}}\r\n{deep}\r\n", deep.len())));
        assert!(deepest(&"* OK (\r\n".repeat(1000)));
    }

    #[test]
    fn what_only_looks_like_a_literal_hides_nothing() {
        let deep = "(".repeat(DEEPEST + 1);
        for before in
            ["* OK hello {999}", "A1 NO ({999}", "+ {999}", "* 1 FETCH (A {999} B", "* 1 FETCH (A \"{999}\""]
        {
            assert!(!deepest(&format!("{before}\r\n* 1 FETCH {deep}")), "{before}");
        }
    }

    #[tokio::test]
    async fn no_more_comes_than_may() {
        use tokio::io::AsyncReadExt as _;
        let (near, mut far) = tokio::io::duplex(64);
        let mut guard = Guard::new(near, Duration::from_millis(50));
        guard.let_in(8, true);
        tokio::io::AsyncWriteExt::write_all(&mut far, "Grü".as_bytes()).await.unwrap();
        let mut read = [0; 4];
        guard.read_exact(&mut read).await.unwrap();
        assert_eq!(&read, b"Gr??");
        let silent = guard.read(&mut read).await.unwrap_err();
        assert_eq!(silent.get_ref().unwrap().downcast_ref(), Some(&Stopped::Silent));
        guard.let_in(1, true);
        tokio::io::AsyncWriteExt::write_all(&mut far, b"ab").await.unwrap();
        let many = guard.read(&mut read).await.unwrap_err();
        assert_eq!(many.get_ref().unwrap().downcast_ref(), Some(&Stopped::TooMany));
        let (near, mut far) = tokio::io::duplex(64);
        let mut guard = Guard::new(near, Duration::from_millis(50));
        guard.let_in(1000, true);
        tokio::io::AsyncWriteExt::write_all(&mut far, b"* 1 FETCH (BODY[] {990}\r\n").await.unwrap();
        let announced = guard.read(&mut [0; 64]).await.unwrap_err();
        assert_eq!(announced.get_ref().unwrap().downcast_ref(), Some(&Stopped::TooMany));
    }
}
