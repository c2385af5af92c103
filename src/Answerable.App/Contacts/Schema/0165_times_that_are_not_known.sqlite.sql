-- Which of a contact's times are not known: 1 wait, 2 talk, 4 hold, 8 after-contact work. What it took to handle it is then not known either, but
-- where nobody told the end of the work: there it is what went before.
ALTER TABLE "journal_contacts" ADD COLUMN "unknown" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "journal_contacts" ADD COLUMN "handled_ms" INTEGER NULL;
UPDATE "journal_contacts" SET "handled_ms" = "handle_ms" WHERE "answered_at" IS NULL OR "ended_at" IS NULL OR "ended_at" >= "answered_at";
ALTER TABLE "journal_contacts" DROP COLUMN "handle_ms";
ALTER TABLE "journal_contacts" RENAME COLUMN "handled_ms" TO "handle_ms";
UPDATE "journal_contacts" SET "unknown" = "unknown" | 1 WHERE "wait_ms" IS NULL;
UPDATE "journal_contacts" SET "unknown" = "unknown" | 2 WHERE "handle_ms" IS NULL;
UPDATE "journal_contacts" SET "unknown" = "unknown" | 8 WHERE "told" LIKE '%n0 %';
