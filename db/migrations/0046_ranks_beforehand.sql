-- Members may rank the problems before the kick-off, each at home: then nobody has a place in the room yet, and still the
-- activity holds what people wrote.
CREATE VIEW activity_answered (activity_id) AS
SELECT activity_id FROM answered UNION SELECT activity_id FROM preference_rank;
