-- What one member will do before a day: agreed in airtime from the questions that led to it, reported back to the set.
CREATE TABLE set_action (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE CHECK (length(key) = 26),   -- made where it was written, so that it can be sent again
  set_id     INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL CHECK (number > 0),
  owner_id   INTEGER NOT NULL REFERENCES person (id),
  slot_id    INTEGER REFERENCES airtime_slot (id) ON DELETE SET NULL,  -- the airtime in which it was agreed, while its notes are kept
  meeting_id INTEGER REFERENCES set_meeting (id) ON DELETE SET NULL,
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  agreed_on  TEXT NOT NULL CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  due        TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  state      TEXT NOT NULL DEFAULT 'Agreed' CHECK (state IN ('Agreed', 'Done', 'Partly', 'NotDone', 'Dropped')),
  carried    INTEGER NOT NULL DEFAULT 0 CHECK (carried >= 0), -- how often its owner took it on to a later day
  soon_at    TEXT,                                            -- since when its owner is reminded of it
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES person (id),
  changed_at TEXT NOT NULL,
  changed_by INTEGER REFERENCES person (id),
  CHECK (due >= agreed_on),
  UNIQUE (set_id, number)
) STRICT;
CREATE INDEX set_action_owner ON set_action (owner_id, state);
CREATE INDEX set_action_slot ON set_action (slot_id) WHERE slot_id IS NOT NULL;

-- The questions that an action came from. They go with the airtime notes.
CREATE TABLE set_action_question (
  action_id   INTEGER NOT NULL REFERENCES set_action (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES airtime_question (id) ON DELETE CASCADE,
  PRIMARY KEY (action_id, question_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX set_action_question_question ON set_action_question (question_id);

-- Each time that an action came up: what its owner told of it, or that it was carried on without.
CREATE TABLE set_action_report (
  action_id  INTEGER NOT NULL REFERENCES set_action (id) ON DELETE CASCADE,
  round      INTEGER NOT NULL CHECK (round > 0),
  key        TEXT NOT NULL UNIQUE CHECK (length(key) = 26),
  meeting_id INTEGER REFERENCES set_meeting (id) ON DELETE SET NULL,   -- where it was told; null while it waits to be read out
  state      TEXT NOT NULL CHECK (state IN ('Done', 'Partly', 'NotDone', 'Carried', 'Absent', 'Dropped')),
  did        TEXT NOT NULL DEFAULT '',
  happened   TEXT NOT NULL DEFAULT '',
  learned    TEXT NOT NULL DEFAULT '',
  why        TEXT NOT NULL DEFAULT '',                                 -- why it is dropped, or carried once more
  due        TEXT NOT NULL,                                            -- when it was due
  on_to      TEXT,                                                     -- the day to which it goes on; null where it ends here
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES person (id),
  changed_at TEXT NOT NULL,
  changed_by INTEGER REFERENCES person (id),
  CHECK (state NOT IN ('Done', 'Partly', 'NotDone') OR (length(trim(did)) > 0 AND length(trim(happened)) > 0 AND length(trim(learned)) > 0)),
  CHECK ((state IN ('Carried', 'Absent')) <= (on_to IS NOT NULL)),
  CHECK (state <> 'Dropped' OR length(trim(why)) > 0),
  PRIMARY KEY (action_id, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX set_action_report_meeting ON set_action_report (meeting_id) WHERE meeting_id IS NOT NULL;

-- What an owner asks the set for, and what the others answer. An ask is open until its owner says that it is enough.
CREATE TABLE set_action_help (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE CHECK (length(key) = 26),
  action_id  INTEGER NOT NULL REFERENCES set_action (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES person (id),
  asks       INTEGER NOT NULL CHECK (asks IN (0, 1)),
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  enough_at  TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX set_action_help_action ON set_action_help (action_id);

-- An owner's notes for themselves. Nobody else reads them, whoever has the action later.
CREATE TABLE set_action_note (
  action_id  INTEGER NOT NULL REFERENCES set_action (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES person (id),
  text       TEXT NOT NULL,
  version    INTEGER NOT NULL DEFAULT 1,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (action_id, person_id)
) STRICT, WITHOUT ROWID;

-- Who in a set wants its airtime notes kept when the programme is over. Two keep them.
CREATE TABLE set_keep (
  set_id    INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  at        TEXT NOT NULL,
  PRIMARY KEY (set_id, person_id)
) STRICT, WITHOUT ROWID;

-- That a set's airtime notes were deleted.
CREATE TABLE set_forgotten (
  set_id INTEGER PRIMARY KEY REFERENCES sets (id) ON DELETE CASCADE,
  at     TEXT NOT NULL
) STRICT;

-- What is left of connections when the days after the closing are over: pairs of different units, counted, without anybody.
CREATE TABLE connection_count (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  answered    INTEGER NOT NULL,
  possible    INTEGER NOT NULL,
  known       INTEGER NOT NULL,
  talked      INTEGER NOT NULL,
  ring        INTEGER NOT NULL
) STRICT;

-- What is left of ranks: how many of a set gave a problem which place. Sets in which fewer than three ranked stand together.
CREATE TABLE preference_count (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  set_id      INTEGER REFERENCES sets (id) ON DELETE SET NULL,
  problem_id  INTEGER NOT NULL REFERENCES problem (id),
  rank        INTEGER NOT NULL CHECK (rank > 0),
  people      INTEGER NOT NULL CHECK (people > 0)
) STRICT;
CREATE INDEX preference_count_activity ON preference_count (activity_id);

-- What is closed already has its day too, but not before its people could read of it.
INSERT INTO due (kind, thing_id, due_at)
SELECT 'Retention', id, max(strftime('%Y-%m-%dT%H:%M:%fZ', closed_at, '+90 days'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+30 days'))
FROM programme WHERE state = 'Closed' AND closed_at IS NOT NULL;
