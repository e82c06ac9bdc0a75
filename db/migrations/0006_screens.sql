-- A paired wall. It has no write rights; only the hash of its token is kept.
CREATE TABLE screen (
  id          INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  name        TEXT NOT NULL CHECK (length(trim(name)) > 0),
  token_hash  TEXT NOT NULL UNIQUE,
  layout      TEXT NOT NULL DEFAULT 'Follow'
              CHECK (layout IN ('Follow', 'Join', 'Columns', 'Mosaic', 'Spotlight', 'Timer', 'Title')),
  post_id     TEXT REFERENCES post (id),
  blank       INTEGER NOT NULL DEFAULT 0 CHECK (blank IN (0, 1)),
  frozen      INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
  theme       TEXT NOT NULL DEFAULT 'Light' CHECK (theme IN ('Light', 'Dark')),
  paired_at   TEXT NOT NULL,
  unpaired_at TEXT,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX screen_workshop ON screen (workshop_id);
CREATE UNIQUE INDEX screen_name ON screen (workshop_id, name COLLATE NOCASE) WHERE unpaired_at IS NULL;

-- A browser that shows a pairing code and waits. The code is tied to a secret in that browser, which becomes the
-- screen's token when a facilitator types the code. Only hashes are kept of both.
CREATE TABLE pairing (
  code_hash   TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  expires_at  TEXT NOT NULL,
  screen_id   INTEGER REFERENCES screen (id)
) STRICT, WITHOUT ROWID;

-- Wrong codes typed in a control room: after ten in five minutes it has to wait.
CREATE TABLE pairing_miss (
  id          INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX pairing_miss_workshop ON pairing_miss (workshop_id, at);
