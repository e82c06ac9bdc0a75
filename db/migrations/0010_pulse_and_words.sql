-- Answers to statements, 1 (not at all) to 5 (fully). Nobody, no set and no time stands with them; the key is the hash of a
-- secret that only the phone holds, and the table has no row order, so that nothing joins them to who has answered.
-- A statement is named by a hash of its words: the same words at another workshop are the same statement.
CREATE TABLE pulse_answer (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  secret_hash TEXT NOT NULL CHECK (length(secret_hash) = 64),
  statement   TEXT NOT NULL CHECK (length(statement) = 16),
  value       INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5),
  PRIMARY KEY (activity_id, secret_hash, statement)
) STRICT, WITHOUT ROWID;

-- One to three words of somebody, in lower case; as anonymous as the answers above.
CREATE TABLE word_given (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  secret_hash TEXT NOT NULL CHECK (length(secret_hash) = 64),
  number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 3),
  word        TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 60),
  PRIMARY KEY (activity_id, secret_hash, number)
) STRICT, WITHOUT ROWID;

-- Words that the facilitator has taken off the walls, however often they are said.
CREATE TABLE word_hidden (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  word        TEXT NOT NULL,
  PRIMARY KEY (activity_id, word)
) STRICT, WITHOUT ROWID;
