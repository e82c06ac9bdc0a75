-- What the whole house needs: settings, the number that every committed change raises, the audit trail.

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The keys beside the file protect cookies and forms under this name: it goes where the file goes.
INSERT INTO setting (name, value) VALUES ('Keys:ApplicationName', 'WorkshopHub-' || lower(hex(randomblob(8))));

-- Raised once by each committed batch of the writer. A reader that sees it in its snapshot knows how new
-- everything it read is; open screens use it so that an older rendering never replaces a newer one.
CREATE TABLE revision (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  number   INTEGER NOT NULL
) STRICT;
INSERT INTO revision (only_row, number) VALUES (1, 0);

-- Who did what to which thing, and when. Never a text that somebody wrote.
CREATE TABLE audit (
  id          INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,
  person_id   INTEGER,
  workshop_id INTEGER,
  act         TEXT NOT NULL,
  thing       TEXT NOT NULL,
  thing_id    TEXT NOT NULL
) STRICT;
