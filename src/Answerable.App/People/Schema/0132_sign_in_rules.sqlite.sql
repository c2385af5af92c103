-- How long a session goes on untouched, and of which roles a second factor is demanded. Four hours: who waits for calls at a quiet desk is there.
CREATE TABLE "people_sign_in_rules" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_people_sign_in_rules" PRIMARY KEY,
    "idle_minutes" INTEGER NOT NULL,
    "second_factor" TEXT NOT NULL,
    "revision" INTEGER NOT NULL
);

INSERT INTO "people_sign_in_rules" ("id", "idle_minutes", "second_factor", "revision") VALUES (1, 240, '', 1);
