-- A person, what they sign in with and what they are doing now become rows of their own: each is written by whoever it belongs to.
CREATE TABLE "people_people" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_people" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "team" TEXT NULL,
    "deactivated_at" INTEGER NULL,
    "deactivated_by" TEXT NULL,
    "demo" INTEGER NOT NULL
);

-- Who deactivated a person stands in the journal.
INSERT INTO "people_people" ("id", "name", "sort_name", "team", "deactivated_at", "deactivated_by", "demo")
SELECT u."id", u."display_name", u."sort_name", u."team_id", u."deactivated_at",
    CASE WHEN u."deactivated_at" IS NULL THEN NULL ELSE (
        SELECT e."actor" FROM "journal_entries" e WHERE e."subject" = u."id" AND e."name" = 'person.deactivated'
        ORDER BY e."number" DESC LIMIT 1) END,
    u."demo"
FROM "people_users" u;

CREATE INDEX "ix_people_people_sort_name" ON "people_people" ("sort_name");

CREATE INDEX "ix_people_people_team" ON "people_people" ("team");

CREATE TABLE "people_held_roles" (
    "person" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    CONSTRAINT "pk_people_held_roles" PRIMARY KEY ("person", "role")
);

INSERT INTO "people_held_roles" ("person", "role")
SELECT h."user_id", CASE r."name"
    WHEN 'Agent' THEN 1 WHEN 'SeniorAgent' THEN 2 WHEN 'TeamLeader' THEN 3 WHEN 'Manager' THEN 4 WHEN 'Designer' THEN 11
    WHEN 'Compliance' THEN 12 WHEN 'Planner' THEN 13 WHEN 'Assessor' THEN 14 WHEN 'Verifier' THEN 15 WHEN 'Administrator' THEN 21 END
FROM "people_user_roles" h JOIN "people_roles" r ON r."id" = h."role_id"
WHERE r."name" IN ('Agent', 'SeniorAgent', 'TeamLeader', 'Manager', 'Designer', 'Compliance', 'Planner', 'Assessor', 'Verifier', 'Administrator');

CREATE INDEX "ix_people_held_roles_role" ON "people_held_roles" ("role");

CREATE TABLE "conduct_presences" (
    "person" TEXT NOT NULL CONSTRAINT "pk_conduct_presences" PRIMARY KEY,
    "presence" INTEGER NOT NULL,
    "since" INTEGER NULL
);

INSERT INTO "conduct_presences" ("person", "presence", "since")
SELECT "id", "presence", "presence_since" FROM "people_users" WHERE "presence" <> 0 OR "presence_since" IS NOT NULL;

CREATE INDEX "ix_conduct_presences_presence" ON "conduct_presences" ("presence");

CREATE TABLE "conduct_attendance" (
    "person" TEXT NOT NULL CONSTRAINT "pk_conduct_attendance" PRIMARY KEY,
    "seen_at" INTEGER NOT NULL
);

DROP TABLE "people_user_roles";
DROP TABLE "people_role_claims";
DROP TABLE "people_roles";

ALTER TABLE "people_users" DROP COLUMN "display_name";
ALTER TABLE "people_users" DROP COLUMN "sort_name";
ALTER TABLE "people_users" DROP COLUMN "team_id";
ALTER TABLE "people_users" DROP COLUMN "presence";
ALTER TABLE "people_users" DROP COLUMN "presence_since";
ALTER TABLE "people_users" DROP COLUMN "deactivated_at";
ALTER TABLE "people_users" DROP COLUMN "demo";
