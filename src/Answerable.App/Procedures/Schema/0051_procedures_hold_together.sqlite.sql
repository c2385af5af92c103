-- SQLite adds a foreign key only to a table made anew; made in this order, none is dropped that another refers to (docs/adr/0013).

CREATE TABLE "procedures_procedures_kept" (
    "id" TEXT NOT NULL CONSTRAINT "pk_procedures_procedures" PRIMARY KEY,
    "contact_type" TEXT NOT NULL,
    "demo" INTEGER NOT NULL,
    CONSTRAINT "fk_procedures_procedures_procedures_contact_types_contact_type"
        FOREIGN KEY ("contact_type") REFERENCES "procedures_contact_types" ("id")
);

INSERT INTO "procedures_procedures_kept" ("id", "contact_type", "demo") SELECT "id", "contact_type", "demo" FROM "procedures_procedures";

DROP TABLE "procedures_procedures";
ALTER TABLE "procedures_procedures_kept" RENAME TO "procedures_procedures";

CREATE UNIQUE INDEX "ix_procedures_procedures_contact_type" ON "procedures_procedures" ("contact_type");

CREATE TABLE "procedures_versions_kept" (
    "procedure" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "chart" TEXT NOT NULL,
    "copied_from" INTEGER NULL,
    "drafted_at" INTEGER NOT NULL,
    "drafted_by" TEXT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_procedures_versions" PRIMARY KEY ("procedure", "number"),
    CONSTRAINT "fk_procedures_versions_procedures_procedures_procedure" FOREIGN KEY ("procedure") REFERENCES "procedures_procedures" ("id")
);

INSERT INTO "procedures_versions_kept" ("procedure", "number", "state", "chart", "copied_from", "drafted_at", "drafted_by", "revision")
SELECT "procedure", "number", "state", "chart", "copied_from", "drafted_at", "drafted_by", "revision" FROM "procedures_versions";

DROP TABLE "procedures_versions";
ALTER TABLE "procedures_versions_kept" RENAME TO "procedures_versions";

CREATE INDEX "ix_procedures_versions_state" ON "procedures_versions" ("state");

CREATE TRIGGER procedures_versions_published_stay BEFORE UPDATE OF procedure, number, chart ON procedures_versions WHEN OLD.state >= 4
BEGIN SELECT RAISE(ABORT, 'A published version never changes: draft the next version.'); END;

CREATE TRIGGER procedures_versions_published_for_good BEFORE UPDATE OF state ON procedures_versions WHEN OLD.state >= 4 AND NEW.state < 4
BEGIN SELECT RAISE(ABORT, 'A published version is never a draft again.'); END;

CREATE TRIGGER procedures_versions_never_deleted BEFORE DELETE ON procedures_versions WHEN OLD.state >= 4
BEGIN SELECT RAISE(ABORT, 'A published version is never deleted.'); END;

CREATE TABLE "procedures_publications_kept" (
    "procedure" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "by" TEXT NULL,
    CONSTRAINT "pk_procedures_publications" PRIMARY KEY ("procedure", "version"),
    CONSTRAINT "fk_procedures_publications_procedures_versions_procedure_version"
        FOREIGN KEY ("procedure", "version") REFERENCES "procedures_versions" ("procedure", "number")
);

INSERT INTO "procedures_publications_kept" ("procedure", "version", "effective_from", "at", "by")
SELECT "procedure", "version", "effective_from", "at", "by" FROM "procedures_publications";

DROP TABLE "procedures_publications";
ALTER TABLE "procedures_publications_kept" RENAME TO "procedures_publications";

CREATE INDEX "ix_procedures_publications_procedure_effective_from" ON "procedures_publications" ("procedure", "effective_from");

CREATE TRIGGER procedures_publications_never_updated BEFORE UPDATE ON procedures_publications
BEGIN SELECT RAISE(ABORT, 'A publication is a record: it is never updated.'); END;

CREATE TRIGGER procedures_publications_never_deleted BEFORE DELETE ON procedures_publications
BEGIN SELECT RAISE(ABORT, 'A publication is a record: it is never deleted.'); END;

CREATE TABLE "procedures_edits_kept" (
    "procedure" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "node" TEXT NULL,
    "before" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "by" TEXT NULL,
    CONSTRAINT "pk_procedures_edits" PRIMARY KEY ("procedure", "version", "revision"),
    CONSTRAINT "fk_procedures_edits_procedures_versions_procedure_version"
        FOREIGN KEY ("procedure", "version") REFERENCES "procedures_versions" ("procedure", "number")
);

INSERT INTO "procedures_edits_kept" ("procedure", "version", "revision", "what", "node", "before", "at", "by")
SELECT "procedure", "version", "revision", "what", "node", "before", "at", "by" FROM "procedures_edits";

DROP TABLE "procedures_edits";
ALTER TABLE "procedures_edits_kept" RENAME TO "procedures_edits";
