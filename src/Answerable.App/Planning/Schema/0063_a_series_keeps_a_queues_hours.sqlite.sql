-- Whose opening hours a series keeps; those loaded before keep the hours of all, as they did.
ALTER TABLE "planning_series" ADD COLUMN "queue" TEXT NULL;
