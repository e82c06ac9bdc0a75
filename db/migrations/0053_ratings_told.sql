-- What is told of ratings, as counts: the value of each when it was told last. It follows only when five ratings or more are new or
-- read otherwise, so that nobody's can be worked out from two looks.
ALTER TABLE self_rating ADD COLUMN told INTEGER CHECK (told BETWEEN 1 AND 5);
UPDATE self_rating SET told = value WHERE 5 <= (
  SELECT count(*) FROM membership m JOIN sets s ON s.id = m.set_id JOIN sets o ON o.programme_id = s.programme_id
  JOIN membership x ON x.set_id = o.id JOIN self_rating r ON r.membership_id = x.id AND r.moment = self_rating.moment
  WHERE m.id = self_rating.membership_id);
