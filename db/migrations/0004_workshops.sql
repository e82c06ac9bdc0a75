CREATE TABLE workshop (
  id              INTEGER PRIMARY KEY,
  programme_id    INTEGER NOT NULL REFERENCES programme (id),
  kind            TEXT NOT NULL CHECK (kind IN ('KickOff', 'MidTerm', 'Final')),
  title           TEXT NOT NULL CHECK (length(trim(title)) > 0),
  date            TEXT NOT NULL,                  -- local date
  starts          TEXT NOT NULL DEFAULT '09:00',  -- local time; the start of each item follows from the minutes before it
  place           TEXT NOT NULL DEFAULT '',
  state           TEXT NOT NULL DEFAULT 'Planned' CHECK (state IN ('Planned', 'Live', 'Held')),
  room_code       TEXT CHECK (room_code IS NULL OR room_code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
  room_token      TEXT,                           -- shown as a QR on the walls, so it can't be kept as a hash
  opened_at       TEXT,
  closed_at       TEXT,
  current_item_id INTEGER,
  approve_first   INTEGER NOT NULL DEFAULT 0 CHECK (approve_first IN (0, 1)),
  say_text        TEXT,
  say_until       TEXT,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  created_by      INTEGER REFERENCES person (id),
  changed_at      TEXT NOT NULL,
  changed_by      INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX workshop_room_code ON workshop (room_code) WHERE room_code IS NOT NULL;
CREATE UNIQUE INDEX workshop_room_token ON workshop (room_token) WHERE room_token IS NOT NULL;

CREATE TABLE activity (
  id          INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  kind        TEXT NOT NULL,
  title       TEXT NOT NULL CHECK (length(trim(title)) > 0),
  prompt      TEXT NOT NULL DEFAULT '',
  settings    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
  audience    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(audience)),  -- roles that take part; empty = everybody
  name_mode   TEXT NOT NULL DEFAULT 'Named' CHECK (name_mode IN ('Named', 'SetOnly', 'Anonymous', 'Private')),
  reveal      TEXT NOT NULL DEFAULT 'Live' CHECK (reveal IN ('Live', 'AfterClose', 'Never')),
  state       TEXT NOT NULL DEFAULT 'Draft' CHECK (state IN ('Draft', 'Open', 'Closed')),
  version     INTEGER NOT NULL DEFAULT 1,
  created_at  TEXT NOT NULL,
  created_by  INTEGER REFERENCES person (id),
  changed_at  TEXT NOT NULL,
  changed_by  INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX activity_workshop ON activity (workshop_id);

CREATE TABLE agenda_item (
  id                  INTEGER PRIMARY KEY,
  workshop_id         INTEGER NOT NULL REFERENCES workshop (id),
  position            INTEGER NOT NULL,
  title               TEXT NOT NULL CHECK (length(trim(title)) > 0),
  purpose             TEXT NOT NULL DEFAULT '',
  minutes             INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
  activity_id         INTEGER NOT NULL REFERENCES activity (id),
  act                 TEXT NOT NULL DEFAULT 'Run' CHECK (act IN ('Run', 'Reveal', 'Review')),
  facilitator_note    TEXT NOT NULL DEFAULT '',
  state               TEXT NOT NULL DEFAULT 'Planned' CHECK (state IN ('Planned', 'Running', 'Done', 'Skipped')),
  started_at          TEXT,
  ended_at            TEXT,
  timer_running_since TEXT,                          -- NULL while paused or not started
  timer_used_seconds  INTEGER NOT NULL DEFAULT 0,    -- used before timer_running_since
  timer_extra_seconds INTEGER NOT NULL DEFAULT 0,    -- given or taken by the facilitator
  added_live          INTEGER NOT NULL DEFAULT 0 CHECK (added_live IN (0, 1)), -- not in the plan that drift is measured against
  version             INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX agenda_item_workshop ON agenda_item (workshop_id, position);

-- Each change of what is now, so that it can be undone for ten seconds and told afterwards. What stood before
-- (items with their timers, states of activities) is kept as it was, so that the undo restores it exactly.
CREATE TABLE run_move (
  id                INTEGER PRIMARY KEY,
  workshop_id       INTEGER NOT NULL REFERENCES workshop (id),
  from_item_id      INTEGER,
  to_item_id        INTEGER,
  items_before      TEXT NOT NULL CHECK (json_valid(items_before)),
  activities_before TEXT NOT NULL CHECK (json_valid(activities_before)),
  person_id         INTEGER REFERENCES person (id),
  at                TEXT NOT NULL,
  undone_at         TEXT
) STRICT;
CREATE INDEX run_move_workshop ON run_move (workshop_id);

-- Somebody who has joined a workshop: a known person, or a guest with a name of their own.
CREATE TABLE participant (
  id          INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  person_id   INTEGER REFERENCES person (id),
  name        TEXT NOT NULL CHECK (length(trim(name)) > 0),
  role        TEXT NOT NULL
              CHECK (role IN ('Member', 'Supervisor', 'Advisor', 'Client', 'Champion', 'Sponsor', 'Facilitator', 'Guest')),
  set_id      INTEGER REFERENCES sets (id),
  joined_at   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX participant_once ON participant (workshop_id, person_id) WHERE person_id IS NOT NULL;

-- A phone (or table kiosk) that acts as a participant. Only the hash of its token is kept.
CREATE TABLE device (
  id             INTEGER PRIMARY KEY,
  token_hash     TEXT NOT NULL UNIQUE,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  assurance      TEXT NOT NULL CHECK (assurance IN ('Claimed', 'Vouched')),
  created_at     TEXT NOT NULL,
  revoked_at     TEXT
) STRICT;
CREATE INDEX device_participant ON device (participant_id);

-- A phone that wants a name which another phone has.
CREATE TABLE claim (
  id             INTEGER PRIMARY KEY,
  token_hash     TEXT NOT NULL UNIQUE,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  state          TEXT NOT NULL DEFAULT 'Asked' CHECK (state IN ('Asked', 'LetIn', 'Refused')),
  asked_at       TEXT NOT NULL,
  answered_at    TEXT
) STRICT;
CREATE INDEX claim_participant ON claim (participant_id);
