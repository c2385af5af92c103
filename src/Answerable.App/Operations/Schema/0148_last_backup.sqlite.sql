-- When a backup was last written.
CREATE TABLE "operations_last_backup" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_operations_last_backup" PRIMARY KEY,
    "at" INTEGER NOT NULL
);
