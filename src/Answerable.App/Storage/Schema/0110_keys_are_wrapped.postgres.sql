-- The keys of the database are wrapped by one that is kept outside it (docs/adr/0020). The key of the chain says from which line on it counts.
CREATE TABLE storage_chain_key (
    id integer NOT NULL,
    first bigint NOT NULL,
    before bytea NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT pk_storage_chain_key PRIMARY KEY (id)
);

CREATE TRIGGER storage_chain_key_never_changed BEFORE UPDATE OF id, first, before ON storage_chain_key
FOR EACH ROW EXECUTE FUNCTION journal_refuse();

CREATE TRIGGER storage_chain_key_never_deleted BEFORE DELETE ON storage_chain_key
FOR EACH ROW EXECUTE FUNCTION journal_refuse();

-- That the chain ends here, said under its key.
ALTER TABLE journal_head ADD COLUMN seal bytea NULL;
