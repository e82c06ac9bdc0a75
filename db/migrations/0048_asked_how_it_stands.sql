-- The sponsor asks whoever was asked for a door how it stands: each of them at most once a day.
CREATE TABLE door_wondered (
  door_id TEXT NOT NULL REFERENCES door_request (id) ON DELETE CASCADE,
  by      INTEGER NOT NULL REFERENCES person (id),
  at      TEXT NOT NULL,
  PRIMARY KEY (door_id, by)
) STRICT, WITHOUT ROWID;

-- Whoever arranges the outcome report asks the author of a named post whether it may be quoted there. Only a yes makes it quotable.
CREATE TABLE quote_asked (
  post_id  TEXT PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
  asked_by INTEGER NOT NULL REFERENCES person (id),
  asked_at TEXT NOT NULL,
  says     TEXT CHECK (says IN ('Yes', 'No')),
  said_at  TEXT,
  CHECK ((says IS NULL) = (said_at IS NULL))
) STRICT, WITHOUT ROWID;

-- The yes was to these words: where they read otherwise, it is asked anew.
CREATE TRIGGER quoted_post_reads_otherwise AFTER UPDATE OF text ON post WHEN new.text <> old.text BEGIN
  DELETE FROM quote_asked WHERE post_id = new.id;
END;
