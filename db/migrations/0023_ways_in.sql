-- Until when a person knows of the new ways in that others made for them. A later one is told on each page until the
-- person says that they know of it.
ALTER TABLE account ADD COLUMN links_seen_at TEXT;
