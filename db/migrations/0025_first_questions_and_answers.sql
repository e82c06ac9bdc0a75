-- What a set's first airtime left: questions as they were asked. The set and its advisor read them, nobody else.
CREATE TABLE first_question (
  id             TEXT PRIMARY KEY,
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  set_id         INTEGER NOT NULL REFERENCES sets (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id), -- whose phone kept it
  asked_of       INTEGER REFERENCES participant (id),          -- whose round it was, where that is known
  text           TEXT NOT NULL CHECK (length(trim(text)) > 0),
  at             TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX first_question_set ON first_question (set_id, activity_id, at);

-- What the client of a report does next, said beside the sponsor's answer.
CREATE TABLE client_step (
  outcome_id INTEGER PRIMARY KEY REFERENCES outcome (id),
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  due        TEXT CHECK (due IS NULL OR due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  by         INTEGER NOT NULL REFERENCES person (id),
  at         TEXT NOT NULL
) STRICT;

-- That the set's advisor talked a goal over while the supervisor was away. The goal is not agreed by that.
CREATE TABLE goal_talk (
  membership_id INTEGER NOT NULL REFERENCES membership (id),
  moment        TEXT NOT NULL CHECK (moment IN ('KickOff', 'MidTerm', 'Final')),
  by            INTEGER NOT NULL REFERENCES person (id),
  at            TEXT NOT NULL,
  PRIMARY KEY (membership_id, moment)
) STRICT, WITHOUT ROWID;
