-- Whoever appends has just asked whether the source and key are there: to ask again for each line cost a twentieth of the append. What our own
-- connections replace asks the triggers of deletion now (SqlitePragmas); a line that something else puts in another's place is found by verify.
DROP TRIGGER journal_entries_never_replaced;
CREATE TRIGGER journal_entries_never_replaced BEFORE INSERT ON journal_entries
WHEN EXISTS (SELECT 1 FROM journal_entries WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
