-- Who entered which answer from paper for whom. Anonymous answers have no row here: paper_answer only counts them.
CREATE TABLE entered_for (
  activity_id    INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  participant_id INTEGER NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  answer         TEXT NOT NULL,
  entered_by     INTEGER REFERENCES person (id),
  entered_at     TEXT NOT NULL,
  PRIMARY KEY (activity_id, participant_id, answer)
) STRICT, WITHOUT ROWID;

-- When something that was carried over was undone by a person, and why if they said so.
ALTER TABLE carried ADD COLUMN undone_at TEXT;
ALTER TABLE carried ADD COLUMN undone_reason TEXT NOT NULL DEFAULT '';
