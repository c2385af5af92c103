-- Wrong tries are counted by account, browser and network address, for accounts there are and for those there are not: nothing tells them apart.
CREATE TABLE "people_wrong_tries" (
    "key" TEXT NOT NULL CONSTRAINT "pk_people_wrong_tries" PRIMARY KEY,
    "person" TEXT NULL,
    "tries" INTEGER NOT NULL,
    "first_at" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    "until" INTEGER NULL
);

CREATE INDEX "ix_people_wrong_tries_last_at" ON "people_wrong_tries" ("last_at");

CREATE INDEX "ix_people_wrong_tries_person" ON "people_wrong_tries" ("person");
