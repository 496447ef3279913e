/** Marks a SQLite file as Parley's ("Prly" in ASCII), so that no other is ever written to. */
export const applicationId = 0x50726c79;

/**
 * The schema as its history: entry n takes a database from version n to n + 1. An entry that was
 * released never changes; a change is a new entry.
 *
 * `updates.position` counts over all documents. AUTOINCREMENT keeps the highest one ever given, so no
 * position is reused, and nothing needs to remember the id of a document that was deleted.
 * The `number` columns only keep the order of rows of the same millisecond. The checksums are those
 * of checksum.ts. A client id without an owner is retired (R12).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE updates (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  CREATE INDEX updates_of_document ON updates (document_id, position);

  CREATE TABLE snapshots (
    document_id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    data BLOB NOT NULL
  ) STRICT;

  CREATE TABLE persons (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('account', 'guest')),
    display_name TEXT NOT NULL,
    color INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE guest_sessions (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES persons (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX guest_sessions_of_person ON guest_sessions (person_id);

  CREATE TABLE processes (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    example TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE spaces (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    process_id TEXT NOT NULL REFERENCES processes (id),
    kind TEXT NOT NULL CHECK (kind IN ('team', 'plenary', 'caucus')),
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX spaces_of_process ON spaces (process_id);

  CREATE TABLE memberships (
    number INTEGER PRIMARY KEY,
    space_id TEXT NOT NULL REFERENCES spaces (id),
    person_id TEXT NOT NULL REFERENCES persons (id),
    role TEXT NOT NULL,
    capability TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (space_id, person_id)
  ) STRICT;
  CREATE INDEX memberships_of_person ON memberships (person_id);

  CREATE TABLE invitations (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    secret_hash TEXT NOT NULL UNIQUE,
    space_id TEXT NOT NULL REFERENCES spaces (id),
    role TEXT NOT NULL,
    capability TEXT NOT NULL,
    invited_by TEXT NOT NULL REFERENCES persons (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX invitations_of_space ON invitations (space_id);
  `,
  `
  ALTER TABLE updates ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
  UPDATE updates SET checksum = row_checksum(document_id, data);
  ALTER TABLE snapshots ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
  UPDATE snapshots SET checksum = row_checksum(document_id, data);
  ALTER TABLE snapshots ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;

  CREATE TABLE client_ids (
    document_id TEXT NOT NULL,
    client_id INTEGER NOT NULL,
    owner_id TEXT,
    PRIMARY KEY (document_id, client_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What a guest chose to read in (BCP 47); '' where nobody chose.
  ALTER TABLE persons ADD COLUMN language TEXT NOT NULL DEFAULT '';
  -- An account that may not sign in any more; NULL while it may.
  ALTER TABLE persons ADD COLUMN disabled_at INTEGER;

  ALTER TABLE processes ADD COLUMN ended_at INTEGER;
  ALTER TABLE spaces ADD COLUMN ended_at INTEGER;
  -- Under non-attribution the ledger holds no author (Chatham House).
  ALTER TABLE spaces ADD COLUMN attribution TEXT NOT NULL DEFAULT 'named'
    CHECK (attribution IN ('named', 'non-attribution'));
  -- Whether who comes by this link waits until a host lets them in.
  ALTER TABLE invitations ADD COLUMN waits INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1));

  -- Who waits to be let in.
  CREATE TABLE arrivals (
    number INTEGER PRIMARY KEY,
    space_id TEXT NOT NULL REFERENCES spaces (id),
    person_id TEXT NOT NULL REFERENCES persons (id),
    invitation_id TEXT NOT NULL REFERENCES invitations (id),
    role TEXT NOT NULL,
    capability TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    UNIQUE (space_id, person_id)
  ) STRICT;
  CREATE INDEX arrivals_of_person ON arrivals (person_id);

  -- A ballot of a secret vote that is still open: nothing of it is in a document.
  CREATE TABLE ballots (
    space_id TEXT NOT NULL REFERENCES spaces (id),
    vote_id TEXT NOT NULL,
    -- Stands for one person in this one vote, and names nobody.
    voter TEXT NOT NULL,
    choices TEXT NOT NULL,
    PRIMARY KEY (space_id, vote_id, voter)
  ) STRICT, WITHOUT ROWID;

  -- Documents that went with their process: nothing is stored under these ids again, whoever still
  -- has one open.
  CREATE TABLE deleted_documents (document_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TRIGGER deleted_documents_stay_deleted BEFORE INSERT ON updates
    WHEN EXISTS (SELECT 1 FROM deleted_documents WHERE document_id = NEW.document_id)
    BEGIN SELECT RAISE(ABORT, 'deleted'); END;

  -- Append-only; each entry's hash covers the one before it in its chain. A chain is a space, a
  -- process, or the server. Ids only: no reference, since the trail outlives what it tells of.
  CREATE TABLE audit (
    chain TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (chain, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX audit_of_person ON audit (chain, act, person_id, at);
  `,
  `
  -- For how many people a link was made; 0 where that was not kept yet.
  ALTER TABLE invitations ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;

  -- Who came in by which link, or asked to.
  CREATE TABLE redemptions (
    space_id TEXT NOT NULL REFERENCES spaces (id),
    invitation_id TEXT NOT NULL REFERENCES invitations (id),
    person_id TEXT NOT NULL REFERENCES persons (id),
    PRIMARY KEY (space_id, invitation_id, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX redemptions_of_person ON redemptions (person_id);

  -- Whom a host has taken out of a space, until a host lets them in again.
  CREATE TABLE removals (
    space_id TEXT NOT NULL REFERENCES spaces (id),
    person_id TEXT NOT NULL REFERENCES persons (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (space_id, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX removals_of_person ON removals (person_id);
  `,
  `
  -- The key of a blind round that is not over, wrapped under one that comes from the server's secret.
  CREATE TABLE round_keys (
    space_id TEXT NOT NULL REFERENCES spaces (id),
    round_id TEXT NOT NULL,
    wrapped TEXT NOT NULL,
    PRIMARY KEY (space_id, round_id)
  ) STRICT, WITHOUT ROWID;

  -- What somebody has given in it, sealed with that key. Assessor and slot name nobody and nothing.
  CREATE TABLE sealed_ratings (
    space_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    assessor TEXT NOT NULL,
    slot TEXT NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (space_id, round_id, slot),
    FOREIGN KEY (space_id, round_id) REFERENCES round_keys (space_id, round_id)
  ) STRICT, WITHOUT ROWID;
  `,
];
