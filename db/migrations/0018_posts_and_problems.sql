-- Where a hidden post stood before: bringing it back puts it there and publishes nothing that was never approved.
ALTER TABLE post ADD COLUMN state_before TEXT CHECK (state_before IN ('Waiting', 'Shown', 'Late'));

-- A question may name the problem that it is about, and is answered aloud in the room.
ALTER TABLE post ADD COLUMN problem_id INTEGER REFERENCES problem (id);
ALTER TABLE post ADD COLUMN answered INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1));
CREATE INDEX post_problem ON post (problem_id) WHERE problem_id IS NOT NULL;

-- A phone finds its anonymous posts by what only it holds, whatever runs now.
CREATE INDEX post_secret ON post (secret_hash) WHERE secret_hash IS NOT NULL;
