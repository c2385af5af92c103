-- Who looked at customers' data: numbers only, no words. Two years, unless the centre says otherwise.
CREATE TABLE privacy_looks (
    id uuid NOT NULL,
    at bigint NOT NULL,
    person uuid,
    hand text,
    sight integer NOT NULL,
    subject uuid,
    page text,
    CONSTRAINT pk_privacy_looks PRIMARY KEY (id)
);

CREATE INDEX ix_privacy_looks_at ON privacy_looks (at);

CREATE INDEX ix_privacy_looks_person_at ON privacy_looks (person, at);

CREATE INDEX ix_privacy_looks_subject_at ON privacy_looks (subject, at);

CREATE TABLE privacy_look_rules (
    id integer NOT NULL,
    days integer NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT pk_privacy_look_rules PRIMARY KEY (id)
);

INSERT INTO privacy_look_rules (id, days, revision) VALUES (1, 730, 1);
