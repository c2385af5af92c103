INSERT INTO journal_head (id, number, hash) VALUES (1, 0, zeroblob(32));

CREATE TRIGGER journal_entries_never_updated BEFORE UPDATE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: a line is never updated.'); END;

CREATE TRIGGER journal_entries_never_deleted BEFORE DELETE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: a line is never deleted.'); END;

CREATE TRIGGER journal_head_never_deleted BEFORE DELETE ON journal_head
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: its head is never deleted.'); END;

CREATE TRIGGER journal_head_only_forward BEFORE UPDATE ON journal_head WHEN NEW.number <= OLD.number
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: its head only moves forward.'); END;

INSERT INTO journal_secret (id, secret) VALUES (1, randomblob(32));
