-- What was invented is known from the journal, whose first word of it is the demo's: a mark on each row said it a second time (docs/adr/0014).
ALTER TABLE "procedures_contact_types" DROP COLUMN "demo";
ALTER TABLE "procedures_procedures" DROP COLUMN "demo";
