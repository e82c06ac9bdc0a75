-- A set meeting while it is held: how its day is cut, where the set is in it, and which device writes for all.
CREATE TABLE meeting_run (
  meeting_id    INTEGER PRIMARY KEY REFERENCES set_meeting (id) ON DELETE CASCADE,
  step          TEXT NOT NULL DEFAULT 'check-in' CHECK (step IN ('check-in', 'report', 'order', 'airtime', 'work', 'reflect', 'leaves')),
  slot_minutes  INTEGER NOT NULL DEFAULT 60 CHECK (slot_minutes BETWEEN 30 AND 60),
  guest_minutes INTEGER NOT NULL DEFAULT 0 CHECK (guest_minutes BETWEEN 0 AND 120),
  work_minutes  INTEGER NOT NULL DEFAULT 0 CHECK (work_minutes BETWEEN 0 AND 300),
  pen_person    INTEGER REFERENCES person (id),
  pen_device    TEXT,                                        -- hash of the secret in that browser; none: the person's next one
  pen_at        TEXT,                                        -- when it last wrote: a pen that rests may be taken
  asks_pen      INTEGER REFERENCES person (id),              -- who would like to have it
  opened_at     TEXT NOT NULL,
  opened_by     INTEGER NOT NULL REFERENCES person (id),
  closed_at     TEXT,
  closed_by     INTEGER REFERENCES person (id),
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Who is here, as said at the check-in. Who has no row was not asked yet.
CREATE TABLE meeting_attendance (
  meeting_id INTEGER NOT NULL REFERENCES set_meeting (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES person (id),
  state      TEXT NOT NULL CHECK (state IN ('Here', 'Late', 'Absent')),
  changed_at TEXT NOT NULL,
  changed_by INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (meeting_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_attendance_person ON meeting_attendance (person_id);

-- A member's own time. It is used while it runs: since when, and how much before.
CREATE TABLE airtime_slot (
  id              INTEGER PRIMARY KEY,
  meeting_id      INTEGER NOT NULL REFERENCES set_meeting (id) ON DELETE CASCADE,
  presenter_id    INTEGER NOT NULL REFERENCES person (id),
  position        INTEGER NOT NULL CHECK (position > 0),
  planned_minutes INTEGER NOT NULL CHECK (planned_minutes BETWEEN 5 AND 120),
  added_minutes   INTEGER NOT NULL DEFAULT 0 CHECK (added_minutes BETWEEN 0 AND 60), -- by the set, from nobody's time
  state           TEXT NOT NULL DEFAULT 'Waiting' CHECK (state IN ('Waiting', 'Open', 'Done')),
  part            TEXT NOT NULL DEFAULT 'Account' CHECK (part IN ('Account', 'Questions', 'Sees', 'Helped')),
  turned          INTEGER NOT NULL DEFAULT 0 CHECK (turned IN (0, 1)), -- the scribe's screen is turned to the presenter
  issue           TEXT NOT NULL DEFAULT '' CHECK (length(issue) <= 160),
  started_at      TEXT,
  ended_at        TEXT,
  running_since   TEXT,
  used_seconds    INTEGER NOT NULL DEFAULT 0 CHECK (used_seconds >= 0),
  version         INTEGER NOT NULL DEFAULT 1,
  changed_at      TEXT NOT NULL,
  UNIQUE (meeting_id, presenter_id),
  CHECK ((started_at IS NULL) = (state = 'Waiting')),
  CHECK ((ended_at IS NOT NULL) = (state = 'Done')),
  CHECK (running_since IS NULL OR state = 'Open'),
  CHECK (turned = 0 OR part = 'Helped')
) STRICT;
CREATE UNIQUE INDEX airtime_slot_open ON airtime_slot (meeting_id) WHERE state = 'Open'; -- one member has the floor

-- Time that one member gave to another.
CREATE TABLE airtime_given (
  id         INTEGER PRIMARY KEY,
  from_slot  INTEGER NOT NULL REFERENCES airtime_slot (id) ON DELETE CASCADE,
  to_slot    INTEGER NOT NULL REFERENCES airtime_slot (id) ON DELETE CASCADE,
  minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 60),
  at         TEXT NOT NULL,
  by         INTEGER NOT NULL REFERENCES person (id),
  CHECK (from_slot <> to_slot)
) STRICT;
CREATE INDEX airtime_given_from ON airtime_given (from_slot);
CREATE INDEX airtime_given_to ON airtime_given (to_slot);

-- A question in somebody's airtime, under the id that the device made. Only the presenter says which one moved them.
CREATE TABLE airtime_question (
  id         TEXT PRIMARY KEY,
  slot_id    INTEGER NOT NULL REFERENCES airtime_slot (id) ON DELETE CASCADE,
  asker_id   INTEGER NOT NULL REFERENCES person (id),
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  state      TEXT NOT NULL CHECK (state IN ('Noted', 'Proposed', 'Removed')),
  ticked_at  TEXT CHECK (ticked_at IS NULL OR state = 'Noted'),
  version    INTEGER NOT NULL DEFAULT 1,
  at         TEXT NOT NULL,
  by         INTEGER NOT NULL REFERENCES person (id),
  changed_at TEXT NOT NULL,
  changed_by INTEGER NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX airtime_question_slot ON airtime_question (slot_id, at);
CREATE INDEX airtime_question_asker ON airtime_question (asker_id);

-- What the presenter took for granted and has now noticed.
CREATE TABLE airtime_assumption (
  id         TEXT PRIMARY KEY,
  slot_id    INTEGER NOT NULL REFERENCES airtime_slot (id) ON DELETE CASCADE,
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  state      TEXT NOT NULL CHECK (state IN ('Noted', 'Proposed', 'Removed')),
  version    INTEGER NOT NULL DEFAULT 1,
  at         TEXT NOT NULL,
  by         INTEGER NOT NULL REFERENCES person (id),
  changed_at TEXT NOT NULL,
  changed_by INTEGER NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX airtime_assumption_slot ON airtime_assumption (slot_id, at);
