-- When each round of the timetable was last gone, and when and by what it last failed.
CREATE TABLE work_rounds (
    name text NOT NULL,
    every_seconds integer NOT NULL,
    ran_at bigint NOT NULL,
    failed_at bigint,
    fault text,
    CONSTRAINT pk_work_rounds PRIMARY KEY (name)
);
