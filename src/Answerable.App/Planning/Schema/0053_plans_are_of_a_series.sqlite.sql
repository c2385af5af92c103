-- SQLite adds a foreign key only to a table made anew; made in this order, none is dropped that another refers to (docs/adr/0013).

CREATE TABLE "planning_scenarios_kept" (
    "id" TEXT NOT NULL CONSTRAINT "pk_planning_scenarios" PRIMARY KEY,
    "series" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "knobs" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    CONSTRAINT "fk_planning_scenarios_planning_series_series" FOREIGN KEY ("series") REFERENCES "planning_series" ("id")
);

INSERT INTO "planning_scenarios_kept" ("id", "series", "name", "sort_name", "knobs", "saved_by", "saved_at")
SELECT "id", "series", "name", "sort_name", "knobs", "saved_by", "saved_at" FROM "planning_scenarios";

DROP TABLE "planning_scenarios";
ALTER TABLE "planning_scenarios_kept" RENAME TO "planning_scenarios";

CREATE INDEX "ix_planning_scenarios_series" ON "planning_scenarios" ("series");

CREATE UNIQUE INDEX "ix_planning_scenarios_sort_name" ON "planning_scenarios" ("sort_name");

CREATE TABLE "planning_rehearsals_kept" (
    "id" TEXT NOT NULL CONSTRAINT "pk_planning_rehearsals" PRIMARY KEY,
    "series" TEXT NOT NULL,
    "knobs" TEXT NOT NULL,
    "replications" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_planning_rehearsals_planning_series_series" FOREIGN KEY ("series") REFERENCES "planning_series" ("id")
);

INSERT INTO "planning_rehearsals_kept" ("id", "series", "knobs", "replications", "result", "by", "at")
SELECT "id", "series", "knobs", "replications", "result", "by", "at" FROM "planning_rehearsals";

DROP TABLE "planning_rehearsals";
ALTER TABLE "planning_rehearsals_kept" RENAME TO "planning_rehearsals";

CREATE INDEX "ix_planning_rehearsals_series_knobs_at" ON "planning_rehearsals" ("series", "knobs", "at");
