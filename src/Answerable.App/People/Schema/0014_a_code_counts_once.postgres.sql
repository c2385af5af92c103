-- The half minute of the last code of the second factor that was used: neither it nor one before it is taken again.
ALTER TABLE people_users ADD COLUMN last_code_step bigint NULL;
