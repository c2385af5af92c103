-- A hold is kept by when it began and ended, as told, so that it lies within the conversation in whatever order it is told; a sum stays only where
-- nothing else was recorded. One still open when this runs is kept as a hold that began so as to come to the same sum.
ALTER TABLE journal_contacts ADD COLUMN holds text NULL;
UPDATE journal_contacts SET holds = 'h' || (-hold_balance_ms / open_holds)::text || ' ', hold_balance_ms = 0 WHERE open_holds > 0;
UPDATE journal_contacts SET hold_balance_ms = 0 WHERE open_holds < 0 OR hold_balance_ms < 0;
UPDATE journal_contacts SET handle_ms = closed_at - answered_at WHERE open_holds <> 0 AND closed_at >= answered_at;
ALTER TABLE journal_contacts DROP COLUMN open_holds;
ALTER TABLE journal_contacts RENAME COLUMN hold_balance_ms TO hold_recorded_ms;

-- What ended unanswered was left by its customer, and waits no more; a wait of which nothing says when it began is not known.
ALTER TABLE journal_contacts ALTER COLUMN wait_ms DROP NOT NULL;
UPDATE journal_contacts SET state = 4, wait_ms = GREATEST(0, ended_at - CASE WHEN queued_at <= ended_at THEN queued_at ELSE arrived_at END)
WHERE NOT excluded AND answered_at IS NULL AND abandoned_at IS NULL AND ended_at IS NOT NULL;
UPDATE journal_contacts SET wait_ms = NULL
WHERE told IS NOT NULL AND told NOT LIKE 'a%' AND COALESCE(answered_at, abandoned_at, ended_at) IS NOT NULL
    AND (queued_at IS NULL OR queued_at > COALESCE(answered_at, abandoned_at, ended_at));
