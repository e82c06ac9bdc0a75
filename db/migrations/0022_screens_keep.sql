-- What a screen was held on before a spotlight; it goes back to it when the spotlight ends.
ALTER TABLE screen ADD COLUMN held_before TEXT;

-- The item that stands beside what is now on a wall that is split; NULL = the newest that ran before.
ALTER TABLE screen ADD COLUMN split_item INTEGER;

-- Since when it keeps its picture: freezing again keeps another picture.
ALTER TABLE screen ADD COLUMN frozen_at TEXT;
UPDATE screen SET frozen_at = paired_at WHERE frozen = 1;

-- How often all screens of the workshop were told something at once: such a press names the number that it saw.
ALTER TABLE screen ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
