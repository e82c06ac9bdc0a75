-- What is written down after action, by a person or by the set. Without an author it is the set's own, read by its members
-- and its advisor; with one it is that person's alone. What others may read beside them stands in share.
CREATE TABLE reflection (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  set_id      INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  author_id   INTEGER REFERENCES person (id),
  meeting_id  INTEGER REFERENCES set_meeting (id) ON DELETE SET NULL,
  workshop_id INTEGER REFERENCES workshop (id),
  action_id   INTEGER REFERENCES set_action (id) ON DELETE SET NULL, -- the action that it is about
  set_out     TEXT NOT NULL DEFAULT '',   -- What did we set out to do?
  happened    TEXT NOT NULL DEFAULT '',   -- What happened?
  why         TEXT NOT NULL DEFAULT '',   -- Why the difference?
  otherwise   TEXT NOT NULL DEFAULT '',   -- What will we do otherwise?
  asking      TEXT NOT NULL DEFAULT '',   -- How did we ask today?
  text        TEXT NOT NULL DEFAULT '',   -- in one piece
  version     INTEGER NOT NULL DEFAULT 1,
  created_at  TEXT NOT NULL,
  created_by  INTEGER REFERENCES person (id),
  changed_at  TEXT NOT NULL,
  changed_by  INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX reflection_once ON reflection (meeting_id) WHERE author_id IS NULL AND meeting_id IS NOT NULL;
CREATE INDEX reflection_set ON reflection (set_id, created_at);
CREATE INDEX reflection_author ON reflection (author_id, created_at) WHERE author_id IS NOT NULL;

-- A question that the advisor gives the set to reflect on: at one meeting, or between them.
CREATE TABLE reflection_prompt (
  id         INTEGER PRIMARY KEY,
  set_id     INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  meeting_id INTEGER REFERENCES set_meeting (id) ON DELETE CASCADE,
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  by         INTEGER NOT NULL REFERENCES person (id),
  at         TEXT NOT NULL,
  taken_at   TEXT                                          -- taken back by the advisor
) STRICT;
CREATE INDEX reflection_prompt_set ON reflection_prompt (set_id, at);

-- One item shown to one audience. A person's own is shown by its owner; the set's own (owner_id NULL) once a second person
-- has said yes. Withdrawn, it is read no longer; the row stays, as the audit does.
CREATE TABLE share (
  id           INTEGER PRIMARY KEY,
  set_id       INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  kind         TEXT NOT NULL,                              -- Reflection, Action, StudyNote, Decision, Goal, Rating
  thing_id     TEXT NOT NULL,
  owner_id     INTEGER REFERENCES person (id),
  audience     TEXT NOT NULL CHECK (audience IN (
                 'Set', 'Advisor', 'Supervisor', 'Client', 'Champion', 'Sponsor', 'Facilitator', 'Programme', 'Organisation')),
  asked_by     INTEGER NOT NULL REFERENCES person (id),
  asked_at     TEXT NOT NULL,
  confirmed_by INTEGER REFERENCES person (id),
  shared_at    TEXT,                                       -- from then on it is read
  withdrawn_by INTEGER REFERENCES person (id),
  withdrawn_at TEXT,
  CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by),
  CHECK (owner_id IS NOT NULL OR (shared_at IS NULL) = (confirmed_by IS NULL)),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX share_once ON share (kind, thing_id, audience) WHERE withdrawn_at IS NULL;
CREATE INDEX share_set ON share (set_id, asked_at);

-- A sheet that may leave the room: a progress note, a learning, a request for a door. One writes it; it is gone when a second
-- person of the set, or its advisor, says yes to these words.
CREATE TABLE sheet (
  id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26), -- a door has the same
  set_id       INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  meeting_id   INTEGER REFERENCES set_meeting (id) ON DELETE SET NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('Progress', 'Learning', 'Door')),
  phase        TEXT CHECK (phase IN ('Study', 'Develop', 'Implement')),
  light        TEXT CHECK (light IN ('OnTrack', 'Slow', 'Stuck')),
  text         TEXT NOT NULL DEFAULT '',
  help_wanted  TEXT NOT NULL DEFAULT '',
  title        TEXT NOT NULL DEFAULT '',
  asked_of     INTEGER REFERENCES person (id),
  needed_by    TEXT CHECK (needed_by IS NULL OR needed_by GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  state        TEXT NOT NULL DEFAULT 'Proposed' CHECK (state IN ('Proposed', 'Gone', 'Dropped', 'Back')),
  version      INTEGER NOT NULL DEFAULT 1,
  written_by   INTEGER NOT NULL REFERENCES person (id),
  written_at   TEXT NOT NULL,
  confirmed_by INTEGER REFERENCES person (id),
  gone_at      TEXT,
  back_by      INTEGER REFERENCES person (id),
  back_at      TEXT,
  CHECK (confirmed_by IS NULL OR confirmed_by <> written_by),
  CHECK ((state IN ('Gone', 'Back')) = (confirmed_by IS NOT NULL)),
  CHECK (kind <> 'Progress' OR light IS NOT NULL),
  CHECK (kind <> 'Door' OR asked_of IS NOT NULL)
) STRICT;
CREATE INDEX sheet_set ON sheet (set_id, kind, written_at);
CREATE INDEX sheet_meeting ON sheet (meeting_id) WHERE meeting_id IS NOT NULL;

