-- Schema 1 as it was first released, and one row of everything. Never edited: later migrations start from here.
-- The first schema. STRICT tables; NOT NULL wherever null has no meaning; times in milliseconds since 1970, UTC;
-- ids are never used again. Columns are added by later migrations and die late: an older app may still read them.

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes by what they are. Whoever refers to them says what they mean.
CREATE TABLE blobs (
  n INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,      -- SHA-256; while staged, 32 random bytes
  bytes INTEGER NOT NULL,
  staged_at INTEGER                 -- set while the bytes are still coming in
) STRICT;

CREATE INDEX blobs_staged ON blobs(staged_at) WHERE staged_at IS NOT NULL;

CREATE TABLE chunks (
  blob INTEGER NOT NULL REFERENCES blobs ON DELETE CASCADE,
  n INTEGER NOT NULL,               -- from 0, 1 MiB each but the last
  bytes BLOB NOT NULL,
  UNIQUE(blob, n)
) STRICT;

CREATE TABLE pictures (
  digest BLOB PRIMARY KEY REFERENCES blobs(digest),
  media_type TEXT NOT NULL,
  thumbnail BLOB                    -- PNG
) STRICT, WITHOUT ROWID;

-- The award. What a list shows of it is copied from its leading copy.
CREATE TABLE badges (
  n INTEGER PRIMARY KEY AUTOINCREMENT,  -- the row of its words
  id TEXT NOT NULL UNIQUE,
  award_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK(state IN ('waiting', 'kept')),
  leading TEXT NOT NULL REFERENCES copies DEFERRABLE INITIALLY DEFERRED,
  renews TEXT REFERENCES badges(id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  issuer TEXT NOT NULL,
  issuer_key TEXT NOT NULL,         -- the authority, normalised
  achievement TEXT,
  recipient_key TEXT,
  issued_at INTEGER,
  issued TEXT,                      -- as the issuer wrote it
  valid_until INTEGER,
  valid_until_text TEXT,
  minutes INTEGER,
  verdict TEXT NOT NULL,
  mark TEXT NOT NULL,
  turns_at INTEGER,                 -- when verdict and mark change by themselves
  image BLOB REFERENCES pictures,
  added_at INTEGER NOT NULL,
  sorted_at INTEGER NOT NULL,       -- issued_at, else added_at
  name_sort TEXT NOT NULL,          -- lower case, without diacritics
  issuer_sort TEXT NOT NULL
) STRICT;

CREATE INDEX badges_by_date ON badges(state, sorted_at, n);
CREATE INDEX badges_by_name ON badges(state, name_sort, n);
CREATE INDEX badges_by_issuer ON badges(state, issuer_sort, name_sort, n);
CREATE INDEX badges_by_mark ON badges(state, mark, minutes);
CREATE INDEX badges_by_turn ON badges(turns_at) WHERE turns_at IS NOT NULL;
CREATE INDEX badges_by_authority ON badges(issuer_key);
CREATE INDEX badges_by_image ON badges(image) WHERE image IS NOT NULL;
CREATE INDEX badges_by_renews ON badges(renews) WHERE renews IS NOT NULL;
CREATE INDEX badges_by_leading ON badges(leading);

-- The same award as PNG, page, Open Badges 2.0, 3.0.
CREATE TABLE copies (
  digest TEXT PRIMARY KEY,          -- SHA-256 of the payload, hex
  badge TEXT NOT NULL REFERENCES badges(id) ON DELETE CASCADE,
  format TEXT NOT NULL,
  securing TEXT NOT NULL,
  payload BLOB NOT NULL REFERENCES blobs(digest),
  content_digest BLOB NOT NULL,     -- SHA-256 of its canonical form
  rank INTEGER NOT NULL,            -- the highest leads; of equals the first
  fields TEXT NOT NULL,             -- what the badge shows while this copy leads, JSON
  image BLOB REFERENCES pictures,
  added_at INTEGER NOT NULL
) STRICT;

CREATE INDEX copies_by_badge ON copies(badge, rank);
CREATE INDEX copies_by_content ON copies(content_digest);
CREATE INDEX copies_by_payload ON copies(payload);
CREATE INDEX copies_by_image ON copies(image) WHERE image IS NOT NULL;

-- Where a copy came from.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  copy TEXT NOT NULL REFERENCES copies ON DELETE CASCADE,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  carrier TEXT NOT NULL,            -- json, jwt, baked-png, …
  container BLOB NOT NULL,          -- SHA-256 of the file it came in; empty where there was none
  detail TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  UNIQUE(copy, kind, path, container)
) STRICT;

-- Records of one moment; never changed.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  copy TEXT NOT NULL REFERENCES copies ON DELETE CASCADE,
  at INTEGER NOT NULL,
  verifier TEXT NOT NULL,
  verdict TEXT NOT NULL,
  mark TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;

CREATE INDEX reports_by_copy ON reports(copy, at);

-- The archive: what a check looked at outside of the badge.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  fetched_at INTEGER NOT NULL,      -- when these bytes were first seen
  seen_at INTEGER NOT NULL,         -- and when last
  origin TEXT NOT NULL,
  status INTEGER NOT NULL,
  final_url TEXT,
  media_type TEXT,
  etag TEXT,
  blob BLOB REFERENCES blobs(digest),
  UNIQUE(url, fetched_at, origin)
) STRICT;

CREATE INDEX documents_by_blob ON documents(blob) WHERE blob IS NOT NULL;

