-- Somebody whom a set asks into one of its meetings for what they know: of the house (person_id) or from outside. They see
-- this invitation and nothing else. The meeting may be moved: for_date is the day that was written or agreed to.
CREATE TABLE guest_invitation (
  id          INTEGER PRIMARY KEY,
  set_id      INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  meeting_id  INTEGER NOT NULL REFERENCES set_meeting (id) ON DELETE CASCADE,
  person_id   INTEGER REFERENCES person (id),
  name        TEXT NOT NULL CHECK (length(trim(name)) > 0),
  email       TEXT NOT NULL DEFAULT '',
  expertise   TEXT NOT NULL DEFAULT '',
  invited_for TEXT NOT NULL CHECK (length(trim(invited_for)) > 0),
  for_date    TEXT NOT NULL CHECK (for_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  starts      TEXT NOT NULL CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends        TEXT NOT NULL CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]' AND ends > starts),
  token_hash  TEXT NOT NULL UNIQUE,
  state       TEXT NOT NULL DEFAULT 'Asked' CHECK (state IN ('Asked', 'Coming', 'NotComing', 'TakenBack')),
  answer      TEXT NOT NULL DEFAULT '',
  answered_at TEXT,
  learned     TEXT NOT NULL DEFAULT '',                     -- what the set learned from them: the set's
  version     INTEGER NOT NULL DEFAULT 1,
  created_at  TEXT NOT NULL,
  created_by  INTEGER REFERENCES person (id),
  changed_at  TEXT NOT NULL,
  changed_by  INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX guest_invitation_set ON guest_invitation (set_id, meeting_id);
CREATE INDEX guest_invitation_person ON guest_invitation (person_id) WHERE person_id IS NOT NULL;

-- What an advisor notes for themselves. Nobody else reads it, neither the set nor the next advisor.
CREATE TABLE advisor_note (
  id         INTEGER PRIMARY KEY,
  set_id     INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  writer_id  INTEGER NOT NULL REFERENCES person (id),
  text       TEXT NOT NULL CHECK (length(trim(text)) > 0),
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX advisor_note_set ON advisor_note (set_id, writer_id);

-- What can be looked for, as words. Who may read a text stands with the thing that it is of, and is asked there with every
-- search; here stand the words alone. They follow the things in the same transaction, whoever writes, deletes or lets fall
-- (a set that is removed takes its own along), so that nothing is found that is gone. Nothing without a name is taken up:
-- the order of these rows would tell the order of the answers.
CREATE TABLE search_text (
  id    INTEGER PRIMARY KEY,
  kind  TEXT NOT NULL,
  thing TEXT NOT NULL,
  text  TEXT NOT NULL,
  UNIQUE (kind, thing)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = 'search_text', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE OF text ON search_text WHEN new.text <> old.text BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO search (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER post_added AFTER INSERT ON post WHEN new.state = 'Shown' AND new.participant_id IS NOT NULL BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Post', new.id, new.text);
END;
CREATE TRIGGER post_changed AFTER UPDATE OF text, state ON post
WHEN new.participant_id IS NOT NULL AND (new.text <> old.text OR new.state <> old.state) BEGIN
  DELETE FROM search_text WHERE kind = 'Post' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text) SELECT 'Post', new.id, new.text WHERE new.state = 'Shown';
END;
CREATE TRIGGER post_gone AFTER DELETE ON post BEGIN
  DELETE FROM search_text WHERE kind = 'Post' AND thing = old.id;
END;

CREATE TRIGGER set_question_added AFTER INSERT ON set_question WHEN new.state = 'Shown' BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('SetQuestion', new.id, new.text || char(10) || new.answer);
END;
CREATE TRIGGER set_question_changed AFTER UPDATE OF text, answer, state ON set_question BEGIN
  DELETE FROM search_text WHERE kind = 'SetQuestion' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text)
  SELECT 'SetQuestion', new.id, new.text || char(10) || new.answer WHERE new.state = 'Shown';
END;
CREATE TRIGGER set_question_gone AFTER DELETE ON set_question BEGIN
  DELETE FROM search_text WHERE kind = 'SetQuestion' AND thing = old.id;
END;

CREATE TRIGGER offer_added AFTER INSERT ON offer WHEN new.state = 'Shown' BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Offer', new.id, new.text);
END;
CREATE TRIGGER offer_changed AFTER UPDATE OF text, state ON offer BEGIN
  DELETE FROM search_text WHERE kind = 'Offer' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text) SELECT 'Offer', new.id, new.text WHERE new.state = 'Shown';
END;
CREATE TRIGGER offer_gone AFTER DELETE ON offer BEGIN
  DELETE FROM search_text WHERE kind = 'Offer' AND thing = old.id;
END;

CREATE TRIGGER guest_invitation_learned AFTER UPDATE OF learned ON guest_invitation WHEN new.learned <> old.learned BEGIN
  DELETE FROM search_text WHERE kind = 'Guest' AND thing = CAST(old.id AS TEXT);
  INSERT INTO search_text (kind, thing, text) SELECT 'Guest', CAST(new.id AS TEXT), new.learned WHERE new.learned <> '';
END;
CREATE TRIGGER guest_invitation_gone AFTER DELETE ON guest_invitation BEGIN
  DELETE FROM search_text WHERE kind = 'Guest' AND thing = CAST(old.id AS TEXT);
END;

CREATE TRIGGER airtime_question_added AFTER INSERT ON airtime_question WHEN new.state = 'Noted' BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Question', new.id, new.text);
END;
CREATE TRIGGER airtime_question_changed AFTER UPDATE OF text, state ON airtime_question BEGIN
  DELETE FROM search_text WHERE kind = 'Question' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text) SELECT 'Question', new.id, new.text WHERE new.state = 'Noted';
