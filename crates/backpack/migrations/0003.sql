-- Accounts that badges are fetched from: mailboxes elsewhere, badge platforms. Their secrets are in the system's
-- keyring, never here. `place` is what was chosen (JSON), `reached` how far it was looked through (JSON).
CREATE TABLE accounts(
  id         TEXT NOT NULL PRIMARY KEY,
  kind       TEXT NOT NULL,
  host       TEXT NOT NULL,
  user       TEXT NOT NULL,
  place      TEXT NOT NULL,
  reached    TEXT NOT NULL DEFAULT '',
  added_at   INTEGER NOT NULL,
  scanned_at INTEGER
) STRICT;
