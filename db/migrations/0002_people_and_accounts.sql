CREATE TABLE org_unit (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL CHECK (length(trim(name)) > 0),
  parent_id INTEGER REFERENCES org_unit (id)
) STRICT;

CREATE TABLE site (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0)
) STRICT;

CREATE TABLE person (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL CHECK (length(trim(name)) > 0),
  email       TEXT COLLATE NOCASE UNIQUE,
  job_title   TEXT NOT NULL DEFAULT '',
  org_unit_id INTEGER REFERENCES org_unit (id),
  site_id     INTEGER REFERENCES site (id),
  manager_id  INTEGER REFERENCES person (id) CHECK (manager_id IS NULL OR manager_id <> id),
  version     INTEGER NOT NULL DEFAULT 1,
  created_at  TEXT NOT NULL,
  created_by  INTEGER REFERENCES person (id),
  changed_at  TEXT NOT NULL,
  changed_by  INTEGER REFERENCES person (id)
) STRICT;

-- A person who may sign in. The stamp is in the sign-in cookie: a new stamp ends every session.
CREATE TABLE account (
  person_id      INTEGER PRIMARY KEY REFERENCES person (id),
  password_hash  TEXT,
  stamp          TEXT NOT NULL,
  is_admin       INTEGER NOT NULL DEFAULT 0 CHECK (is_admin IN (0, 1)),
  is_facilitator INTEGER NOT NULL DEFAULT 0 CHECK (is_facilitator IN (0, 1)),
  failed_count   INTEGER NOT NULL DEFAULT 0,
  locked_until   TEXT,
  signed_in_at   TEXT
) STRICT;

-- One-time links: only the hash of the token is kept.
CREATE TABLE personal_link (
  token_hash  TEXT NOT NULL PRIMARY KEY,
  person_id   INTEGER REFERENCES person (id),
  purpose     TEXT NOT NULL CHECK (purpose IN ('SetUp', 'Invitation', 'Reset', 'Badge')),
  workshop_id INTEGER,
  created_at  TEXT NOT NULL,
  created_by  INTEGER REFERENCES person (id),
  expires_at  TEXT,
  used_at     TEXT
) STRICT, WITHOUT ROWID;
