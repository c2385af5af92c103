CREATE TRIGGER procedures_versions_published_stay BEFORE UPDATE OF procedure, number, chart ON procedures_versions WHEN OLD.state >= 4
BEGIN SELECT RAISE(ABORT, 'A published version never changes: draft the next version.'); END;

CREATE TRIGGER procedures_versions_published_for_good BEFORE UPDATE OF state ON procedures_versions WHEN OLD.state >= 4 AND NEW.state < 4
BEGIN SELECT RAISE(ABORT, 'A published version is never a draft again.'); END;

CREATE TRIGGER procedures_versions_never_deleted BEFORE DELETE ON procedures_versions WHEN OLD.state >= 4
BEGIN SELECT RAISE(ABORT, 'A published version is never deleted.'); END;

CREATE TRIGGER procedures_publications_never_updated BEFORE UPDATE ON procedures_publications
BEGIN SELECT RAISE(ABORT, 'A publication is a record: it is never updated.'); END;

CREATE TRIGGER procedures_publications_never_deleted BEFORE DELETE ON procedures_publications
BEGIN SELECT RAISE(ABORT, 'A publication is a record: it is never deleted.'); END;
