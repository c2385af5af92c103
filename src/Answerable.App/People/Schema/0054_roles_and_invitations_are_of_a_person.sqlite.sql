-- SQLite adds a foreign key only to a table made anew; made in this order, none is dropped that another refers to (docs/adr/0013).

CREATE TABLE "people_people_kept" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_people" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "team" TEXT NULL,
    "deactivated_at" INTEGER NULL,
    "deactivated_by" TEXT NULL,
    "demo" INTEGER NOT NULL,
    CONSTRAINT "fk_people_people_people_teams_team" FOREIGN KEY ("team") REFERENCES "people_teams" ("id")
);

INSERT INTO "people_people_kept" ("id", "name", "sort_name", "team", "deactivated_at", "deactivated_by", "demo")
SELECT "id", "name", "sort_name", "team", "deactivated_at", "deactivated_by", "demo" FROM "people_people";

DROP TABLE "people_people";
ALTER TABLE "people_people_kept" RENAME TO "people_people";

CREATE INDEX "ix_people_people_sort_name" ON "people_people" ("sort_name");

CREATE INDEX "ix_people_people_team" ON "people_people" ("team");

CREATE TABLE "people_held_roles_kept" (
    "person" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    CONSTRAINT "pk_people_held_roles" PRIMARY KEY ("person", "role"),
    CONSTRAINT "fk_people_held_roles_people_people_person" FOREIGN KEY ("person") REFERENCES "people_people" ("id")
);

INSERT INTO "people_held_roles_kept" ("person", "role") SELECT "person", "role" FROM "people_held_roles";

DROP TABLE "people_held_roles";
ALTER TABLE "people_held_roles_kept" RENAME TO "people_held_roles";

CREATE INDEX "ix_people_held_roles_role" ON "people_held_roles" ("role");

CREATE TABLE "people_invitations_kept" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_invitations" PRIMARY KEY,
    "person" TEXT NOT NULL,
    "token_hash" BLOB NOT NULL,
    "invited_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "accepted_at" INTEGER NULL,
    CONSTRAINT "fk_people_invitations_people_people_person" FOREIGN KEY ("person") REFERENCES "people_people" ("id")
);

INSERT INTO "people_invitations_kept" ("id", "person", "token_hash", "invited_at", "expires_at", "accepted_at")
SELECT "id", "person", "token_hash", "invited_at", "expires_at", "accepted_at" FROM "people_invitations";

DROP TABLE "people_invitations";
ALTER TABLE "people_invitations_kept" RENAME TO "people_invitations";

CREATE INDEX "ix_people_invitations_person" ON "people_invitations" ("person");

CREATE UNIQUE INDEX "ix_people_invitations_token_hash" ON "people_invitations" ("token_hash");
