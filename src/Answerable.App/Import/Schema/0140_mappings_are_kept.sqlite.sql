CREATE TABLE "import_mappings" (
    "name" TEXT NOT NULL CONSTRAINT "pk_import_mappings" PRIMARY KEY,
    "headings" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL
);
CREATE INDEX "ix_import_mappings_headings" ON "import_mappings" ("headings");
