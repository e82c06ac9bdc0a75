-- Where something happened that is noted.
ALTER TABLE audit ADD COLUMN programme_id INTEGER;
CREATE INDEX audit_at ON audit (at);

-- A supervisor who can't release the time says so, with the reason: the office reads it and talks with them.
ALTER TABLE membership ADD COLUMN time_refused_at TEXT;
ALTER TABLE membership ADD COLUMN time_refused_reason TEXT NOT NULL DEFAULT '';

-- E-mails that wait to be sent. They say that something is due and where, never a text that somebody wrote. A personal link is
-- made when the mail goes out, and stands in no row.
CREATE TABLE mail (
  id         INTEGER PRIMARY KEY,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('Invitation', 'Nudge', 'Reminder')),
  about      TEXT NOT NULL,                       -- what it is about: nobody gets the same twice
  subject    TEXT NOT NULL CHECK (length(trim(subject)) > 0),
  text       TEXT NOT NULL DEFAULT '',
  path       TEXT NOT NULL DEFAULT '/' CHECK (path GLOB '/*'),
  state      TEXT NOT NULL DEFAULT 'Waiting' CHECK (state IN ('Waiting', 'Sending', 'Sent', 'Failed', 'Unsure')),
  tries      INTEGER NOT NULL DEFAULT 0,
  problem    TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES person (id),
  changed_at TEXT NOT NULL,
  UNIQUE (person_id, about)
) STRICT;
CREATE INDEX mail_state ON mail (state, id);

-- Lists of people that were brought in, with what stood there before, so that one can be taken back.
CREATE TABLE people_import (
  id            INTEGER PRIMARY KEY,
  file          TEXT NOT NULL,
  at            TEXT NOT NULL,
  by            INTEGER REFERENCES person (id),
  taken_back_at TEXT,
  taken_back_by INTEGER REFERENCES person (id)
) STRICT;
CREATE TABLE people_import_row (
  import_id INTEGER NOT NULL REFERENCES people_import (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  before    TEXT CHECK (before IS NULL OR json_valid(before)), -- NULL: the list added this person
  version   INTEGER NOT NULL,                                  -- as the list left them: who was changed since stays so
  PRIMARY KEY (import_id, person_id)
) STRICT, WITHOUT ROWID;

-- The words of a programme's invitation letters.
CREATE TABLE invitation_letter (
  programme_id INTEGER PRIMARY KEY REFERENCES programme (id) ON DELETE CASCADE,
  heading      TEXT NOT NULL,
  words        TEXT NOT NULL,
  answer_by    TEXT CHECK (answer_by IS NULL OR answer_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  version      INTEGER NOT NULL DEFAULT 1,
  changed_at   TEXT NOT NULL,
  changed_by   INTEGER REFERENCES person (id)
) STRICT;

-- What somebody has been reminded of by e-mail: each thing and its day once.
CREATE TABLE mail_named (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  thing     TEXT NOT NULL,
  PRIMARY KEY (person_id, thing)
) STRICT, WITHOUT ROWID;
