//! What a server of a test answers.

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Status, e.g. 200.
    pub status: u16,
    /// Further header lines.
    pub headers: Vec<(String, String)>,
    /// What follows them.
    pub body: Body,
}

/// The body of an answer.
#[derive(Clone, Debug)]
pub enum Body {
    /// These bytes, their length announced.
    Bytes(Vec<u8>),
    /// This many zeros, their length announced.
    Zeros(u64),
    /// This many zeros, and nobody was told how many.
    Unannounced(u64),
    /// One byte a second, for ever.
    Slow,
}

impl Reply {
    /// An answer of this status, with these bytes.
    pub fn new(status: u16, media_type: &str, bytes: impl Into<Vec<u8>>) -> Reply {
        let reply = Reply { status, headers: Vec::new(), body: Body::Bytes(bytes.into()) };
        if media_type.is_empty() { reply } else { reply.with("Content-Type", media_type) }
    }

    /// JSON.
    pub fn json(text: impl Into<Vec<u8>>) -> Reply {
        Reply::new(200, "application/json", text)
    }

    /// A page.
    pub fn html(text: impl Into<Vec<u8>>) -> Reply {
        Reply::new(200, "text/html; charset=utf-8", text)
    }

    /// A picture.
    pub fn png(bytes: impl Into<Vec<u8>>) -> Reply {
        Reply::new(200, "image/png", bytes)
    }

    /// Nothing but a status.
    pub fn status(status: u16) -> Reply {
        Reply::new(status, "", Vec::new())
    }

    /// Sent on to there.
    pub fn to(location: &str) -> Reply {
        Reply::status(302).with("Location", location)
    }

    /// With a header line more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Reply {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With another body.
    #[must_use]
    pub fn with_body(mut self, body: Body) -> Reply {
        self.body = body;
        self
    }
}
