-- Why a second person is asked, for them to read.
ALTER TABLE "people_countersignatures" ADD COLUMN "why" TEXT NOT NULL DEFAULT '';
