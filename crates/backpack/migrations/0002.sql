-- An issuer marked as known is remembered by name, too: another one by the same name is then told from it.
ALTER TABLE pins ADD COLUMN name TEXT NOT NULL DEFAULT '';
