INSERT INTO journal_head (id, number, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'The journal is append-only: a line is never updated or deleted.'; END $$;

CREATE TRIGGER journal_entries_never_changed BEFORE UPDATE OR DELETE ON journal_entries
FOR EACH ROW EXECUTE FUNCTION journal_refuse();

CREATE TRIGGER journal_entries_never_emptied BEFORE TRUNCATE ON journal_entries
FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

CREATE TRIGGER journal_head_never_deleted BEFORE DELETE ON journal_head
FOR EACH ROW EXECUTE FUNCTION journal_refuse();

CREATE TRIGGER journal_head_only_forward BEFORE UPDATE ON journal_head
FOR EACH ROW WHEN (NEW.number <= OLD.number) EXECUTE FUNCTION journal_refuse();

REVOKE UPDATE, DELETE, TRUNCATE ON journal_entries FROM PUBLIC;

INSERT INTO journal_secret (id, secret)
VALUES (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
