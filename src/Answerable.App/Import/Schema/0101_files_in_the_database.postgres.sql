CREATE TABLE import_pieces (
    file uuid NOT NULL,
    number integer NOT NULL,
    at bigint NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_import_pieces PRIMARY KEY (file, number)
);
