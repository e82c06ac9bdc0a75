-- What a set may decide, what it must ask, what it may spend: signed by the sponsor for all problems of a programme, or
-- (with a problem) by the supervisor for a member's own.
CREATE TABLE authority_statement (
  id           INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme (id),
  problem_id   INTEGER REFERENCES problem (id),
  may_decide   TEXT NOT NULL CHECK (length(trim(may_decide)) > 0),
  must_ask     TEXT NOT NULL DEFAULT '',
  spend_limit  INTEGER CHECK (spend_limit >= 0),        -- whole units of the currency; NULL = nothing without asking
  currency     TEXT NOT NULL DEFAULT 'GBP',
  signed_by    INTEGER NOT NULL REFERENCES person (id),
  signed_at    TEXT NOT NULL,                           -- local date
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  created_by   INTEGER REFERENCES person (id),
  changed_at   TEXT NOT NULL,
  changed_by   INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX authority_statement_once ON authority_statement (programme_id, ifnull(problem_id, 0));

-- Which of its cards a moment shows, and since when.
CREATE TABLE moment_card (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  card        INTEGER NOT NULL CHECK (card >= 0),
  since       TEXT NOT NULL
) STRICT;

-- What somebody notes on a problem: nobody else reads it.
CREATE TABLE problem_note (
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  person_id  INTEGER NOT NULL REFERENCES person (id),
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  at         TEXT NOT NULL,
  PRIMARY KEY (problem_id, person_id)
) STRICT, WITHOUT ROWID;

-- People were asked what became of a commitment: on its day, and ninety days after the workshop. Owner and witness see it
-- on their own page until its owner has said it.
CREATE TABLE commitment_asked (
  commitment_id INTEGER NOT NULL REFERENCES commitment (id),
  what          TEXT NOT NULL CHECK (what IN ('Due', 'NinetyDays')),
  at            TEXT NOT NULL,
  answered_at   TEXT,
  became        TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (commitment_id, what)
) STRICT, WITHOUT ROWID;
INSERT INTO due (kind, thing_id, due_at)
SELECT 'Commitment', id, due || 'T08:00:00.000Z' FROM commitment WHERE due IS NOT NULL AND state = 'Agreed';