END;
CREATE TRIGGER airtime_question_gone AFTER DELETE ON airtime_question BEGIN
  DELETE FROM search_text WHERE kind = 'Question' AND thing = old.id;
END;

CREATE TRIGGER airtime_assumption_added AFTER INSERT ON airtime_assumption WHEN new.state = 'Noted' BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Assumption', new.id, new.text);
END;
CREATE TRIGGER airtime_assumption_changed AFTER UPDATE OF text, state ON airtime_assumption BEGIN
  DELETE FROM search_text WHERE kind = 'Assumption' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text) SELECT 'Assumption', new.id, new.text WHERE new.state = 'Noted';
END;
CREATE TRIGGER airtime_assumption_gone AFTER DELETE ON airtime_assumption BEGIN
  DELETE FROM search_text WHERE kind = 'Assumption' AND thing = old.id;
END;

CREATE TRIGGER reflection_added AFTER INSERT ON reflection WHEN trim(new.text || char(10) || new.set_out || char(10) || new.happened || char(10) || new.why || char(10) || new.otherwise || char(10) || new.asking, char(10)) <> '' BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Reflection', new.id, trim(new.text || char(10) || new.set_out || char(10) || new.happened || char(10) || new.why || char(10) || new.otherwise || char(10) || new.asking, char(10)));
END;
CREATE TRIGGER reflection_changed AFTER UPDATE OF text, set_out, happened, why, otherwise, asking ON reflection BEGIN
  DELETE FROM search_text WHERE kind = 'Reflection' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text) SELECT 'Reflection', new.id, trim(new.text || char(10) || new.set_out || char(10) || new.happened || char(10) || new.why || char(10) || new.otherwise || char(10) || new.asking, char(10)) WHERE trim(new.text || char(10) || new.set_out || char(10) || new.happened || char(10) || new.why || char(10) || new.otherwise || char(10) || new.asking, char(10)) <> '';
END;
CREATE TRIGGER reflection_gone AFTER DELETE ON reflection BEGIN
  DELETE FROM search_text WHERE kind = 'Reflection' AND thing = old.id;
END;

CREATE TRIGGER sheet_added AFTER INSERT ON sheet WHEN new.kind = 'Learning' AND new.state = 'Gone' AND new.text <> '' BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Sheet', new.id, new.text);
END;
CREATE TRIGGER sheet_changed AFTER UPDATE OF text, state ON sheet BEGIN
  DELETE FROM search_text WHERE kind = 'Sheet' AND thing = old.id;
  INSERT INTO search_text (kind, thing, text) SELECT 'Sheet', new.id, new.text WHERE new.kind = 'Learning' AND new.state = 'Gone' AND new.text <> '';
END;
CREATE TRIGGER sheet_gone AFTER DELETE ON sheet BEGIN
  DELETE FROM search_text WHERE kind = 'Sheet' AND thing = old.id;
END;

