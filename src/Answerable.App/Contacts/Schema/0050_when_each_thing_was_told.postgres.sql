ALTER TABLE journal_contacts ADD COLUMN told text NULL;
