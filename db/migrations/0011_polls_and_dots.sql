-- What people answer to a poll, and the dots they give: votes are rows that are counted. An anonymous one has no
-- participant, no set and no time, a random key in a table without row order, and only its phone holds the secret
-- behind secret_hash.
CREATE TABLE poll_answer (
  id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  participant_id INTEGER REFERENCES participant (id),
  set_id         INTEGER REFERENCES sets (id),
  text           TEXT NOT NULL DEFAULT '',      -- the free text, or the words beside a choice
  secret_hash    TEXT,
  version        INTEGER NOT NULL DEFAULT 1,
  answered_at    TEXT,
  CHECK (participant_id IS NOT NULL OR (set_id IS NULL AND answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX poll_answer_once ON poll_answer (activity_id, participant_id) WHERE participant_id IS NOT NULL;
CREATE UNIQUE INDEX poll_answer_secret ON poll_answer (activity_id, secret_hash) WHERE secret_hash IS NOT NULL;

-- The words of each choice, so that an answer stays what it was when the list changes.
CREATE TABLE poll_choice (
  answer_id TEXT NOT NULL REFERENCES poll_answer (id) ON DELETE CASCADE,
  choice    TEXT NOT NULL CHECK (length(choice) > 0),
  PRIMARY KEY (answer_id, choice)
) STRICT, WITHOUT ROWID;

CREATE TABLE dot (
  id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  participant_id INTEGER REFERENCES participant (id),
  secret_hash    TEXT,
  item           TEXT NOT NULL CHECK (length(item) > 0),  -- a post's id, or the place in a given list
  CHECK ((participant_id IS NULL) <> (secret_hash IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX dot_item ON dot (activity_id, item);
CREATE INDEX dot_of ON dot (activity_id, participant_id) WHERE participant_id IS NOT NULL;
CREATE INDEX dot_secret ON dot (activity_id, secret_hash) WHERE secret_hash IS NOT NULL;
