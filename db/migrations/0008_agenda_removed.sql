-- An agenda item that was taken out before it ran, so that this can be undone. Nothing that people wrote is in it.
CREATE TABLE agenda_removed (
  id          INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  title       TEXT NOT NULL,
  item        TEXT NOT NULL CHECK (json_valid(item)),
  removed_at  TEXT NOT NULL,
  removed_by  INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX agenda_removed_workshop ON agenda_removed (workshop_id);
