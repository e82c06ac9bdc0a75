-- Conversation rounds: where they stand. Round 0 is before the first; its time runs until ends_at.
CREATE TABLE seating (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  tables      INTEGER NOT NULL CHECK (tables BETWEEN 1 AND 60),
  rounds      INTEGER NOT NULL CHECK (rounds BETWEEN 1 AND 12),
  round       INTEGER NOT NULL DEFAULT 0 CHECK (round >= 0),
  phase       TEXT NOT NULL DEFAULT 'Planned' CHECK (phase IN ('Planned', 'Moving', 'Talking', 'Over')),
  ends_at     TEXT,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Who is seated. A fixed seat is the same table in every round; who has left keeps the row, so that nobody else is moved.
CREATE TABLE seating_person (
  activity_id    INTEGER NOT NULL REFERENCES activity (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  fixed_table    INTEGER CHECK (fixed_table > 0),
  stays          INTEGER NOT NULL DEFAULT 0 CHECK (stays IN (0, 1)),
  turn           INTEGER NOT NULL DEFAULT 0,   -- in sets: the round that is theirs
  gone           INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  PRIMARY KEY (activity_id, participant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE seating_place (
  activity_id    INTEGER NOT NULL,
  round          INTEGER NOT NULL CHECK (round > 0),
  participant_id INTEGER NOT NULL,
  table_no       INTEGER NOT NULL CHECK (table_no > 0),
  PRIMARY KEY (activity_id, round, participant_id),
  FOREIGN KEY (activity_id, participant_id) REFERENCES seating_person (activity_id, participant_id)
) STRICT, WITHOUT ROWID;

-- Whom somebody knows: 1 = knows the name, 2 = has talked with, 3 = would ring for help. What is not here is 0. Only the
-- person sees their own rows; everybody else sees counts.
CREATE TABLE connection (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  from_id     INTEGER NOT NULL REFERENCES person (id),
  to_id       INTEGER NOT NULL REFERENCES person (id) CHECK (to_id <> from_id),
  strength    INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
  PRIMARY KEY (activity_id, from_id, to_id)
) STRICT, WITHOUT ROWID;
