-- Where the server that was started last is known, for links that the command line makes.
ALTER TABLE "centre_settings" ADD COLUMN "address" TEXT NULL;
