-- A board counts its posts and the people behind them while posts come in, and takes the newest of each set: from the index alone.
DROP INDEX post_set;
CREATE INDEX post_counted ON post (activity_id, state, set_id, sort_key, participant_id, problem_id);
