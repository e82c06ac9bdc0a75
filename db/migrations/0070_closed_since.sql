-- When the phones could write no more: whoever was still writing then may finish for half a minute, also while the item runs on.
ALTER TABLE activity ADD COLUMN closed_at TEXT;
