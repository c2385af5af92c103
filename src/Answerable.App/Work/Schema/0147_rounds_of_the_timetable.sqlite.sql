-- When each round of the timetable was last gone, and when and by what it last failed.
CREATE TABLE "work_rounds" (
    "name" TEXT NOT NULL CONSTRAINT "pk_work_rounds" PRIMARY KEY,
    "every_seconds" INTEGER NOT NULL,
    "ran_at" INTEGER NOT NULL,
    "failed_at" INTEGER NULL,
    "fault" TEXT NULL
);
