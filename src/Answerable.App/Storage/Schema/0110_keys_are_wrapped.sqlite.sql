-- The keys of the database are wrapped by one that is kept outside it (docs/adr/0020). The key of the chain says from which line on it counts.
CREATE TABLE "storage_chain_key" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_storage_chain_key" PRIMARY KEY,
    "first" INTEGER NOT NULL,
    "before" BLOB NOT NULL,
    "key" BLOB NOT NULL
);

CREATE TRIGGER storage_chain_key_never_changed BEFORE UPDATE OF id, first, before ON storage_chain_key
BEGIN SELECT RAISE(ABORT, 'where the journal''s chain is keyed from is never moved'); END;

CREATE TRIGGER storage_chain_key_never_deleted BEFORE DELETE ON storage_chain_key
BEGIN SELECT RAISE(ABORT, 'the key of the journal''s chain is never deleted'); END;

-- That the chain ends here, said under its key.
ALTER TABLE journal_head ADD COLUMN "seal" BLOB NULL;

-- INSERT OR REPLACE deletes what it replaces without asking the triggers of deletion.
CREATE TRIGGER journal_entries_never_replaced BEFORE INSERT ON journal_entries
WHEN EXISTS (SELECT 1 FROM journal_entries WHERE number = NEW.number)
    OR EXISTS (SELECT 1 FROM journal_entries WHERE source = NEW.source AND source_key = NEW.source_key)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_head_never_replaced BEFORE INSERT ON journal_head
WHEN EXISTS (SELECT 1 FROM journal_head WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER storage_chain_key_never_replaced BEFORE INSERT ON storage_chain_key
WHEN EXISTS (SELECT 1 FROM storage_chain_key WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the key of the journal''s chain is never deleted'); END;
