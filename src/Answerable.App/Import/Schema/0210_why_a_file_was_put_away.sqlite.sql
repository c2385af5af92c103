ALTER TABLE "import_files" ADD COLUMN "put_away_by" TEXT NULL;
ALTER TABLE "import_files" ADD COLUMN "put_away_why" TEXT NULL;
ALTER TABLE "import_files" ADD COLUMN "rows_left" INTEGER NULL;
