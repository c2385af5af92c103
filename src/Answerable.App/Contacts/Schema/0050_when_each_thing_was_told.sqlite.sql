ALTER TABLE journal_contacts ADD COLUMN "told" TEXT NULL;
