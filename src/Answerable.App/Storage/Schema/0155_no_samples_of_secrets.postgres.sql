-- The server's statistics keep samples of a column's values in a table of their own, where no erasure reaches: of secrets it takes none.
-- That a column's type is told again throws away the samples that were taken.
ALTER TABLE storage_chain_key ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE storage_keys ALTER COLUMN xml SET STATISTICS 0;
ALTER TABLE people_user_tokens ALTER COLUMN value SET STATISTICS 0;
ALTER TABLE journal_personal_keys ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE journal_personal ALTER COLUMN sealed SET STATISTICS 0;
ALTER TABLE journal_secret ALTER COLUMN secret SET STATISTICS 0;
ALTER TABLE journal_customers ALTER COLUMN lookup SET STATISTICS 0;
ALTER TABLE import_remarks ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE import_files ALTER COLUMN file_key SET STATISTICS 0;
DO $$ DECLARE secret record; BEGIN
  FOR secret IN SELECT attrelid::regclass AS place, attname, format_type(atttypid, atttypmod) AS kind
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid AND relkind = 'r' AND relnamespace = current_schema()::regnamespace
    WHERE attstattarget = 0 AND attnum > 0 AND NOT attisdropped
  LOOP EXECUTE format('ALTER TABLE %s ALTER COLUMN %I TYPE %s', secret.place, secret.attname, secret.kind); END LOOP;
END $$;
