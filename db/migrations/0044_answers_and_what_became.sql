-- An answer to a report rises with every change: a form sends the one that it was shown.
ALTER TABLE outcome_answer ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- A decision that needs the sponsor says by when; "whom" is then with whom.
ALTER TABLE decision ADD COLUMN needed_by TEXT CHECK (needed_by IS NULL OR needed_by GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');

-- What the sponsor answered to a decision that a set has shown: yes, no, or the day on which it is decided.
CREATE TABLE decision_answer (
  decision_id INTEGER PRIMARY KEY REFERENCES decision (id) ON DELETE CASCADE,
  says        TEXT NOT NULL CHECK (says IN ('Yes', 'No', 'Later')),
  text        TEXT NOT NULL DEFAULT '',
  due         TEXT CHECK (due IS NULL OR due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  to_version  INTEGER NOT NULL,                      -- the decision as it read then
  version     INTEGER NOT NULL DEFAULT 1,
  by          INTEGER NOT NULL REFERENCES person (id),
  at          TEXT NOT NULL,
  CHECK (says <> 'No' OR length(trim(text)) > 0),
  CHECK (says <> 'Later' OR due IS NOT NULL)
) STRICT;

-- Ninety days after the final: what became of an outcome. Asked of those who brought it and of the client (of a member's own:
-- the supervisor); a row without a state waits.
CREATE TABLE outcome_became (
  outcome_id INTEGER NOT NULL REFERENCES outcome (id) ON DELETE CASCADE,
  part       TEXT NOT NULL CHECK (part IN ('Owner', 'Client')),
  asked_at   TEXT NOT NULL,
  state      TEXT CHECK (state IN ('Kept', 'Changed', 'Stopped')),
  figure     REAL,                                   -- of the first measure, in its unit
  text       TEXT NOT NULL DEFAULT '',
  version    INTEGER NOT NULL DEFAULT 1,
  by         INTEGER REFERENCES person (id),
  at         TEXT,
  CHECK ((state IS NULL) = (at IS NULL)),
  PRIMARY KEY (outcome_id, part)
) STRICT, WITHOUT ROWID;

-- The witness of a commitment has asked, and says what they were told.
ALTER TABLE commitment_asked ADD COLUMN witness_state TEXT CHECK (witness_state IN ('Kept', 'Changed', 'Stopped', 'NotAsked'));
ALTER TABLE commitment_asked ADD COLUMN witness_words TEXT NOT NULL DEFAULT '';
ALTER TABLE commitment_asked ADD COLUMN witness_at TEXT;

-- What is left of a turn when its notes are deleted: how much was asked, never what.
CREATE TABLE airtime_count (
  slot_id     INTEGER PRIMARY KEY REFERENCES airtime_slot (id) ON DELETE CASCADE,
  questions   INTEGER NOT NULL,
  moved       INTEGER NOT NULL,
  assumptions INTEGER NOT NULL
) STRICT;

-- What is left of connections between groups of at least five, as the report told them then and now; fewer than five: no number.
CREATE TABLE connection_cell (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  moment      TEXT NOT NULL CHECK (moment IN ('Now', 'Then')),
  from_group  INTEGER NOT NULL,
  to_group    INTEGER NOT NULL,
  name        TEXT NOT NULL,                         -- of the group that was asked
  place       INTEGER NOT NULL,                      -- its place in the programme; 0: several sets
  possible    INTEGER NOT NULL,
  ring        INTEGER,
  PRIMARY KEY (activity_id, moment, from_group, to_group)
) STRICT, WITHOUT ROWID;

-- Where members reported each for themselves, the sponsor answers each set as a whole: there is something to answer now.
INSERT INTO outcome (workshop_id, set_id, created_at, changed_at)
SELECT o.workshop_id, o.set_id, min(t.tell_at), min(t.tell_at)
FROM outcome o JOIN workshop w ON w.id = o.workshop_id AND w.kind = 'Final' JOIN report_turn t ON t.outcome_id = o.id AND t.tell_at IS NOT NULL
WHERE o.person_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM outcome s WHERE s.workshop_id = o.workshop_id AND s.set_id = o.set_id AND s.person_id IS NULL)
GROUP BY o.workshop_id, o.set_id;

-- Finals that were held already are asked about on their day too, and everybody whose notes will go is told beforehand.
INSERT INTO due (kind, thing_id, due_at)
SELECT 'OutcomeNinetyDays', w.id, max(date(w.date, '+90 days') || 'T08:00:00.000Z', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
FROM workshop w JOIN programme g ON g.id = w.programme_id AND g.archived_at IS NULL
WHERE w.kind = 'Final' AND EXISTS (
  SELECT 1 FROM outcome o JOIN report_turn t ON t.outcome_id = o.id AND t.tell_at IS NOT NULL WHERE o.workshop_id = w.id);
INSERT INTO due (kind, thing_id, due_at)
SELECT 'RetentionTold', thing_id, max(strftime('%Y-%m-%dT%H:%M:%fZ', due_at, '-14 days'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
FROM due WHERE kind = 'Retention' AND done_at IS NULL;
