-- What is to be done at a moment: reminders, retention, backups. Done once, and made up for after a restart.
CREATE TABLE due (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  thing_id INTEGER NOT NULL,
  due_at   TEXT NOT NULL,
  done_at  TEXT
) STRICT;
CREATE UNIQUE INDEX due_once ON due (kind, thing_id) WHERE done_at IS NULL;
CREATE INDEX due_next ON due (due_at) WHERE done_at IS NULL;
