ALTER TABLE import_files ADD COLUMN replaced bigint NOT NULL DEFAULT 0;
