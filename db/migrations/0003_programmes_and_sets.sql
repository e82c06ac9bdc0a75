CREATE TABLE programme (
  id                    INTEGER PRIMARY KEY,
  name                  TEXT NOT NULL CHECK (length(trim(name)) > 0),
  format                TEXT NOT NULL CHECK (format IN ('OwnProblem', 'CommonProblem')),
  formation             TEXT NOT NULL DEFAULT 'SetFirst' CHECK (formation IN ('SetFirst', 'InterestFirst')),
  start_date            TEXT,
  end_date              TEXT,
  time_mode             TEXT NOT NULL DEFAULT 'PartTime' CHECK (time_mode IN ('PartTime', 'FullTime')),
  time_share_percent    INTEGER NOT NULL DEFAULT 25 CHECK (time_share_percent BETWEEN 1 AND 100),
  meeting_interval_days INTEGER NOT NULL DEFAULT 14 CHECK (meeting_interval_days > 0),
  state                 TEXT NOT NULL DEFAULT 'Draft'
                        CHECK (state IN ('Draft', 'Recruiting', 'Ready', 'Running', 'Reporting', 'Closed')),
  version               INTEGER NOT NULL DEFAULT 1,
  created_at            TEXT NOT NULL,
  created_by            INTEGER REFERENCES person (id),
  changed_at            TEXT NOT NULL,
  changed_by            INTEGER REFERENCES person (id)
) STRICT;

-- A set: 4 to 6 people who learn together. The mark follows from the position.
CREATE TABLE sets (
  id           INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme (id),
  position     INTEGER NOT NULL CHECK (position > 0),
  name         TEXT NOT NULL CHECK (length(trim(name)) > 0),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  created_by   INTEGER REFERENCES person (id),
  changed_at   TEXT NOT NULL,
  changed_by   INTEGER REFERENCES person (id),
  UNIQUE (programme_id, position)
) STRICT;

CREATE TABLE membership (
  id            INTEGER PRIMARY KEY,
  set_id        INTEGER NOT NULL REFERENCES sets (id),
  person_id     INTEGER NOT NULL REFERENCES person (id),
  supervisor_id INTEGER REFERENCES person (id) CHECK (supervisor_id IS NULL OR supervisor_id <> person_id),
  joined_at     TEXT NOT NULL,
  left_at       TEXT
) STRICT;
CREATE UNIQUE INDEX membership_once ON membership (set_id, person_id) WHERE left_at IS NULL;
CREATE INDEX membership_person ON membership (person_id);

-- Everybody who is not a set member: what they are in this programme. A supervisor is named on the membership.
CREATE TABLE role_assignment (
  id           INTEGER PRIMARY KEY,
  person_id    INTEGER NOT NULL REFERENCES person (id),
  programme_id INTEGER NOT NULL REFERENCES programme (id),
  role         TEXT NOT NULL CHECK (role IN ('Sponsor', 'Champion', 'Client', 'Advisor', 'Supervisor', 'Facilitator')),
  set_id       INTEGER REFERENCES sets (id)
) STRICT;
CREATE UNIQUE INDEX role_assignment_once ON role_assignment (programme_id, person_id, role, ifnull(set_id, 0));
