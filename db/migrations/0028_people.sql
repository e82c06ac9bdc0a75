-- What somebody is by trade or training. Sets mix disciplines, so the office has to know them.
ALTER TABLE person ADD COLUMN discipline TEXT NOT NULL DEFAULT '';

-- Parts and sites are edited by several people: the second of two editors is told.
ALTER TABLE org_unit ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE org_unit ADD COLUMN changed_at TEXT;
ALTER TABLE org_unit ADD COLUMN changed_by INTEGER REFERENCES person (id);
ALTER TABLE site ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE site ADD COLUMN changed_at TEXT;
ALTER TABLE site ADD COLUMN changed_by INTEGER REFERENCES person (id);

CREATE UNIQUE INDEX org_unit_name ON org_unit (name COLLATE NOCASE);
CREATE UNIQUE INDEX site_name ON site (name COLLATE NOCASE);
CREATE INDEX org_unit_parent ON org_unit (parent_id);
CREATE INDEX person_unit ON person (org_unit_id);
CREATE INDEX person_site ON person (site_id);
CREATE INDEX person_manager ON person (manager_id);
