-- A session that was signed out stands no more, whoever kept a copy of its cookie; the row goes once every such cookie has lapsed.
CREATE TABLE "people_ended_sessions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_ended_sessions" PRIMARY KEY,
    "ended_at" INTEGER NOT NULL
);

CREATE INDEX "ix_people_ended_sessions_ended_at" ON "people_ended_sessions" ("ended_at");
