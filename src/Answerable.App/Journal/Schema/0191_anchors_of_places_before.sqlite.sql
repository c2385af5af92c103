-- Whether an anchor went to a place that is not set any more, and by which letter one goes by mail.
ALTER TABLE "journal_anchor_sendings" ADD COLUMN "former" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "journal_anchor_sendings" ADD COLUMN "letter" TEXT NULL;