CREATE TRIGGER study_note_added AFTER INSERT ON study_note WHEN new.gone_at IS NULL BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('StudyNote', CAST(new.id AS TEXT), trim(new.looked_at || char(10) || new.found || char(10) || new.source, char(10)));
END;
CREATE TRIGGER study_note_changed AFTER UPDATE OF looked_at, found, source, gone_at ON study_note BEGIN
  DELETE FROM search_text WHERE kind = 'StudyNote' AND thing = CAST(old.id AS TEXT);
  INSERT INTO search_text (kind, thing, text) SELECT 'StudyNote', CAST(new.id AS TEXT), trim(new.looked_at || char(10) || new.found || char(10) || new.source, char(10)) WHERE new.gone_at IS NULL;
END;
CREATE TRIGGER study_note_gone AFTER DELETE ON study_note BEGIN
  DELETE FROM search_text WHERE kind = 'StudyNote' AND thing = CAST(old.id AS TEXT);
END;

CREATE TRIGGER decision_added AFTER INSERT ON decision WHEN new.gone_at IS NULL BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Decision', CAST(new.id AS TEXT), new.text);
END;
CREATE TRIGGER decision_changed AFTER UPDATE OF text, gone_at ON decision BEGIN
  DELETE FROM search_text WHERE kind = 'Decision' AND thing = CAST(old.id AS TEXT);
  INSERT INTO search_text (kind, thing, text) SELECT 'Decision', CAST(new.id AS TEXT), new.text WHERE new.gone_at IS NULL;
END;
CREATE TRIGGER decision_gone AFTER DELETE ON decision BEGIN
  DELETE FROM search_text WHERE kind = 'Decision' AND thing = CAST(old.id AS TEXT);
END;

CREATE TRIGGER solution_added AFTER INSERT ON solution BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Solution', CAST(new.id AS TEXT), new.text);
END;
CREATE TRIGGER solution_changed AFTER UPDATE OF text ON solution BEGIN
  DELETE FROM search_text WHERE kind = 'Solution' AND thing = CAST(old.id AS TEXT);
  INSERT INTO search_text (kind, thing, text) SELECT 'Solution', CAST(new.id AS TEXT), new.text;
END;
CREATE TRIGGER solution_gone AFTER DELETE ON solution BEGIN
  DELETE FROM search_text WHERE kind = 'Solution' AND thing = CAST(old.id AS TEXT);
END;

CREATE TRIGGER set_action_added AFTER INSERT ON set_action BEGIN
  INSERT INTO search_text (kind, thing, text) VALUES ('Action', CAST(new.id AS TEXT), new.text);
END;
CREATE TRIGGER set_action_changed AFTER UPDATE OF text ON set_action WHEN new.text <> old.text BEGIN
  UPDATE search_text SET text = new.text WHERE kind = 'Action' AND thing = CAST(new.id AS TEXT);
END;
CREATE TRIGGER set_action_gone AFTER DELETE ON set_action BEGIN
  DELETE FROM search_text WHERE kind = 'Action' AND thing = CAST(old.id AS TEXT);
END;

CREATE TRIGGER set_action_report_added AFTER INSERT ON set_action_report WHEN new.learned || new.happened || new.did <> '' BEGIN
  INSERT INTO search_text (kind, thing, text)
  VALUES ('Report', new.key, trim(new.did || char(10) || new.happened || char(10) || new.learned, char(10)));
END;
CREATE TRIGGER set_action_report_changed AFTER UPDATE OF did, happened, learned ON set_action_report BEGIN
  DELETE FROM search_text WHERE kind = 'Report' AND thing = old.key;
  INSERT INTO search_text (kind, thing, text)
  SELECT 'Report', new.key, trim(new.did || char(10) || new.happened || char(10) || new.learned, char(10)) WHERE new.learned || new.happened || new.did <> '';
END;
CREATE TRIGGER set_action_report_gone AFTER DELETE ON set_action_report BEGIN
  DELETE FROM search_text WHERE kind = 'Report' AND thing = old.key;
END;

-- What was written before there was a search.
INSERT INTO search_text (kind, thing, text) SELECT 'Post', id, text FROM post WHERE state = 'Shown' AND participant_id IS NOT NULL;
INSERT INTO search_text (kind, thing, text) SELECT 'SetQuestion', id, text || char(10) || answer FROM set_question WHERE state = 'Shown';
INSERT INTO search_text (kind, thing, text) SELECT 'Offer', id, text FROM offer WHERE state = 'Shown';
