ALTER TABLE import_files ADD COLUMN put_away_by text NULL;
ALTER TABLE import_files ADD COLUMN put_away_why text NULL;
ALTER TABLE import_files ADD COLUMN rows_left bigint NULL;
