-- A question from one set to another, with the answer that one phone gives for the asked set.
CREATE TABLE set_question (
  id             TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  from_set       INTEGER NOT NULL REFERENCES sets (id),
  to_set         INTEGER NOT NULL REFERENCES sets (id) CHECK (to_set <> from_set),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  text           TEXT NOT NULL,
  state          TEXT NOT NULL DEFAULT 'Shown' CHECK (state IN ('Shown', 'Hidden', 'TakenBack')),
  asked_at       TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  answer         TEXT NOT NULL DEFAULT '',
  answered_by    INTEGER REFERENCES participant (id),
  answered_at    TEXT,
  answer_version INTEGER NOT NULL DEFAULT 0      -- rises with each answer: the second phone is shown the first one's
) STRICT, WITHOUT ROWID;
CREATE INDEX set_question_activity ON set_question (activity_id, to_set, asked_at);

-- What somebody offers or asks for. Followed up at later workshops, so it belongs to a person and not to a place in a room.
CREATE TABLE offer (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  set_id      INTEGER REFERENCES sets (id),
  kind        TEXT NOT NULL CHECK (kind IN ('Offer', 'Request')),
  text        TEXT NOT NULL,
  state       TEXT NOT NULL DEFAULT 'Shown' CHECK (state IN ('Shown', 'Hidden', 'TakenBack')),
  version     INTEGER NOT NULL DEFAULT 1,
  posted_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_activity ON offer (activity_id, kind, posted_at);

-- Somebody who can help, and somebody whom it helps.
CREATE TABLE offer_match (
  id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id  INTEGER NOT NULL REFERENCES activity (id),
  request_id   TEXT REFERENCES offer (id),
  offer_id     TEXT REFERENCES offer (id),
  helper_id    INTEGER NOT NULL REFERENCES person (id),
  asker_id     INTEGER NOT NULL REFERENCES person (id) CHECK (asker_id <> helper_id),
  words        TEXT NOT NULL DEFAULT '',          -- what whoever pressed says they can do or would like
  first_step   TEXT NOT NULL DEFAULT '',
  state        TEXT NOT NULL CHECK (state IN ('Suggested', 'Agreed', 'Happened', 'FellThrough')),
  came_of_it   TEXT NOT NULL DEFAULT '',
  months_saved INTEGER CHECK (months_saved BETWEEN 0 AND 60),  -- a guess of whoever said so, and told as one
  version      INTEGER NOT NULL DEFAULT 1,
  made_at      TEXT NOT NULL,
  changed_at   TEXT NOT NULL,
  changed_by   INTEGER REFERENCES person (id),
  CHECK (request_id IS NOT NULL OR offer_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_match_activity ON offer_match (activity_id, made_at);

-- A door that a set asks somebody to open. Its title may stand on the wall, its text may not.
CREATE TABLE door_request (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  set_id      INTEGER NOT NULL REFERENCES sets (id),
  asked_by    INTEGER NOT NULL REFERENCES person (id),
  asked_of    INTEGER NOT NULL REFERENCES person (id),
  title       TEXT NOT NULL CHECK (length(trim(title)) > 0),
  text        TEXT NOT NULL DEFAULT '',
  needed_by   TEXT,
  state       TEXT NOT NULL DEFAULT 'Asked' CHECK (state IN ('Asked', 'Accepted', 'Opened', 'NotPossible', 'TakenBack')),
  answer      TEXT NOT NULL DEFAULT '',
  opens_on    TEXT,                               -- the date that whoever accepted gave
  version     INTEGER NOT NULL DEFAULT 1,
  asked_at    TEXT NOT NULL,
  answered_by INTEGER REFERENCES person (id),
  answered_at TEXT,
  closed_at   TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX door_request_activity ON door_request (activity_id, asked_at);
CREATE INDEX door_request_of ON door_request (asked_of);
