ALTER TABLE "import_files" ADD COLUMN "remarks_before" INTEGER NOT NULL DEFAULT 0;
