-- A rating that its owner shows to the set's advisor is shown to that person: whoever advises the set after them is shown it anew.
CREATE TABLE rating_shown (
  membership_id INTEGER NOT NULL,
  moment        TEXT NOT NULL,
  advisor_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (membership_id, moment, advisor_id),
  FOREIGN KEY (membership_id, moment) REFERENCES self_rating (membership_id, moment) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_shown_advisor ON rating_shown (advisor_id);

-- Who advises the set no longer reads nothing of it any more, also when they come back later.
CREATE TRIGGER advisor_goes AFTER DELETE ON role_assignment WHEN old.role = 'Advisor' AND old.set_id IS NOT NULL BEGIN
  DELETE FROM rating_shown WHERE advisor_id = old.person_id AND membership_id IN (SELECT id FROM membership WHERE set_id = old.set_id);
END;
CREATE TRIGGER advisor_changes AFTER UPDATE OF role, person_id, set_id ON role_assignment
WHEN old.role = 'Advisor' AND old.set_id IS NOT NULL
  AND (new.role <> old.role OR new.person_id <> old.person_id OR new.set_id IS NOT old.set_id) BEGIN
  DELETE FROM rating_shown WHERE advisor_id = old.person_id AND membership_id IN (SELECT id FROM membership WHERE set_id = old.set_id);
END;
