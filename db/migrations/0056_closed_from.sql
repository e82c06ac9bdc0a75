-- Where a programme stood when it was closed: an early close is taken back to there.
ALTER TABLE programme ADD COLUMN closed_from TEXT CHECK (closed_from IN ('Draft', 'Recruiting', 'Ready', 'Running', 'Reporting'));
