-- What people write. The author's phone makes the id. An anonymous post has no participant, no set and no time;
-- its key is random, the table has no row order, and only the phone that wrote it holds the secret behind secret_hash.
CREATE TABLE post (
  id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  participant_id INTEGER REFERENCES participant (id),
  set_id         INTEGER REFERENCES sets (id),
  kind           TEXT NOT NULL CHECK (kind IN ('Learning', 'Question', 'Offer', 'Request')),
  text           TEXT NOT NULL,
  sort_key       TEXT NOT NULL,     -- newest last; for an anonymous post the random id itself
  secret_hash    TEXT,
  state          TEXT NOT NULL CHECK (state IN ('Waiting', 'Shown', 'Hidden', 'Deleted', 'Late')),
  hidden_reason  TEXT,
  edit_asked     INTEGER NOT NULL DEFAULT 0 CHECK (edit_asked IN (0, 1)),
  on_wall        INTEGER NOT NULL DEFAULT 0 CHECK (on_wall IN (0, 1)),
  version        INTEGER NOT NULL DEFAULT 1,
  posted_at      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX post_activity ON post (activity_id, state, sort_key);
CREATE INDEX post_set ON post (activity_id, set_id, state, sort_key);
CREATE INDEX post_author ON post (participant_id, activity_id) WHERE participant_id IS NOT NULL;

-- "This helps us": who said so of which post. Counted, never kept as a total.
CREATE TABLE heart (
  post_id        TEXT NOT NULL REFERENCES post (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  PRIMARY KEY (post_id, participant_id)
) STRICT, WITHOUT ROWID;

-- That somebody has answered an activity, and how often; nothing here leads to an answer.
CREATE TABLE answered (
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  times          INTEGER NOT NULL,
  PRIMARY KEY (activity_id, participant_id)
) STRICT, WITHOUT ROWID;
