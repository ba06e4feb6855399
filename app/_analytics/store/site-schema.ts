/**
 * A site's file, version by version: entry n brings a file from version n to n + 1. Never change an entry that
 * was released; add one.
 *
 * - `identity`: dense person numbers, from 1. Person 0 is nobody (a hit without an identity).
 * - `alias`: two identities are one person, until `undone` (Unix seconds) says they are not.
 * - `event`, `property`, `value`: dictionaries. Event 0 is the property set. Code 0 of a property: no value.
 * - `run`: hits that arrived together, in receive order: `first` is the site-wide number of the first of them.
 * - `segment`: one column of one event on one UTC day of one run. `property` 0 is the person and -1 the time of
 *   day; `kind` is a ColumnKind. Rows are ordered by person, then time. Bots have segments of their own.
 * - `block`: the run's raw lines, deflated, clustered by person: what columns are rebuilt from.
 * - `state`: the last seq (`watermark`) of which log that this file contains; `generation` grows when something that
 *   was stored is changed or taken away, so that a reader forgets what it keeps of it.
 */
export const siteSchema: readonly string[] = [
  `
  CREATE TABLE state (
    only INTEGER PRIMARY KEY CHECK (only = 1), log INTEGER NOT NULL, watermark INTEGER NOT NULL
  );
  INSERT INTO state VALUES (1, 0, 0);

  CREATE TABLE identity (person INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE);
  CREATE TABLE alias (
    id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, at INTEGER NOT NULL, undone INTEGER
  );
  CREATE UNIQUE INDEX alias_in_force ON alias (a, b) WHERE undone IS NULL;
  CREATE INDEX alias_undone ON alias (undone) WHERE undone IS NOT NULL;

  CREATE TABLE event (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE property (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE value (
    property INTEGER NOT NULL, code INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (property, code)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX value_code ON value (property, value);

  CREATE TABLE run (first INTEGER PRIMARY KEY, rows INTEGER NOT NULL);
  CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL, bot INTEGER NOT NULL, day INTEGER NOT NULL, run INTEGER NOT NULL,
    property INTEGER NOT NULL, kind INTEGER NOT NULL, rows INTEGER NOT NULL, data BLOB NOT NULL,
    UNIQUE (event, bot, property, day, run)
  );
  CREATE INDEX segment_run ON segment (run);
  CREATE TABLE block (
    run INTEGER NOT NULL, part INTEGER NOT NULL, first_person INTEGER NOT NULL, last_person INTEGER NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (run, part)
  );
  CREATE INDEX block_people ON block (run, first_person, last_person);
  `,
  `
  ALTER TABLE state ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX segment_person ON segment (event, bot, day, run, rows) WHERE property = 0;
  `,
]
