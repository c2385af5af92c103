-- A session is a row from when it is opened, so that its person can see it and end it from elsewhere. Those signed out before stay ended.
CREATE TABLE people_sessions (
    id uuid NOT NULL,
    person uuid NULL,
    stamp text NOT NULL,
    opened_at bigint NOT NULL,
    ended_at bigint NULL,
    second_factor boolean NOT NULL,
    browser text NOT NULL,
    CONSTRAINT pk_people_sessions PRIMARY KEY (id)
);

INSERT INTO people_sessions (id, person, stamp, opened_at, ended_at, second_factor, browser)
SELECT id, NULL, '', ended_at, ended_at, FALSE, '' FROM people_ended_sessions;

DROP TABLE people_ended_sessions;

CREATE INDEX ix_people_sessions_opened_at ON people_sessions (opened_at);

CREATE INDEX ix_people_sessions_person ON people_sessions (person);
