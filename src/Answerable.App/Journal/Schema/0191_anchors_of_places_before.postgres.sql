-- Whether an anchor went to a place that is not set any more, and by which letter one goes by mail.
ALTER TABLE journal_anchor_sendings ADD COLUMN former boolean NOT NULL DEFAULT FALSE;
ALTER TABLE journal_anchor_sendings ADD COLUMN letter uuid;
