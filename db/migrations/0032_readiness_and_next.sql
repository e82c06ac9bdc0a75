-- What somebody decided to go on without, and why. It holds for exactly what it was said of: the need's key names it and its people.
CREATE TABLE readiness_override (
  id           INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme (id),
  need         TEXT NOT NULL,
  reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  by           INTEGER NOT NULL REFERENCES person (id),
  at           TEXT NOT NULL,
  undone_by    INTEGER REFERENCES person (id),
  undone_at    TEXT
) STRICT;
CREATE UNIQUE INDEX readiness_override_once ON readiness_override (programme_id, need) WHERE undone_at IS NULL;

-- That somebody was reminded of what is still theirs to do. What was written stays with who wrote it.
CREATE TABLE nudge (
  id           INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme (id),
  need         TEXT NOT NULL,
  by           INTEGER NOT NULL REFERENCES person (id),
  at           TEXT NOT NULL
) STRICT;
CREATE INDEX nudge_need ON nudge (programme_id, need, at);

-- How a programme ended (with a reason where it ended early), that it is in the archive, and what it follows.
ALTER TABLE programme ADD COLUMN closed_at TEXT;
ALTER TABLE programme ADD COLUMN closed_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN archived_at TEXT;
ALTER TABLE programme ADD COLUMN follows_id INTEGER REFERENCES programme (id);
UPDATE programme SET closed_at = changed_at WHERE state = 'Closed';

-- A problem that no set took is taken up again in a later programme.
ALTER TABLE problem ADD COLUMN carried_from INTEGER REFERENCES problem (id);

-- Whom sets may ask into a meeting for what they know: people of an earlier programme who said that they would come.
CREATE TABLE expert (
  programme_id INTEGER NOT NULL REFERENCES programme (id),
  person_id    INTEGER NOT NULL REFERENCES person (id),
  words        TEXT NOT NULL DEFAULT '',
  from_id      INTEGER REFERENCES programme (id),
  at           TEXT NOT NULL,
  PRIMARY KEY (programme_id, person_id)
) STRICT, WITHOUT ROWID;
