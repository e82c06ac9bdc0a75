-- A request for a door that was drafted by the program when a client said no stood there as written by whoever had asked the
-- client, so that one yes would have sent it. Those that still wait are put away: the page of doors offers the words, and who
-- takes them up is their writer.
UPDATE sheet SET state = 'Dropped', back_at = written_at, version = version + 1
WHERE kind = 'Door' AND state = 'Proposed' AND version = 1 AND title = 'A word with our client'
  AND EXISTS (
    SELECT 1 FROM agreement_step a
    WHERE a.set_id = sheet.set_id AND a.state = 'Declined' AND a.asked_by = sheet.written_by AND a.answered_at = sheet.written_at);
