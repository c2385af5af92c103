-- When a backup was last written.
CREATE TABLE operations_last_backup (
    id integer NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_operations_last_backup PRIMARY KEY (id)
);
