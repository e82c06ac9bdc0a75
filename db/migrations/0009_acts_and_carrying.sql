-- An activity belongs to a series (the same thing at the three workshops of a programme: then and now), may have a source
-- (dots over posts of an earlier activity), and may be revealed by an item of its own.
ALTER TABLE activity ADD COLUMN series TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN source_id INTEGER REFERENCES activity (id);
ALTER TABLE activity ADD COLUMN revealed_at TEXT;
ALTER TABLE agenda_item ADD COLUMN advisor_note TEXT NOT NULL DEFAULT '';
CREATE INDEX agenda_item_activity ON agenda_item (activity_id);

-- What an activity's result became elsewhere. Text is only what the room may read; anything else stays where it is and
-- the row names its source.
CREATE TABLE carried (
  id          INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  target      TEXT NOT NULL,                    -- e.g. SetName, SetProblem, SetQuestion, Action, ProposedProblem
  set_id      INTEGER REFERENCES sets (id),
  person_id   INTEGER REFERENCES person (id),
  thing_id    INTEGER,                          -- the row that it became or belongs to, where there is one
  source      TEXT NOT NULL DEFAULT '',         -- id of the post, word, answer that it came from
  text        TEXT NOT NULL DEFAULT '',
  due         TEXT,
  before      TEXT,                             -- what stood there, so that it can be put back
  state       TEXT NOT NULL DEFAULT 'Carried' CHECK (state IN ('Carried', 'Undone', 'TakenUp')),
  undone_by   INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX carried_activity ON carried (activity_id);
CREATE INDEX carried_set ON carried (set_id) WHERE set_id IS NOT NULL;

-- Closed activities whose results have been carried over; reopening one takes them back.
CREATE TABLE settled (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id)
) STRICT;
