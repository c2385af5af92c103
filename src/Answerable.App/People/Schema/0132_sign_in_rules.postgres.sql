-- How long a session goes on untouched, and of which roles a second factor is demanded. Four hours: who waits for calls at a quiet desk is there.
CREATE TABLE people_sign_in_rules (
    id integer NOT NULL,
    idle_minutes integer NOT NULL,
    second_factor text NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT pk_people_sign_in_rules PRIMARY KEY (id)
);

INSERT INTO people_sign_in_rules (id, idle_minutes, second_factor, revision) VALUES (1, 240, '', 1);
