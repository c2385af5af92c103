CREATE TABLE import_mappings (
    name text NOT NULL,
    headings text NOT NULL,
    mapping text NOT NULL,
    at bigint NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT pk_import_mappings PRIMARY KEY (name)
);
CREATE INDEX ix_import_mappings_headings ON import_mappings (headings);
