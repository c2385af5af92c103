CREATE TABLE "work_outbox" (
    "id" TEXT NOT NULL CONSTRAINT "pk_work_outbox" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NULL,
    "doing" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "node" TEXT NULL,
    "lease_until" INTEGER NULL,
    "stop_asked" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "reason" TEXT NULL
);

CREATE UNIQUE INDEX "ix_work_outbox_key" ON "work_outbox" ("key");

CREATE INDEX "ix_work_outbox_state_due_at" ON "work_outbox" ("state", "due_at");
