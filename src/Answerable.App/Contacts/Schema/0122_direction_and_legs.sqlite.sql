-- Who began a contact, and the stretches of its way where its source records each apart.
ALTER TABLE "journal_contacts" ADD COLUMN "direction" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "journal_contacts" ADD COLUMN "legs" TEXT NULL;
