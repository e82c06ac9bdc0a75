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
CREATE TRIGGER set_ask_added AFTER INSERT ON set_ask WHEN new.back_at IS NULL BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Ask', new.id, trim(new.text || char(10) || new.answer, char(10)));
END;
CREATE TRIGGER set_ask_changed AFTER UPDATE OF answer, back_at ON set_ask BEGIN
  DELETE FROM search_text WHERE kind = 'Ask' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text) SELECT 'Ask', new.id, trim(new.text || char(10) || new.answer, char(10)) WHERE new.back_at IS NULL;
END;
CREATE TRIGGER set_ask_gone AFTER DELETE ON set_ask BEGIN
  DELETE FROM search_text WHERE kind = 'Ask' AND thing = old.id;
END;
