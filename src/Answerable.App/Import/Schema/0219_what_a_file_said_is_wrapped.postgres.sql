-- Of a file that was put away nothing is kept; what is kept of others is wrapped as the database is opened.
UPDATE import_files SET mapping = NULL, findings = '', failure = NULL WHERE state = 8;
-- That a column's type is told again throws away the samples that the server's statistics have of it.
ALTER TABLE import_files ALTER COLUMN mapping SET STATISTICS 0;
ALTER TABLE import_files ALTER COLUMN findings SET STATISTICS 0;
ALTER TABLE import_remarks ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE import_mappings ALTER COLUMN mapping SET STATISTICS 0;
ALTER TABLE import_files ALTER COLUMN mapping TYPE text;
ALTER TABLE import_files ALTER COLUMN findings TYPE text;
ALTER TABLE import_remarks ALTER COLUMN reason TYPE text;
ALTER TABLE import_mappings ALTER COLUMN mapping TYPE text;
