-- A draft of sets, one a programme. Nothing of it counts before it is put in place. It outlives a reload, and a second
-- facilitator works on the same.
CREATE TABLE set_draft (
  programme_id INTEGER PRIMARY KEY REFERENCES programme (id) ON DELETE CASCADE,
  units        TEXT NOT NULL DEFAULT 'Wish' CHECK (units IN ('Off', 'Wish', 'Must')),
  disciplines  TEXT NOT NULL DEFAULT 'Wish' CHECK (disciplines IN ('Off', 'Wish', 'Must')),
  sites        TEXT NOT NULL DEFAULT 'Wish' CHECK (sites IN ('Off', 'Wish', 'Must')),
  proof        TEXT CHECK (proof IS NULL OR json_valid(proof)),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  created_by   INTEGER REFERENCES person (id),
  changed_at   TEXT NOT NULL,
  changed_by   INTEGER REFERENCES person (id)
) STRICT;

-- Its sets by position. One without set_id is new and begins when the draft is put in place.
CREATE TABLE set_draft_set (
  programme_id INTEGER NOT NULL REFERENCES set_draft (programme_id) ON DELETE CASCADE,
  position     INTEGER NOT NULL CHECK (position > 0),
  set_id       INTEGER REFERENCES sets (id) ON DELETE SET NULL,
  name         TEXT NOT NULL CHECK (length(trim(name)) > 0),
  PRIMARY KEY (programme_id, position)
) STRICT, WITHOUT ROWID;

-- Everybody whom it seats: each once. Without a position they wait beside the sets. was_in is the set in which they were
-- when the draft took them in, so that it notices what changed elsewhere.
CREATE TABLE set_draft_person (
  programme_id INTEGER NOT NULL REFERENCES set_draft (programme_id) ON DELETE CASCADE,
  person_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position     INTEGER,
  locked       INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  was_in       INTEGER REFERENCES sets (id) ON DELETE SET NULL,
  PRIMARY KEY (programme_id, person_id),
  FOREIGN KEY (programme_id, position) REFERENCES set_draft_set (programme_id, position)
) STRICT, WITHOUT ROWID;

-- Who is to be advisor and champion of a set. was_id is who was it when the draft began.
CREATE TABLE set_draft_role (
  programme_id INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('Advisor', 'Champion')),
  person_id    INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kept         INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
  was_id       INTEGER REFERENCES person (id) ON DELETE SET NULL,
  PRIMARY KEY (programme_id, position, role),
  FOREIGN KEY (programme_id, position) REFERENCES set_draft_set (programme_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What was pressed, and the draft as it stood before, for the undo.
CREATE TABLE set_draft_step (
  programme_id INTEGER NOT NULL REFERENCES set_draft (programme_id) ON DELETE CASCADE,
  number       INTEGER NOT NULL,
  what         TEXT NOT NULL,
  before       TEXT NOT NULL CHECK (json_valid(before)),
  at           TEXT NOT NULL,
  by           INTEGER REFERENCES person (id),
  PRIMARY KEY (programme_id, number)
) STRICT, WITHOUT ROWID;

-- A draft that was put in place: who sat where and advised whom before and after, so that it can be taken back.
CREATE TABLE set_placing (
  id            INTEGER PRIMARY KEY,
  programme_id  INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
  before        TEXT NOT NULL CHECK (json_valid(before)),
  after         TEXT NOT NULL CHECK (json_valid(after)),
  at            TEXT NOT NULL,
  by            INTEGER REFERENCES person (id),
  taken_back_at TEXT
) STRICT;
CREATE INDEX set_placing_programme ON set_placing (programme_id);
