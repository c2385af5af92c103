-- Passkeys: the public half of each, by which its answers are checked.
CREATE TABLE people_passkeys (
    id uuid NOT NULL,
    credential bytea NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    public_key bytea NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint NULL,
    sign_count bigint NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    CONSTRAINT pk_people_passkeys PRIMARY KEY (id),
    CONSTRAINT fk_people_passkeys_people_people_person FOREIGN KEY (person) REFERENCES people_people (id)
);

CREATE UNIQUE INDEX ix_people_passkeys_credential ON people_passkeys (credential);

CREATE INDEX ix_people_passkeys_person ON people_passkeys (person);
