-- Until when the room is booked; an item that was to take up something earlier that is not there; agendas that
-- facilitators have kept to start from.
ALTER TABLE workshop ADD COLUMN ends TEXT;                            -- local time; NULL where nobody said
ALTER TABLE agenda_item ADD COLUMN wanted TEXT NOT NULL DEFAULT '';   -- e.g. KickOff:offers

CREATE TABLE agenda_template (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) > 0),
  content    TEXT NOT NULL CHECK (json_valid(content)),               -- as it is exported
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES person (id)
) STRICT;
