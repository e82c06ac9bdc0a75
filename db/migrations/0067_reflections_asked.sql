-- Whoever arranges the outcome report asks for a reflection that was shown to the programme: it is read by people who read no
-- reflection otherwise. A person's own has its author's yes; the set's own two, as all that a set shows.
CREATE TABLE reflection_asked (
  reflection_id TEXT PRIMARY KEY REFERENCES reflection (id) ON DELETE CASCADE,
  asked_by      INTEGER NOT NULL REFERENCES person (id),
  asked_at      TEXT NOT NULL,
  says          TEXT CHECK (says IN ('Yes', 'No')),
  said_by       INTEGER REFERENCES person (id),
  said_at       TEXT,
  second_by     INTEGER REFERENCES person (id),             -- the second yes, to what is the set's
  CHECK ((says IS NULL) = (said_at IS NULL)),
  CHECK (second_by IS NULL OR (says = 'Yes' AND second_by <> said_by))
) STRICT, WITHOUT ROWID;

-- The yes was to these words: where they read otherwise, it is asked anew.
CREATE TRIGGER quoted_reflection_reads_otherwise AFTER UPDATE OF set_out, happened, why, otherwise, asking, text ON reflection
WHEN new.set_out <> old.set_out OR new.happened <> old.happened OR new.why <> old.why OR new.otherwise <> old.otherwise
  OR new.asking <> old.asking OR new.text <> old.text BEGIN
  DELETE FROM reflection_asked WHERE reflection_id = new.id;
END;

-- What was taken back from the programme is asked anew when it is shown again. A no stays.
CREATE TRIGGER quoted_reflection_taken_back AFTER UPDATE OF withdrawn_at ON share
WHEN new.kind = 'Reflection' AND new.audience = 'Programme' AND new.withdrawn_at IS NOT NULL BEGIN
  DELETE FROM reflection_asked WHERE reflection_id = new.thing_id AND says IS NOT 'No';
END;
