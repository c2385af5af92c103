-- Wrong tries are counted by account, browser and network address, for accounts there are and for those there are not: nothing tells them apart.
CREATE TABLE people_wrong_tries (
    key text NOT NULL,
    person uuid NULL,
    tries integer NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    until bigint NULL,
    CONSTRAINT pk_people_wrong_tries PRIMARY KEY (key)
);

CREATE INDEX ix_people_wrong_tries_last_at ON people_wrong_tries (last_at);

CREATE INDEX ix_people_wrong_tries_person ON people_wrong_tries (person);
