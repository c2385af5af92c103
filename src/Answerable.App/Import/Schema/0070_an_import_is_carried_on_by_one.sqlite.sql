ALTER TABLE "import_files" ADD COLUMN "remarks_before" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "import_files" ADD COLUMN "held_by" TEXT NULL;
ALTER TABLE "import_files" ADD COLUMN "held_until" INTEGER NULL;
