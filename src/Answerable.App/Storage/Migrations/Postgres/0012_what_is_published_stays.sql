CREATE FUNCTION procedures_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'What is published stays as it is: draft the next version.'; END $$;

CREATE TRIGGER procedures_versions_published_stay BEFORE UPDATE OF procedure, number, chart ON procedures_versions
FOR EACH ROW WHEN (OLD.state >= 4) EXECUTE FUNCTION procedures_refuse();

CREATE TRIGGER procedures_versions_published_for_good BEFORE UPDATE OF state ON procedures_versions
FOR EACH ROW WHEN (OLD.state >= 4 AND NEW.state < 4) EXECUTE FUNCTION procedures_refuse();

CREATE TRIGGER procedures_versions_never_deleted BEFORE DELETE ON procedures_versions
FOR EACH ROW WHEN (OLD.state >= 4) EXECUTE FUNCTION procedures_refuse();

CREATE TRIGGER procedures_publications_never_changed BEFORE UPDATE OR DELETE ON procedures_publications
FOR EACH ROW EXECUTE FUNCTION procedures_refuse();
