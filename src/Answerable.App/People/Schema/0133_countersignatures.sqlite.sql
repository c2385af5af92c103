-- What one alone may not do, and who is to say yes to it beside them.
CREATE TABLE "people_countersignatures" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_countersignatures" PRIMARY KEY,
    "what" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "settled_by" TEXT NULL,
    "settled_at" INTEGER NULL,
    "given" INTEGER NOT NULL,
    CONSTRAINT "fk_people_countersignatures_people_people_asked_by" FOREIGN KEY ("asked_by") REFERENCES "people_people" ("id")
);

CREATE INDEX "ix_people_countersignatures_asked_by" ON "people_countersignatures" ("asked_by");

CREATE INDEX "ix_people_countersignatures_settled_at" ON "people_countersignatures" ("settled_at");
