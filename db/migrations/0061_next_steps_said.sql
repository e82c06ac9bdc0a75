-- What became of the next step that an answer to a report named: done or not, with a note. It holds for the step and the day as
-- they stood then; the answer itself and its day stay as they are.
CREATE TABLE next_step_said (
  outcome_id INTEGER PRIMARY KEY REFERENCES outcome (id) ON DELETE CASCADE,
  step       TEXT NOT NULL,
  due        TEXT CHECK (due IS NULL OR due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  state      TEXT NOT NULL CHECK (state IN ('Done', 'NotDone')),
  note       TEXT NOT NULL DEFAULT '',
  version    INTEGER NOT NULL DEFAULT 1,
  by         INTEGER NOT NULL REFERENCES person (id),
  at         TEXT NOT NULL
) STRICT;
