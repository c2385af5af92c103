-- Of a file that was put away nothing is kept; what is kept of others is wrapped as the database is opened.
UPDATE import_files SET mapping = NULL, findings = '', failure = NULL WHERE state = 8;
