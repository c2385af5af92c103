-- By which server mail goes out, and letters until it has taken them. Password and letters lie wrapped.
CREATE TABLE mail_settings (
    id integer NOT NULL,
    host text NOT NULL,
    port integer NOT NULL,
    security text NOT NULL,
    login text NOT NULL,
    password text,
    from_address text NOT NULL,
    from_name text NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT pk_mail_settings PRIMARY KEY (id)
);

CREATE TABLE mail_letters (
    id uuid NOT NULL,
    content text NOT NULL,
    made_at bigint NOT NULL,
    CONSTRAINT pk_mail_letters PRIMARY KEY (id)
);

CREATE INDEX ix_mail_letters_made_at ON mail_letters (made_at);
