-- How the facilitator arranges a programme's outcome report: the order of its sections, which are hidden, the introduction, the
-- quotes that were chosen. It is a draft until it is published.
CREATE TABLE report_draft (
  programme_id INTEGER PRIMARY KEY REFERENCES programme (id) ON DELETE CASCADE,
  introduction TEXT NOT NULL DEFAULT '',                                -- Markdown
  sections     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sections)), -- keys in their order; none: the house's
  hidden       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hidden)),
  quotes       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(quotes)),   -- keys of what is quoted
  version      INTEGER NOT NULL DEFAULT 1,
  changed_at   TEXT NOT NULL,
  changed_by   INTEGER REFERENCES person (id)
) STRICT;

-- A report as it was published, whole and by itself. It is never changed; a later one stands beside it.
CREATE TABLE report_version (
  id           INTEGER PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
  number       INTEGER NOT NULL CHECK (number > 0),
  report       TEXT NOT NULL CHECK (json_valid(report)),
  why          TEXT NOT NULL DEFAULT '',                                -- what is new in it, for everybody to read
  published_at TEXT NOT NULL,
  published_by INTEGER REFERENCES person (id),
  UNIQUE (programme_id, number)
) STRICT;
