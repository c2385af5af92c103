-- What one alone may not do, and who is to say yes to it beside them.
CREATE TABLE people_countersignatures (
    id uuid NOT NULL,
    what text NOT NULL,
    subject uuid NOT NULL,
    body text NOT NULL,
    words text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at bigint NOT NULL,
    settled_by uuid NULL,
    settled_at bigint NULL,
    given boolean NOT NULL,
    CONSTRAINT pk_people_countersignatures PRIMARY KEY (id),
    CONSTRAINT fk_people_countersignatures_people_people_asked_by FOREIGN KEY (asked_by) REFERENCES people_people (id)
);

CREATE INDEX ix_people_countersignatures_asked_by ON people_countersignatures (asked_by);

CREATE INDEX ix_people_countersignatures_settled_at ON people_countersignatures (settled_at);
