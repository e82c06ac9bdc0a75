-- When a set came to where it is in its meeting: what comes after is told from there, not from the plan.
ALTER TABLE meeting_run ADD COLUMN step_at TEXT;

-- Who advised a set and no longer does: the set reads on its own page who could read what it wrote, and until when.
CREATE TABLE past_advisor (
  set_id    INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  until     TEXT NOT NULL,
  PRIMARY KEY (set_id, person_id)
) STRICT;
