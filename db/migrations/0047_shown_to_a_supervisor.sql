-- What is shown to "your supervisor" is shown to who that is then: whoever comes after them is shown it anew.
ALTER TABLE share ADD COLUMN supervisor_id INTEGER REFERENCES person (id);
UPDATE share SET supervisor_id = (SELECT m.supervisor_id FROM membership m
  WHERE m.set_id = share.set_id AND m.person_id = share.owner_id AND m.left_at IS NULL)
WHERE audience = 'Supervisor';
