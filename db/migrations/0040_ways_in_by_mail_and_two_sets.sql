-- A sponsor may let two sets take the same problem: who said so, and when.
ALTER TABLE problem ADD COLUMN two_sets_at TEXT;
ALTER TABLE problem ADD COLUMN two_sets_by INTEGER REFERENCES person (id);

-- A mail may carry a way in: for whoever asks for one, and for whoever has signed in before and needs a new one.
CREATE TABLE mail_new (
  id         INTEGER PRIMARY KEY,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('Invitation', 'Nudge', 'Reminder', 'WayIn')),
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
INSERT INTO mail_new SELECT id, person_id, kind, about, subject, text, path, state, tries, problem, created_at, created_by, changed_at FROM mail;
DROP TABLE mail;
ALTER TABLE mail_new RENAME TO mail;
CREATE INDEX mail_state ON mail (state, id);

-- What the closing of a choice gave each set: two may have the same problem now.
CREATE TABLE preference_choice_new (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  set_id      INTEGER NOT NULL REFERENCES sets (id),
  problem_id  INTEGER NOT NULL REFERENCES problem (id),
  how         TEXT NOT NULL CHECK (how IN ('Wish', 'MeanRank', 'Sponsor')),
  reason      TEXT NOT NULL,
  at          TEXT NOT NULL,
  by          INTEGER REFERENCES person (id),
  PRIMARY KEY (activity_id, set_id)
) STRICT, WITHOUT ROWID;
INSERT INTO preference_choice_new SELECT activity_id, set_id, problem_id, how, reason, at, by FROM preference_choice;
DROP TABLE preference_choice;
ALTER TABLE preference_choice_new RENAME TO preference_choice;
CREATE INDEX preference_choice_problem ON preference_choice (activity_id, problem_id);
