-- Who was invented is known from the journal, whose first word of them is the demo's: a mark on each row said it a second time (docs/adr/0014).
ALTER TABLE "people_people" DROP COLUMN "demo";
ALTER TABLE "people_teams" DROP COLUMN "demo";
