-- The centre's own settings. What stood in the program until now becomes its row: by it an existing centre reads as it did.
CREATE TABLE "centre_settings" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_centre_settings" PRIMARY KEY,
    "currency" TEXT NOT NULL,
    "currency_held_at" INTEGER NULL,
    "demo" INTEGER NOT NULL,
    "holidays" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "zone" TEXT NOT NULL
);
INSERT INTO "centre_settings" ("id", "currency", "currency_held_at", "demo", "holidays", "hours", "name", "revision", "zone")
VALUES (1, 'GBP', (SELECT MIN("set_at") FROM "authority_limits"), EXISTS (SELECT 1 FROM "journal_entries" WHERE "source" = 'demo'),
    'england-and-wales', '{"weeks":[],"special":[]}', 'Contact centre', 1, 'Europe/London');
