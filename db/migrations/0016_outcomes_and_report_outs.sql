-- What a set (or, where everybody has a problem of their own, a member) reports at a workshop: a draft until it is presented.
CREATE TABLE outcome (
  id          INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  set_id      INTEGER NOT NULL REFERENCES sets (id),
  person_id   INTEGER REFERENCES person (id),           -- the member who reports; NULL: the whole set
  asked       TEXT NOT NULL DEFAULT '',                 -- the decision that is asked for
  asked_by    TEXT CHECK (asked_by IS NULL OR asked_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  asked_with  TEXT NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1,
  created_at  TEXT NOT NULL,
  created_by  INTEGER REFERENCES person (id),
  changed_at  TEXT NOT NULL,
  changed_by  INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX outcome_once ON outcome (workshop_id, set_id, ifnull(person_id, 0));

-- One slide of it: what all see, and a note that only its set reads.
CREATE TABLE outcome_slide (
  outcome_id INTEGER NOT NULL REFERENCES outcome (id),
  slide      TEXT NOT NULL CHECK (slide IN ('Problem', 'Tried', 'Happened', 'Learned', 'Next', 'Surprise', 'Stuck')),
  text       TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (outcome_id, slide)
) STRICT, WITHOUT ROWID;

-- What the sponsor (a member's own report: the supervisor) answered.
CREATE TABLE outcome_answer (
  outcome_id INTEGER PRIMARY KEY REFERENCES outcome (id),
  decision   TEXT NOT NULL CHECK (decision IN ('Adopt', 'Extend', 'Stop', 'Later', 'Other')),
  text       TEXT NOT NULL DEFAULT '',
  next_step  TEXT NOT NULL DEFAULT '',
  owner      TEXT NOT NULL DEFAULT '',
  due        TEXT CHECK (due IS NULL OR due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  by         INTEGER NOT NULL REFERENCES person (id),
  at         TEXT NOT NULL
) STRICT;

-- A figure of a set (or of a member) before and after, and whether the one it belongs to stands behind it.
CREATE TABLE measure (
  id              INTEGER PRIMARY KEY,
  set_id          INTEGER NOT NULL REFERENCES sets (id),
  person_id       INTEGER REFERENCES person (id),
  position        INTEGER NOT NULL CHECK (position > 0),
  name            TEXT NOT NULL CHECK (length(trim(name)) > 0),
  unit            TEXT NOT NULL DEFAULT '',
  lower_is_better INTEGER NOT NULL DEFAULT 1 CHECK (lower_is_better IN (0, 1)),
  baseline        REAL,
  baseline_note   TEXT NOT NULL DEFAULT '',
  target          REAL,
  result          REAL,
  result_note     TEXT NOT NULL DEFAULT '',
  follow_up_days  INTEGER CHECK (follow_up_days BETWEEN 0 AND 3650),
  source          TEXT NOT NULL DEFAULT '',
  client          TEXT CHECK (client IN ('Confirmed', 'Disputed')),
  client_value    REAL,
  client_why      TEXT NOT NULL DEFAULT '',
  client_by       INTEGER REFERENCES person (id),
  client_at       TEXT,
  version         INTEGER NOT NULL DEFAULT 1,
  changed_at      TEXT NOT NULL,
  changed_by      INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX measure_set ON measure (set_id, person_id, position);

-- What was read on the way.
CREATE TABLE measure_reading (
  id         INTEGER PRIMARY KEY,
  measure_id INTEGER NOT NULL REFERENCES measure (id),
  date       TEXT NOT NULL,
  value      REAL NOT NULL,
  n          INTEGER CHECK (n >= 0),
  note       TEXT NOT NULL DEFAULT '',
  by         INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX measure_reading_measure ON measure_reading (measure_id, date);

-- Whose turn it is in a report-out, and what the walls show.
CREATE TABLE report_now (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  outcome_id  INTEGER REFERENCES outcome (id),
  board       INTEGER NOT NULL DEFAULT 0 CHECK (board IN (0, 1)),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The turns in their order, and how far each has come. tell_at is when it was first presented: from then on others may read it.
CREATE TABLE report_turn (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  outcome_id  INTEGER NOT NULL REFERENCES outcome (id),
  position    INTEGER NOT NULL,
  step        INTEGER NOT NULL DEFAULT 0 CHECK (step >= 0),
  seen        INTEGER NOT NULL DEFAULT 0 CHECK (seen >= step), -- the furthest step that the room has seen
  tell_at     TEXT,
  ask_at      TEXT,
  write_at    TEXT,
  PRIMARY KEY (activity_id, outcome_id)
) STRICT, WITHOUT ROWID;

-- What others noted: a question, or one thing that they can use.
CREATE TABLE report_note (
  id             TEXT PRIMARY KEY,
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  outcome_id     INTEGER NOT NULL REFERENCES outcome (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  set_id         INTEGER REFERENCES sets (id),
  kind           TEXT NOT NULL CHECK (kind IN ('Use', 'Question')),
  text           TEXT NOT NULL CHECK (length(trim(text)) > 0),
  state          TEXT NOT NULL DEFAULT 'Shown' CHECK (state IN ('Shown', 'Asked', 'Hidden')),
  at             TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX report_note_outcome ON report_note (activity_id, outcome_id, at);

-- What somebody noted for themselves alone while a set reported.
CREATE TABLE report_private (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  outcome_id  INTEGER NOT NULL REFERENCES outcome (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  text        TEXT NOT NULL,
  PRIMARY KEY (activity_id, outcome_id, person_id)
) STRICT, WITHOUT ROWID;
