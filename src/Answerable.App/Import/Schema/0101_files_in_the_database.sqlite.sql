CREATE TABLE import_pieces (
    file TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    CONSTRAINT pk_import_pieces PRIMARY KEY (file, number)
);
