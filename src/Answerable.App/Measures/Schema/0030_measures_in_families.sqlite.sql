-- Measures are kept by family, and each quarter-hour says what it holds. Those of contacts (family 1) stay readable in their old form until
-- they have been added up again: they say that they hold form 1, which has them marked at the next start.
CREATE TABLE "measures_quarters_by_family" (
    "family" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "as_of" INTEGER NOT NULL,
    "holds" TEXT NOT NULL,
    "cells" BLOB NOT NULL,
    "linked" BLOB NOT NULL,
    CONSTRAINT "pk_measures_quarters" PRIMARY KEY ("family", "quarter")
);

INSERT INTO "measures_quarters_by_family" ("family", "quarter", "revision", "as_of", "holds", "cells", "linked")
SELECT 1, "quarter", "revision", "as_of", '1', "cells", "linked" FROM "measures_quarters";

DROP TABLE "measures_quarters";

ALTER TABLE "measures_quarters_by_family" RENAME TO "measures_quarters";

CREATE INDEX "ix_measures_quarters_family_revision" ON "measures_quarters" ("family", "revision");

CREATE INDEX "ix_measures_quarters_family_holds" ON "measures_quarters" ("family", "holds");

CREATE TABLE "measures_dirty_by_family" (
    "family" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "mark" INTEGER NOT NULL,
    CONSTRAINT "pk_measures_dirty" PRIMARY KEY ("family", "quarter")
);

INSERT INTO "measures_dirty_by_family" ("family", "quarter", "mark") SELECT 1, "quarter", "mark" FROM "measures_dirty";

DROP TABLE "measures_dirty";

ALTER TABLE "measures_dirty_by_family" RENAME TO "measures_dirty";

CREATE TABLE "measures_follows" (
    "family" INTEGER NOT NULL CONSTRAINT "pk_measures_follows" PRIMARY KEY,
    "number" INTEGER NOT NULL
);
