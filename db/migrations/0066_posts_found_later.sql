-- Whoever posts waits for the post alone: its words are taken up by whoever looks for something next, many at once.
CREATE TABLE search_due (post_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
DROP TRIGGER post_added;
CREATE TRIGGER post_added AFTER INSERT ON post WHEN new.state = 'Shown' AND new.participant_id IS NOT NULL BEGIN
  INSERT INTO search_due (post_id) VALUES (new.id);
END;

-- What somebody shows is found at once, wherever it is looked for.
CREATE TRIGGER shared_post_is_found AFTER INSERT ON share WHEN new.kind = 'Post' BEGIN
  INSERT INTO search_text (kind, thing, text)
  SELECT 'Post', p.id, p.text FROM search_due d JOIN post p ON p.id = d.post_id WHERE d.post_id = new.thing_id AND p.state = 'Shown'
  ON CONFLICT DO NOTHING;
  DELETE FROM search_due WHERE post_id = new.thing_id;
END;
