-- What a member wants to get better at as a person. At most one is active per membership.
CREATE TABLE developmental_goal (
  id            INTEGER PRIMARY KEY,
  membership_id INTEGER NOT NULL REFERENCES membership (id),
  text          TEXT NOT NULL CHECK (length(trim(text)) > 0),
  why_now       TEXT NOT NULL DEFAULT '',
  how_noticed   TEXT NOT NULL DEFAULT '',
  agreed_at     TEXT,
  agreed_by     INTEGER REFERENCES person (id),
  ended_at      TEXT,
  shared        INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)), -- with the set, by its owner
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  changed_at    TEXT NOT NULL,
  CHECK ((agreed_at IS NULL) = (agreed_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX developmental_goal_active ON developmental_goal (membership_id) WHERE ended_at IS NULL;

-- How far a member says to be with the goal. Private; shared with the supervisor only on purpose.
CREATE TABLE self_rating (
  membership_id INTEGER NOT NULL REFERENCES membership (id),
  moment        TEXT NOT NULL CHECK (moment IN ('KickOff', 'MidTerm', 'Final')),
  value         INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5),
  note          TEXT NOT NULL DEFAULT '',
  shared        INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1,
  at            TEXT NOT NULL,
  PRIMARY KEY (membership_id, moment)
) STRICT, WITHOUT ROWID;

-- What a supervisor noticed: for the member only.
CREATE TABLE noticed (
  membership_id INTEGER NOT NULL REFERENCES membership (id),
  writer_id     INTEGER NOT NULL REFERENCES person (id),
  text          TEXT NOT NULL CHECK (length(trim(text)) > 0),
  version       INTEGER NOT NULL DEFAULT 1,
  at            TEXT NOT NULL,
  PRIMARY KEY (membership_id, writer_id)
) STRICT, WITHOUT ROWID;

-- What a person will do. Private unless its owner agrees to show it.
CREATE TABLE commitment (
  id            INTEGER PRIMARY KEY,
  activity_id   INTEGER NOT NULL REFERENCES activity (id),
  person_id     INTEGER NOT NULL REFERENCES person (id),
  set_id        INTEGER REFERENCES sets (id),
  role          TEXT NOT NULL,
  text          TEXT NOT NULL CHECK (length(trim(text)) > 0),
  due           TEXT,                                          -- local date
  share         TEXT NOT NULL CHECK (share IN ('Nobody', 'Set', 'Signer', 'Room')),
  witness_id    INTEGER REFERENCES person (id),
  witness_says  TEXT CHECK (witness_says IN ('Yes', 'No')),
  signed_by     INTEGER REFERENCES person (id),
  signed_at     TEXT,
  state         TEXT NOT NULL DEFAULT 'Agreed' CHECK (state IN ('Agreed', 'Done', 'Partly', 'NotDone', 'Dropped')),
  vouched       INTEGER NOT NULL DEFAULT 0 CHECK (vouched IN (0, 1)),
  hidden_at     TEXT,                                          -- taken off the walls by the facilitator
  version       INTEGER NOT NULL DEFAULT 1,
  at            TEXT NOT NULL,
  CHECK (witness_id IS NULL OR witness_id <> person_id),
  CHECK (witness_says IS NULL OR witness_id IS NOT NULL),
  UNIQUE (activity_id, person_id)
) STRICT;
CREATE INDEX commitment_witness ON commitment (witness_id) WHERE witness_id IS NOT NULL;

-- The first set meetings, as a set dates them in the room.
CREATE TABLE commitment_meeting (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  set_id      INTEGER NOT NULL REFERENCES sets (id),
  number      INTEGER NOT NULL CHECK (number IN (1, 2)),
  date        TEXT NOT NULL,
  by          INTEGER NOT NULL REFERENCES person (id),
  version     INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (activity_id, set_id, number)
) STRICT, WITHOUT ROWID;
