-- Posts put together into themes by the facilitator. A post is in one theme or in none.
CREATE TABLE theme (
  id          INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  name        TEXT NOT NULL CHECK (length(trim(name)) > 0),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX theme_activity ON theme (activity_id);

CREATE TABLE post_theme (
  post_id  TEXT NOT NULL PRIMARY KEY REFERENCES post (id),
  theme_id INTEGER NOT NULL REFERENCES theme (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_theme_theme ON post_theme (theme_id);

-- Screens learn more layouts (a CHECK can't be changed in place), to show some sets only, and to stand on a set's table.

CREATE TABLE screen_next (
  id          INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  name        TEXT NOT NULL CHECK (length(trim(name)) > 0),
  token_hash  TEXT NOT NULL UNIQUE,
  layout      TEXT NOT NULL DEFAULT 'Follow'
              CHECK (layout IN ('Follow', 'Join', 'Columns', 'Mosaic', 'Spotlight', 'Timer', 'Title', 'Themes', 'Agenda', 'Split')),
  post_id     TEXT REFERENCES post (id),
  blank       INTEGER NOT NULL DEFAULT 0 CHECK (blank IN (0, 1)),
  frozen      INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
  theme       TEXT NOT NULL DEFAULT 'Light' CHECK (theme IN ('Light', 'Dark')),
  paired_at   TEXT NOT NULL,
  unpaired_at TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  room        INTEGER NOT NULL DEFAULT 1 CHECK (room IN (1, 2)),
  sets        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sets)),  -- the sets that it shows; empty = all
  table_set   INTEGER REFERENCES sets (id)                          -- a tablet on this set's table; NULL = a wall
) STRICT;
INSERT INTO screen_next (id, workshop_id, name, token_hash, layout, post_id, blank, frozen, theme, paired_at, unpaired_at, version, room)
SELECT id, workshop_id, name, token_hash, layout, post_id, blank, frozen, theme, paired_at, unpaired_at, version, room FROM screen;
DROP TABLE screen;
ALTER TABLE screen_next RENAME TO screen;
CREATE INDEX screen_workshop ON screen (workshop_id);
CREATE UNIQUE INDEX screen_name ON screen (workshop_id, name COLLATE NOCASE) WHERE unpaired_at IS NULL;
