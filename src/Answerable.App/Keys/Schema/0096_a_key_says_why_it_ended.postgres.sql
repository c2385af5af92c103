-- Why a key was revoked stands beside it: one that ended with its person says so.
ALTER TABLE keys_keys ADD COLUMN revoked_why text NULL;
