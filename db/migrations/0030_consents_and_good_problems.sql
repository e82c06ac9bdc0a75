-- Whoever is asked into a set says yes personally, with one sentence on what they are willing to risk, or says no with a
-- reason. Their supervisor confirms the share of their time.
ALTER TABLE membership ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE membership ADD COLUMN changed_at TEXT;
ALTER TABLE membership ADD COLUMN accepted_at TEXT;
ALTER TABLE membership ADD COLUMN willing_to_risk TEXT NOT NULL DEFAULT '';
ALTER TABLE membership ADD COLUMN declined_at TEXT;
ALTER TABLE membership ADD COLUMN decline_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE membership ADD COLUMN time_share_percent INTEGER CHECK (time_share_percent BETWEEN 1 AND 100);
ALTER TABLE membership ADD COLUMN time_share_confirmed_at TEXT;
ALTER TABLE membership ADD COLUMN time_share_confirmed_by INTEGER REFERENCES person (id);

-- Who becomes a member's supervisor later reads the goal once its owner shows it.
ALTER TABLE developmental_goal ADD COLUMN to_supervisor INTEGER NOT NULL DEFAULT 1 CHECK (to_supervisor IN (0, 1));

-- A problem to which somebody knows the answer is a task for a project, and not for a set.
ALTER TABLE problem ADD COLUMN answer_is_known INTEGER NOT NULL DEFAULT 0 CHECK (answer_is_known IN (0, 1));

-- A member's own problem has two more answers, and is read by others once it is sent to the supervisor.
ALTER TABLE problem ADD COLUMN cannot_see TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN tried TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN sent_at TEXT;
UPDATE problem SET sent_at = changed_at WHERE owner_id IS NOT NULL;

-- What the two hands did with it, and how it read each time it was sent.
CREATE TABLE problem_step (
  id                 INTEGER PRIMARY KEY,
  problem_id         INTEGER NOT NULL REFERENCES problem (id),
  kind               TEXT NOT NULL CHECK (kind IN ('Sent', 'Back', 'Confirmed', 'Supervisor')),
  by                 INTEGER REFERENCES person (id),
  at                 TEXT NOT NULL,
  note               TEXT NOT NULL DEFAULT '',
  version            INTEGER NOT NULL,
  title              TEXT NOT NULL DEFAULT '',
  description        TEXT NOT NULL DEFAULT '',
  why_it_matters     TEXT NOT NULL DEFAULT '',
  cannot_see         TEXT NOT NULL DEFAULT '',
  tried              TEXT NOT NULL DEFAULT '',
  success_looks_like TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX problem_step_problem ON problem_step (problem_id, id);

INSERT INTO problem_step (problem_id, kind, by, at, version, title, description, why_it_matters, success_looks_like)
SELECT id, 'Sent', owner_id, created_at, version, title, description, why_it_matters, success_looks_like
FROM problem WHERE owner_id IS NOT NULL ORDER BY id;
INSERT INTO problem_step (problem_id, kind, by, at, note, version)
SELECT id, 'Back', supervisor_id, changed_at, within_sphere_note, version
FROM problem WHERE owner_id IS NOT NULL AND within_sphere_at IS NULL AND within_sphere_note <> '' ORDER BY id;
INSERT INTO problem_step (problem_id, kind, by, at, version)
SELECT id, 'Confirmed', within_sphere_by, within_sphere_at, version
FROM problem WHERE owner_id IS NOT NULL AND within_sphere_at IS NOT NULL ORDER BY id;
