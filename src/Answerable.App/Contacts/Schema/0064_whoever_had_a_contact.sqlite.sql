-- A contact one has had stays one's own to look at (docs/adr/0015): who answered is looked for by who acts, among these few lines alone.
CREATE INDEX "ix_journal_entries_actor" ON "journal_entries" ("actor") WHERE name = 'contact.answered';
