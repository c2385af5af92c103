-- Who looked at customers' data: numbers only, no words. Two years, unless the centre says otherwise.
CREATE TABLE "privacy_looks" (
    "id" TEXT NOT NULL CONSTRAINT "pk_privacy_looks" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "person" TEXT NULL,
    "hand" TEXT NULL,
    "sight" INTEGER NOT NULL,
    "subject" TEXT NULL,
    "page" TEXT NULL
);

CREATE INDEX "ix_privacy_looks_at" ON "privacy_looks" ("at");

CREATE INDEX "ix_privacy_looks_person_at" ON "privacy_looks" ("person", "at");

CREATE INDEX "ix_privacy_looks_subject_at" ON "privacy_looks" ("subject", "at");

CREATE TABLE "privacy_look_rules" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_privacy_look_rules" PRIMARY KEY,
    "days" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL
);

INSERT INTO "privacy_look_rules" ("id", "days", "revision") VALUES (1, 730, 1);
