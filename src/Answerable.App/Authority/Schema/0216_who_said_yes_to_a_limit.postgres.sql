-- Who said yes to a limit that whoever set it might not set alone.
ALTER TABLE "authority_limits" ADD COLUMN "set_with" uuid NULL;
