ALTER TABLE import_files ADD COLUMN by_server boolean NOT NULL DEFAULT FALSE;
