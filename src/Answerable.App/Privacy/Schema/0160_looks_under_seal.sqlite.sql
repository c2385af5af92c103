-- Each look under a seal, and how many there are: what an earlier version took down stays without.
ALTER TABLE "privacy_looks" ADD COLUMN "seal" BLOB NULL;

CREATE TABLE "privacy_looks_total" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_privacy_looks_total" PRIMARY KEY,
    "looks" INTEGER NOT NULL,
    "seal" BLOB NOT NULL,
    "since" INTEGER NOT NULL,
    "sum" BLOB NOT NULL,
    "taken" INTEGER NOT NULL
);
