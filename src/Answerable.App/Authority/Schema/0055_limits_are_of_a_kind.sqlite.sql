-- SQLite adds a foreign key only to a table made anew; made in this order, none is dropped that another refers to (docs/adr/0013).

CREATE TABLE "authority_limits_kept" (
    "id" TEXT NOT NULL CONSTRAINT "pk_authority_limits" PRIMARY KEY,
    "decision_kind" TEXT NOT NULL,
    "role" INTEGER NULL,
    "person" TEXT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NULL,
    "per_contact_pence" INTEGER NULL,
    "per_case_pence" INTEGER NULL,
    "per_customer_pence" INTEGER NULL,
    "per_customer_days" INTEGER NULL,
    "set_by" TEXT NULL,
    "set_at" INTEGER NOT NULL,
    CONSTRAINT "fk_authority_limits_authority_kinds_decision_kind" FOREIGN KEY ("decision_kind") REFERENCES "authority_kinds" ("code")
);

INSERT INTO "authority_limits_kept" (
    "id", "decision_kind", "role", "person", "from", "to",
    "per_contact_pence", "per_case_pence", "per_customer_pence", "per_customer_days", "set_by", "set_at")
SELECT
    "id", "decision_kind", "role", "person", "from", "to",
    "per_contact_pence", "per_case_pence", "per_customer_pence", "per_customer_days", "set_by", "set_at"
FROM "authority_limits";

DROP TABLE "authority_limits";
ALTER TABLE "authority_limits_kept" RENAME TO "authority_limits";

CREATE INDEX "ix_authority_limits_decision_kind_from" ON "authority_limits" ("decision_kind", "from");
