CREATE TABLE import_mappings (
    name TEXT NOT NULL,
    headings TEXT NOT NULL,
    mapping TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    CONSTRAINT pk_import_mappings PRIMARY KEY (name)
);
CREATE INDEX ix_import_mappings_headings ON import_mappings (headings);