-- A set asks for doors at any time, also outside a workshop; of each word to the set it is kept when it was said.
CREATE TABLE door_asked (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  activity_id INTEGER REFERENCES activity (id),
  meeting_id  INTEGER REFERENCES set_meeting (id) ON DELETE SET NULL,
  set_id      INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  asked_by    INTEGER NOT NULL REFERENCES person (id),
  asked_of    INTEGER NOT NULL REFERENCES person (id),
  title       TEXT NOT NULL CHECK (length(trim(title)) > 0),
  text        TEXT NOT NULL DEFAULT '',
  needed_by   TEXT,
  state       TEXT NOT NULL DEFAULT 'Asked' CHECK (state IN ('Asked', 'Accepted', 'Opened', 'NotPossible', 'TakenBack')),
  answer      TEXT NOT NULL DEFAULT '',
  another     TEXT NOT NULL DEFAULT '' CHECK (another IN ('', 'Somebody', 'Smaller', 'None')), -- where it is not possible
  opens_on    TEXT,                               -- the date that whoever accepted gave
  version     INTEGER NOT NULL DEFAULT 1,
  asked_at    TEXT NOT NULL,
  answered_by INTEGER REFERENCES person (id),
  answered_at TEXT,
  closed_at   TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO door_asked (id, activity_id, set_id, asked_by, asked_of, title, text, needed_by, state, answer, opens_on, version,
  asked_at, answered_by, answered_at, closed_at)
SELECT id, activity_id, set_id, asked_by, asked_of, title, text, needed_by, state, answer, opens_on, version,
  asked_at, answered_by, answered_at, closed_at FROM door_request;
DROP TABLE door_request;
ALTER TABLE door_asked RENAME TO door_request;
CREATE INDEX door_request_activity ON door_request (activity_id, asked_at);
CREATE INDEX door_request_of ON door_request (asked_of);
CREATE INDEX door_request_set ON door_request (set_id, asked_at);

CREATE TABLE door_word (
  id       INTEGER PRIMARY KEY,
  door_id  TEXT NOT NULL REFERENCES door_request (id) ON DELETE CASCADE,
  state    TEXT NOT NULL CHECK (state IN ('Accepted', 'Opened', 'NotPossible')),
  answer   TEXT NOT NULL DEFAULT '',
  opens_on TEXT,
  by       INTEGER NOT NULL REFERENCES person (id),
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX door_word_door ON door_word (door_id, id);
INSERT INTO door_word (door_id, state, answer, opens_on, by, at)
SELECT id, state, answer, opens_on, answered_by, answered_at FROM door_request
WHERE answered_by IS NOT NULL AND answered_at IS NOT NULL AND state IN ('Accepted', 'Opened', 'NotPossible');
