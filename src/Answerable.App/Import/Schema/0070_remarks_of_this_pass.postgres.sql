ALTER TABLE import_files ADD COLUMN remarks_before bigint NOT NULL DEFAULT 0;
