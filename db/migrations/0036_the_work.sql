-- The work on a problem: study, develop, implement. Where every member has a problem of their own a row names the membership;
-- without one it is the whole set's. The token is made with the form: sent twice, it is written once.
CREATE TABLE study_note (
  id            INTEGER PRIMARY KEY,
  set_id        INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  membership_id INTEGER REFERENCES membership (id) ON DELETE CASCADE,
  meeting_id    INTEGER REFERENCES set_meeting (id) ON DELETE SET NULL,
  token         TEXT NOT NULL UNIQUE,
  looked_at     TEXT NOT NULL CHECK (length(trim(looked_at)) > 0),
  found         TEXT NOT NULL DEFAULT '',
  source        TEXT NOT NULL DEFAULT '',
  gone_at       TEXT,                                     -- taken back; it can be put back
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  created_by    INTEGER NOT NULL REFERENCES person (id),
  changed_at    TEXT NOT NULL,
  changed_by    INTEGER NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX study_note_set ON study_note (set_id, membership_id, id);

CREATE TABLE decision (
  id            INTEGER PRIMARY KEY,
  set_id        INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  membership_id INTEGER REFERENCES membership (id) ON DELETE CASCADE,
  meeting_id    INTEGER REFERENCES set_meeting (id) ON DELETE SET NULL,
  token         TEXT NOT NULL UNIQUE,
  text          TEXT NOT NULL CHECK (length(trim(text)) > 0),
  ground        TEXT NOT NULL CHECK (ground IN ('OwnAuthority', 'AskedWhom', 'NeedsSponsor')),
  whom          TEXT NOT NULL DEFAULT '' CHECK (ground <> 'AskedWhom' OR length(trim(whom)) > 0),
  on_date       TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  gone_at       TEXT,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  created_by    INTEGER NOT NULL REFERENCES person (id),
  changed_at    TEXT NOT NULL,
  changed_by    INTEGER NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX decision_set ON decision (set_id, membership_id, id);

-- The solution in its versions. At most one is being written; what was decided stays as it was.
CREATE TABLE solution (
  id            INTEGER PRIMARY KEY,
  set_id        INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  membership_id INTEGER REFERENCES membership (id) ON DELETE CASCADE,
  number        INTEGER NOT NULL CHECK (number > 0),
  text          TEXT NOT NULL CHECK (length(trim(text)) > 0),
  decided_on    TEXT CHECK (decided_on IS NULL OR decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  created_by    INTEGER NOT NULL REFERENCES person (id),
  changed_at    TEXT NOT NULL,
  changed_by    INTEGER NOT NULL REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX solution_number ON solution (set_id, ifnull(membership_id, 0), number);
CREATE UNIQUE INDEX solution_draft ON solution (set_id, ifnull(membership_id, 0)) WHERE decided_on IS NULL;

-- The questions and actions that a version came from. They may be deleted before it; the link is then told as gone.
CREATE TABLE solution_from (
  solution_id INTEGER NOT NULL REFERENCES solution (id) ON DELETE CASCADE,
  thing       TEXT NOT NULL CHECK (thing IN ('Question', 'Action')),
  thing_id    TEXT NOT NULL,
  PRIMARY KEY (solution_id, thing, thing_id)
) STRICT, WITHOUT ROWID;

-- Study, develop, implement: where a set stands is its last row. It may go back to an earlier phase.
CREATE TABLE phase_step (
  id      INTEGER PRIMARY KEY,
  set_id  INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  phase   TEXT NOT NULL CHECK (phase IN ('Study', 'Develop', 'Implement')),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  why     TEXT NOT NULL DEFAULT '',
  by      INTEGER REFERENCES person (id),
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX phase_step_set ON phase_step (set_id, id);

-- How a problem came from being worked on to being in place, or was stopped.
CREATE TABLE problem_stage (
  id         INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
  state      TEXT NOT NULL CHECK (state IN ('InWork', 'Implemented', 'HandedOver', 'Stopped')),
  on_date    TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  why        TEXT NOT NULL DEFAULT '',
  by         INTEGER REFERENCES person (id),
  at         TEXT NOT NULL
) STRICT;
CREATE INDEX problem_stage_problem ON problem_stage (problem_id, id);

-- What a set asks its client to confirm, step by step. Only the client confirms; a no has its reason.
CREATE TABLE agreement_step (
  id          INTEGER PRIMARY KEY,
  set_id      INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  step        TEXT NOT NULL CHECK (step IN ('Understood', 'TrialAgreed', 'InTrial', 'Adopted')),
  state       TEXT NOT NULL DEFAULT 'Asked' CHECK (state IN ('Asked', 'Confirmed', 'Declined', 'TakenBack')),
  solution_id INTEGER REFERENCES solution (id),
  text        TEXT NOT NULL DEFAULT '',                   -- what exactly, and where
  on_date     TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  why         TEXT NOT NULL DEFAULT '' CHECK (state <> 'Declined' OR length(trim(why)) > 0),
  keeper      TEXT NOT NULL DEFAULT '',                   -- who keeps it alive in the client's area
  version     INTEGER NOT NULL DEFAULT 1,
  asked_at    TEXT NOT NULL,
  asked_by    INTEGER NOT NULL REFERENCES person (id),
  answered_at TEXT,
  answered_by INTEGER REFERENCES person (id),
  CHECK (step <> 'TrialAgreed' OR solution_id IS NOT NULL),
  CHECK ((state IN ('Confirmed', 'Declined')) = (answered_at IS NOT NULL))
) STRICT;
CREATE INDEX agreement_step_set ON agreement_step (set_id, id);
CREATE UNIQUE INDEX agreement_step_open ON agreement_step (set_id) WHERE state = 'Asked';

-- A measure says from when to when, and what the client has confirmed of it: first what it was before, then what it is.
ALTER TABLE measure ADD COLUMN baseline_date TEXT;
ALTER TABLE measure ADD COLUMN baseline_confirmed_at TEXT;
ALTER TABLE measure ADD COLUMN baseline_confirmed_by INTEGER REFERENCES person (id);
ALTER TABLE measure ADD COLUMN trial_from TEXT;
ALTER TABLE measure ADD COLUMN last_case_on TEXT;
ALTER TABLE measure ADD COLUMN result_date TEXT;
ALTER TABLE measure ADD COLUMN client_until TEXT;
ALTER TABLE measure_reading ADD COLUMN token TEXT;
ALTER TABLE measure_reading ADD COLUMN at TEXT;
ALTER TABLE measure_reading ADD COLUMN gone_at TEXT;
CREATE UNIQUE INDEX measure_reading_token ON measure_reading (token) WHERE token IS NOT NULL;
UPDATE measure SET baseline_confirmed_at = client_at, baseline_confirmed_by = client_by
WHERE client = 'Confirmed' AND baseline IS NOT NULL AND client_at IS NOT NULL;

-- A confirmed baseline that was changed all the same: what it was, and why it changed.
CREATE TABLE measure_baseline (
  id           INTEGER PRIMARY KEY,
  measure_id   INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
  baseline     REAL,
  note         TEXT NOT NULL DEFAULT '',
  date         TEXT,
  confirmed_by INTEGER REFERENCES person (id),
  confirmed_at TEXT,
  reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  by           INTEGER REFERENCES person (id),
  at           TEXT NOT NULL
) STRICT;
CREATE INDEX measure_baseline_measure ON measure_baseline (measure_id, id);

-- A member's talks with their supervisor: the next one with what the member wants known, the past ones with what was agreed.
-- It belongs to these two, and stands when both have said yes.
CREATE TABLE supervisor_talk (
  id             INTEGER PRIMARY KEY,
  programme_id   INTEGER NOT NULL REFERENCES programme (id),
  person_id      INTEGER NOT NULL REFERENCES person (id),
  supervisor_id  INTEGER NOT NULL REFERENCES person (id) CHECK (supervisor_id <> person_id),
  date           TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  starts         TEXT CHECK (starts IS NULL OR starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  place          TEXT NOT NULL DEFAULT '',
  word           TEXT NOT NULL DEFAULT '',                -- what the member wants the supervisor to know
  word_at        TEXT,
  progress       TEXT NOT NULL DEFAULT '',
  agreed_next    TEXT NOT NULL DEFAULT '',
  next_date      TEXT CHECK (next_date IS NULL OR next_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  written_by     INTEGER REFERENCES person (id),
  written_at     TEXT,
  stands_at      TEXT,                                    -- the other one said yes to what was written
  member_did     TEXT CHECK (member_did IN ('Yes', 'NotYet')),
  supervisor_did TEXT CHECK (supervisor_did IN ('Yes', 'NotYet')),
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  created_by     INTEGER NOT NULL REFERENCES person (id),
  changed_at     TEXT NOT NULL,
  changed_by     INTEGER NOT NULL REFERENCES person (id),
  CHECK ((written_by IS NULL) = (written_at IS NULL)),
  CHECK (stands_at IS NULL OR written_at IS NOT NULL)
) STRICT;
CREATE INDEX supervisor_talk_of ON supervisor_talk (programme_id, person_id, date);
CREATE INDEX supervisor_talk_supervisor ON supervisor_talk (supervisor_id);
CREATE UNIQUE INDEX supervisor_talk_next ON supervisor_talk (programme_id, person_id, supervisor_id) WHERE written_at IS NULL;

-- What a member asks one peer about their goal, by their own choice. Only these two read it.
CREATE TABLE peer_feedback (
  id            INTEGER PRIMARY KEY,
  membership_id INTEGER NOT NULL REFERENCES membership (id),
  peer_id       INTEGER NOT NULL REFERENCES person (id),
  question      TEXT NOT NULL CHECK (length(trim(question)) > 0),
  text          TEXT NOT NULL DEFAULT '',
  state         TEXT NOT NULL DEFAULT 'Asked' CHECK (state IN ('Asked', 'Answered', 'Declined', 'TakenBack')),
  version       INTEGER NOT NULL DEFAULT 1,
  asked_at      TEXT NOT NULL,
  answered_at   TEXT
) STRICT;
CREATE INDEX peer_feedback_membership ON peer_feedback (membership_id);
CREATE INDEX peer_feedback_peer ON peer_feedback (peer_id);
