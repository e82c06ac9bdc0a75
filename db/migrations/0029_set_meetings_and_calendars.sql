-- The fortnightly meetings of the sets. What is planned is local: a day and a time on the organisation's own clocks.
CREATE TABLE set_meeting (
  id         INTEGER PRIMARY KEY,
  set_id     INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL CHECK (number > 0),
  date       TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  first_date TEXT NOT NULL CHECK (first_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), -- another one: it was moved
  starts     TEXT NOT NULL DEFAULT '08:30' CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  place      TEXT NOT NULL DEFAULT '',
  why_moved  TEXT NOT NULL DEFAULT '',                      -- for everybody in the programme to read
  state      TEXT NOT NULL DEFAULT 'Planned' CHECK (state IN ('Planned', 'Open', 'Held', 'Cancelled')),
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES person (id),
  changed_at TEXT NOT NULL,
  changed_by INTEGER REFERENCES person (id),
  UNIQUE (set_id, number)
) STRICT;
CREATE INDEX set_meeting_date ON set_meeting (date);

-- Days on which the organisation does not work, beside Saturdays and Sundays.
CREATE TABLE holiday (
  date       TEXT NOT NULL PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  name       TEXT NOT NULL CHECK (length(trim(name)) > 0),
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES person (id)
) STRICT, WITHOUT ROWID;

-- The secret address of a person's calendar, or of a set's. Only the hash of the token is kept; a new one takes its place.
CREATE TABLE calendar_feed (
  id         INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id  INTEGER UNIQUE REFERENCES person (id),
  set_id     INTEGER UNIQUE REFERENCES sets (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES person (id),
  CHECK ((person_id IS NULL) <> (set_id IS NULL))
) STRICT;

-- Who is asked to a workshop follows from the roles. Here stands what somebody answered, and whether they came as far as
-- the facilitator says so; else the phones tell.
CREATE TABLE workshop_attendance (
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  reply       TEXT CHECK (reply IN ('Yes', 'No')),
  replied_at  TEXT,
  came        INTEGER CHECK (came IN (0, 1)),
  version     INTEGER NOT NULL DEFAULT 1,
  changed_at  TEXT NOT NULL,
  changed_by  INTEGER REFERENCES person (id),
  PRIMARY KEY (workshop_id, person_id),
  CHECK ((reply IS NULL) = (replied_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX workshop_attendance_person ON workshop_attendance (person_id);
