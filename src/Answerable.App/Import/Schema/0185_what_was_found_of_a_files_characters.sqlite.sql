ALTER TABLE "import_files" ADD COLUMN "doubt" TEXT NULL;
