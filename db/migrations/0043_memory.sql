-- What a set reported, in one piece.
CREATE VIEW outcome_words (outcome_id, text) AS
SELECT outcome_id, trim(
  max(CASE slide WHEN 'Problem' THEN text ELSE '' END) || char(10) || max(CASE slide WHEN 'Tried' THEN text ELSE '' END) || char(10)
  || max(CASE slide WHEN 'Happened' THEN text ELSE '' END) || char(10) || max(CASE slide WHEN 'Learned' THEN text ELSE '' END) || char(10)
  || max(CASE slide WHEN 'Next' THEN text ELSE '' END), char(10))
FROM outcome_slide GROUP BY outcome_id;

-- It can be looked for. Who may read it is asked with every search: it was told at a final, and the reader has a part in the
-- programme or its authors showed it to the whole organisation.
CREATE TRIGGER outcome_slide_added AFTER INSERT ON outcome_slide BEGIN
  DELETE FROM search_text WHERE kind = 'Outcome' AND thing = CAST(new.outcome_id AS TEXT);
  INSERT INTO search_text (kind, thing, text) SELECT 'Outcome', CAST(outcome_id AS TEXT), text FROM outcome_words WHERE outcome_id = new.outcome_id AND text <> '';
END;
CREATE TRIGGER outcome_slide_changed AFTER UPDATE OF text ON outcome_slide WHEN new.text <> old.text BEGIN
  DELETE FROM search_text WHERE kind = 'Outcome' AND thing = CAST(new.outcome_id AS TEXT);
  INSERT INTO search_text (kind, thing, text) SELECT 'Outcome', CAST(outcome_id AS TEXT), text FROM outcome_words WHERE outcome_id = new.outcome_id AND text <> '';
END;
CREATE TRIGGER outcome_slide_gone AFTER DELETE ON outcome_slide BEGIN
  DELETE FROM search_text WHERE kind = 'Outcome' AND thing = CAST(old.outcome_id AS TEXT);
  INSERT INTO search_text (kind, thing, text) SELECT 'Outcome', CAST(outcome_id AS TEXT), text FROM outcome_words WHERE outcome_id = old.outcome_id AND text <> '';
END;
INSERT INTO search_text (kind, thing, text) SELECT 'Outcome', CAST(outcome_id AS TEXT), text FROM outcome_words WHERE text <> '';

-- What was shown are these words. Where they read otherwise afterwards, they are shown no longer, until somebody shows them again.
CREATE TRIGGER outcome_slide_reads_otherwise AFTER UPDATE OF text ON outcome_slide WHEN new.text <> old.text BEGIN
  UPDATE share SET withdrawn_by = asked_by, withdrawn_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  WHERE kind = 'Outcome' AND thing_id = CAST(new.outcome_id AS TEXT) AND withdrawn_at IS NULL;
END;
CREATE TRIGGER post_reads_otherwise AFTER UPDATE OF text ON post WHEN new.text <> old.text BEGIN
  UPDATE share SET withdrawn_by = asked_by, withdrawn_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  WHERE kind = 'Post' AND thing_id = new.id AND withdrawn_at IS NULL;
END;

-- What is shown to everybody is asked for on every page of the memory.
CREATE INDEX share_shown ON share (audience, shared_at) WHERE shared_at IS NOT NULL AND withdrawn_at IS NULL;
