-- SQLite adds a foreign key only to a table made anew; made in this order, none is dropped that another refers to (docs/adr/0013).

CREATE TABLE "import_remarks_kept" (
    "import" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_import_remarks" PRIMARY KEY ("import", "number"),
    CONSTRAINT "fk_import_remarks_import_files_import" FOREIGN KEY ("import") REFERENCES "import_files" ("id")
);

INSERT INTO "import_remarks_kept" ("import", "number", "kind", "line", "reason", "text")
SELECT "import", "number", "kind", "line", "reason", "text" FROM "import_remarks";

DROP TABLE "import_remarks";
ALTER TABLE "import_remarks_kept" RENAME TO "import_remarks";

CREATE INDEX "ix_import_remarks_import_kind_number" ON "import_remarks" ("import", "kind", "number");
