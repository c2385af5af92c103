-- How long after its end a contact is closed whose after-contact work nobody told the end of; empty for the usual time.
ALTER TABLE "centre_settings" ADD COLUMN "after_contact_minutes" INTEGER NULL;
