-- Passkeys: the public half of each, by which its answers are checked.
CREATE TABLE "people_passkeys" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_passkeys" PRIMARY KEY,
    "credential" BLOB NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL,
    "used_at" INTEGER NULL,
    "sign_count" INTEGER NOT NULL,
    "backup_eligible" INTEGER NOT NULL,
    "backed_up" INTEGER NOT NULL,
    CONSTRAINT "fk_people_passkeys_people_people_person" FOREIGN KEY ("person") REFERENCES "people_people" ("id")
);

CREATE UNIQUE INDEX "ix_people_passkeys_credential" ON "people_passkeys" ("credential");

CREATE INDEX "ix_people_passkeys_person" ON "people_passkeys" ("person");