CREATE TABLE report_documents (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES documents,
  PRIMARY KEY(report, document)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_documents_by_document ON report_documents(document);

CREATE TABLE stacks (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  language TEXT NOT NULL,
  rules TEXT NOT NULL DEFAULT '{}',
  position INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE stack_items (
  stack TEXT NOT NULL REFERENCES stacks(id) ON DELETE CASCADE,
  badge TEXT NOT NULL REFERENCES badges(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY(stack, badge)
) STRICT, WITHOUT ROWID;

CREATE INDEX stack_items_by_badge ON stack_items(badge);

-- What the learner attached, to a badge or to a stack.
CREATE TABLE evidence (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  badge TEXT REFERENCES badges(id) ON DELETE CASCADE,
  stack TEXT REFERENCES stacks(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK(kind IN ('file', 'link', 'text')),
  blob BLOB REFERENCES blobs(digest),
  media_type TEXT,
  url TEXT,
  name TEXT NOT NULL,
  caption TEXT NOT NULL,
  position INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  CHECK((badge IS NULL) <> (stack IS NULL)),
  CHECK((blob IS NULL) = (kind = 'link')),
  CHECK((url IS NULL) = (kind <> 'link'))
) STRICT;

CREATE INDEX evidence_by_badge ON evidence(badge) WHERE badge IS NOT NULL;
CREATE INDEX evidence_by_stack ON evidence(stack) WHERE stack IS NOT NULL;
CREATE INDEX evidence_by_blob ON evidence(blob) WHERE blob IS NOT NULL;

CREATE TABLE identities (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL UNIQUE,
  secret BLOB                       -- the holder key's 32 bytes
) STRICT;

CREATE TABLE consents (
  host TEXT PRIMARY KEY,
  given_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pins (
  issuer TEXT NOT NULL,
  key TEXT NOT NULL,
  pinned_at INTEGER NOT NULL,
  PRIMARY KEY(issuer, key)
) STRICT, WITHOUT ROWID;

-- What was found and not wanted, so that the next scan of the same mailbox does not offer it again.
CREATE TABLE dismissed (
  content_digest BLOB PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What went out.
CREATE TABLE shares (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  format TEXT NOT NULL,
  title TEXT NOT NULL,
  badges INTEGER NOT NULL,
  audience TEXT,
  manifest BLOB NOT NULL REFERENCES blobs(digest),
  file_digest BLOB NOT NULL
) STRICT;

CREATE INDEX shares_by_manifest ON shares(manifest);

CREATE VIRTUAL TABLE words USING fts5(
  name, issuer, text,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- Words of a deleted badge leave the index at once, not at some later merge.
INSERT INTO words(words, rank) VALUES('secure-delete', 1);

INSERT INTO settings VALUES('min_reader', '1'), ('locale', 'de');
INSERT INTO blobs(n, digest, bytes) VALUES(1, x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 3);
INSERT INTO chunks VALUES(1, 0, x'666f6f');
INSERT INTO pictures VALUES(x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 'image/png', NULL);
INSERT INTO badges(n, id, award_key, state, leading, name, issuer, issuer_key, achievement, recipient_key, issued_at, issued,
  verdict, mark, image, added_at, sorted_at, name_sort, issuer_sort)
  VALUES(1, 'aaaabbbbccccdddd', 'https://a.example|1', 'kept', '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  'Holzwerk', 'Werkstatt', 'https://a.example', 'https://a.example/class', 'me', 1700000000000, '2023-11-14',
  'valid', 'verified', x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 1700000000000, 1700000000000, 'holzwerk', 'werkstatt');
INSERT INTO copies VALUES('2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 'aaaabbbbccccdddd', 'open-badges-2.0', 'hosted',
  x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 5,
  '{"name":"Holzwerk","issuer":"Werkstatt","issuerKey":"https://a.example","verdict":"valid","mark":"verified"}',
  x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 1700000000000);
INSERT INTO sources VALUES(1, '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 'mail', 'attachment[0]', 'json', x'', '{}', 1700000000000);
INSERT INTO reports VALUES(1, '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 1700000000000, 'badgefolio/0.1.0', 'valid', 'verified', '{}');
INSERT INTO documents VALUES(1, 'https://a.example/1', 1700000000000, 1700000000000, 'fetched', 404, NULL, NULL, NULL, NULL);
INSERT INTO report_documents VALUES(1, 1);
INSERT INTO stacks(id, title, description, language, position, changed_at) VALUES('s1', 'Stapel', '', 'de', 1, 1700000000000);
INSERT INTO stack_items VALUES('s1', 'aaaabbbbccccdddd', 1);
INSERT INTO evidence(id, badge, kind, url, name, caption, position, added_at) VALUES('e1', 'aaaabbbbccccdddd', 'link', 'https://b.example', 'b', '', 1, 1700000000000);
INSERT INTO identities(id, kind, value) VALUES('i1', 'email', 'a@example.org');
INSERT INTO consents VALUES('a.example', 1700000000000);
INSERT INTO pins VALUES('https://a.example', 'k', 1700000000000);
INSERT INTO dismissed VALUES(x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', 1700000000000);
INSERT INTO shares(id, at, format, title, badges, manifest, file_digest) VALUES('h1', 1700000000000, 'html', 't', 1,
  x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', x'2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae');
INSERT INTO words(rowid, name, issuer, text) VALUES(1, 'Holzwerk', 'Werkstatt', 'Sägen');
PRAGMA user_version = 1;
