-- The centre's own settings. What stood in the program until now becomes its row: by it an existing centre reads as it did.
CREATE TABLE centre_settings (
    id integer NOT NULL,
    name text NOT NULL,
    zone text NOT NULL,
    currency text NOT NULL,
    currency_held_at bigint,
    holidays text NOT NULL,
    hours text NOT NULL,
    demo boolean NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT pk_centre_settings PRIMARY KEY (id)
);
INSERT INTO centre_settings (id, currency, currency_held_at, demo, holidays, hours, name, revision, zone)
VALUES (1, 'GBP', (SELECT MIN(set_at) FROM authority_limits), EXISTS (SELECT 1 FROM journal_entries WHERE source = 'demo'),
    'england-and-wales', '{"weeks":[],"special":[]}', 'Contact centre', 1, 'Europe/London');
