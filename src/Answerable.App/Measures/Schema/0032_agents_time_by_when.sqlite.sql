-- Agents' time is added up by quarter-hour: what agents said they were doing is looked for by when, no more by its line.
DROP INDEX "ix_journal_entries_number";

CREATE INDEX "ix_journal_entries_at" ON "journal_entries" ("at") WHERE name = 'person.presence-changed';
