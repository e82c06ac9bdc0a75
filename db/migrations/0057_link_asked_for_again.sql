-- Somebody came with a personal link that leads nowhere any more and asked for a new one; the office reads it until one is made.
ALTER TABLE personal_link ADD COLUMN asked_again_at TEXT;
