-- Whither the journal's head is sent each day, and what came of it.
CREATE TABLE "journal_anchoring" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_journal_anchoring" PRIMARY KEY,
    "folder" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "mail_to" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
);

CREATE TABLE "journal_anchor_sendings" (
    "day" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "tried_at" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "reason" TEXT NULL,
    CONSTRAINT "pk_journal_anchor_sendings" PRIMARY KEY ("day", "place")
);

INSERT INTO journal_anchoring (id, folder, url, mail_to, revision) VALUES (1, '', '', '', 1);
