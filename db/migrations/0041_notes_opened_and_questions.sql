-- Which progress notes somebody has opened: it tells them alone what is new to them.
CREATE TABLE note_opened (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  sheet_id  TEXT NOT NULL REFERENCES sheet (id) ON DELETE CASCADE,
  at        TEXT NOT NULL,
  PRIMARY KEY (person_id, sheet_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_opened_sheet ON note_opened (sheet_id);

-- What a member of a set asks another set, or one person of the programme, between meetings, with their name. Whoever is asked
-- answers, and only they and the two sets read it.
CREATE TABLE set_ask (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
  set_id      INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  asked_by    INTEGER NOT NULL REFERENCES person (id),
  to_set      INTEGER REFERENCES sets (id) ON DELETE CASCADE,
  to_person   INTEGER REFERENCES person (id),
  text        TEXT NOT NULL CHECK (length(trim(text)) > 0),
  asked_at    TEXT NOT NULL,
  answer      TEXT NOT NULL DEFAULT '',
  answered_by INTEGER REFERENCES person (id),
  answered_at TEXT,
  back_at     TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK ((to_set IS NULL) <> (to_person IS NULL)),
  CHECK (to_set IS NULL OR to_set <> set_id),
  CHECK ((answered_at IS NULL) = (answered_by IS NULL))
) STRICT;
CREATE INDEX set_ask_set ON set_ask (set_id);
CREATE INDEX set_ask_to_set ON set_ask (to_set) WHERE to_set IS NOT NULL;
CREATE INDEX set_ask_to_person ON set_ask (to_person) WHERE to_person IS NOT NULL;
