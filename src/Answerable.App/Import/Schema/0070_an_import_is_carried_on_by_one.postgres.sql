ALTER TABLE import_files ADD COLUMN remarks_before bigint NOT NULL DEFAULT 0;
ALTER TABLE import_files ADD COLUMN held_by uuid NULL;
ALTER TABLE import_files ADD COLUMN held_until bigint NULL;
