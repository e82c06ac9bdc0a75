-- A problem or opportunity: the sponsor's (format 2), or a member's own (owner_id, format 1).
CREATE TABLE problem (
  id                       INTEGER PRIMARY KEY,
  programme_id             INTEGER NOT NULL REFERENCES programme (id),
  position                 INTEGER NOT NULL CHECK (position > 0),
  title                    TEXT NOT NULL CHECK (length(trim(title)) > 0),
  description              TEXT NOT NULL DEFAULT '',
  why_it_matters           TEXT NOT NULL DEFAULT '',
  success_looks_like       TEXT NOT NULL DEFAULT '',
  no_clear_expertise       INTEGER NOT NULL DEFAULT 0 CHECK (no_clear_expertise IN (0, 1)),
  no_clear_expertise_note  TEXT NOT NULL DEFAULT '',
  no_known_answer          INTEGER NOT NULL DEFAULT 0 CHECK (no_known_answer IN (0, 1)),
  no_known_answer_note     TEXT NOT NULL DEFAULT '',
  client_id                INTEGER REFERENCES person (id),
  owner_id                 INTEGER REFERENCES person (id),
  supervisor_id            INTEGER REFERENCES person (id),
  within_sphere_by         INTEGER REFERENCES person (id),
  within_sphere_at         TEXT,
  within_sphere_note       TEXT NOT NULL DEFAULT '',
  state                    TEXT NOT NULL DEFAULT 'Proposed'
                           CHECK (state IN ('Proposed', 'Offered', 'Agreed', 'Chosen', 'InWork', 'Implemented', 'HandedOver', 'Stopped')),
  version                  INTEGER NOT NULL DEFAULT 1,
  created_at               TEXT NOT NULL,
  created_by               INTEGER REFERENCES person (id),
  changed_at               TEXT NOT NULL,
  changed_by               INTEGER REFERENCES person (id),
  CHECK (state <> 'Offered' OR owner_id IS NULL),
  CHECK (state <> 'Agreed' OR owner_id IS NOT NULL)
) STRICT;
CREATE INDEX problem_programme ON problem (programme_id, position);

-- What was tried before, and why it failed.
CREATE TABLE failed_attempt (
  id            INTEGER PRIMARY KEY,
  problem_id    INTEGER NOT NULL REFERENCES problem (id),
  position      INTEGER NOT NULL,
  year          INTEGER CHECK (year BETWEEN 1900 AND 2200),
  what          TEXT NOT NULL CHECK (length(trim(what)) > 0),
  why_it_failed TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX failed_attempt_problem ON failed_attempt (problem_id, position);

-- The problem that a set has taken on, and why this one.
ALTER TABLE sets ADD COLUMN problem_id INTEGER REFERENCES problem (id);
ALTER TABLE sets ADD COLUMN problem_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX sets_problem ON sets (problem_id) WHERE problem_id IS NOT NULL;

-- How a person ranks the problems: private until the ranks are revealed to the own set.
CREATE TABLE preference_rank (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  rank        INTEGER NOT NULL CHECK (rank > 0),
  problem_id  INTEGER NOT NULL REFERENCES problem (id),
  why         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (activity_id, person_id, rank),
  UNIQUE (activity_id, person_id, problem_id)
) STRICT, WITHOUT ROWID;

-- What a phone confirmed for its set. The set wishes a problem where all that its phones say is the same.
CREATE TABLE preference_wish (
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  set_id         INTEGER NOT NULL REFERENCES sets (id),
  problem_id     INTEGER NOT NULL REFERENCES problem (id),
  at             TEXT NOT NULL,
  PRIMARY KEY (activity_id, participant_id)
) STRICT, WITHOUT ROWID;

-- Sets that wish the same talk for ten minutes, and are asked again.
CREATE TABLE preference_talk (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  problem_id  INTEGER NOT NULL REFERENCES problem (id),
  sets        TEXT NOT NULL CHECK (json_valid(sets)),
  started_at  TEXT NOT NULL,
  ends_at     TEXT NOT NULL,
  asked_at    TEXT,
  PRIMARY KEY (activity_id, problem_id)
) STRICT, WITHOUT ROWID;

-- What the closing of the choice gave each set, by which rule, and why.
CREATE TABLE preference_choice (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  set_id      INTEGER NOT NULL REFERENCES sets (id),
  problem_id  INTEGER NOT NULL REFERENCES problem (id),
  how         TEXT NOT NULL CHECK (how IN ('Wish', 'MeanRank', 'Sponsor')),
  reason      TEXT NOT NULL,
  at          TEXT NOT NULL,
  by          INTEGER REFERENCES person (id),
  PRIMARY KEY (activity_id, set_id),
  UNIQUE (activity_id, problem_id)
) STRICT, WITHOUT ROWID;

-- What walls show while sets choose: the matrix, or the board of what they have chosen so far.
CREATE TABLE preference_wall (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  board       INTEGER NOT NULL DEFAULT 0 CHECK (board IN (0, 1))
) STRICT;
