-- Whom an organisation's own sign-in means: by issuer and subject, never by e-mail alone.
CREATE TABLE account_openid (
  issuer    TEXT NOT NULL,
  subject   TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  linked_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT;
CREATE INDEX account_openid_person ON account_openid (person_id);
