-- Since when a round is under way: one that takes long is not late.
ALTER TABLE "work_rounds" ADD COLUMN "begun_at" INTEGER NULL;
