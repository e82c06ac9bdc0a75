-- Two groups of sets may run two items at once: an item is for all (0), for the first room (1) or for the second (2).
ALTER TABLE agenda_item ADD COLUMN room INTEGER NOT NULL DEFAULT 0 CHECK (room IN (0, 1, 2));
ALTER TABLE workshop ADD COLUMN second_item_id INTEGER;

-- The sets that sit in the second room; the others sit in the first. No row at all: the later half of the sets.
CREATE TABLE second_room (
  workshop_id INTEGER NOT NULL REFERENCES workshop (id),
  set_id      INTEGER NOT NULL REFERENCES sets (id),
  PRIMARY KEY (workshop_id, set_id)
) STRICT, WITHOUT ROWID;

-- The room that a screen stands in: what it follows while there are two.
ALTER TABLE screen ADD COLUMN room INTEGER NOT NULL DEFAULT 1 CHECK (room IN (1, 2));
