-- How many anonymous answers came from paper: they bear no name, so no mark of a participant counts them.
CREATE TABLE paper_answer (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  entered     INTEGER NOT NULL
) STRICT;
