CREATE TABLE authority_kinds (
    code text NOT NULL,
    name text NOT NULL,
    money boolean NOT NULL,
    CONSTRAINT pk_authority_kinds PRIMARY KEY (code)
);


CREATE TABLE journal_contacts (
    id uuid NOT NULL,
    kind integer NOT NULL,
    source text NOT NULL,
    channel integer NOT NULL,
    queue text NOT NULL,
    type text,
    customer uuid,
    arrived_at bigint NOT NULL,
    queued_at bigint,
    answered_at bigint,
    ended_at bigint,
    closed_at bigint,
    abandoned_at bigint,
    agent uuid,
    agent_name text,
    team uuid,
    procedure uuid,
    version integer,
    resolved boolean,
    excluded boolean NOT NULL,
    revision bigint NOT NULL,
    hold_balance_ms bigint NOT NULL,
    open_holds integer NOT NULL,
    state integer NOT NULL,
    wait_ms bigint NOT NULL,
    handle_ms bigint NOT NULL,
    CONSTRAINT pk_journal_contacts PRIMARY KEY (id)
);


CREATE TABLE journal_customers (
    id uuid NOT NULL,
    lookup bytea,
    reference uuid,
    known_since bigint NOT NULL,
    erased_at bigint,
    CONSTRAINT pk_journal_customers PRIMARY KEY (id)
);


CREATE TABLE journal_entries (
    number bigint NOT NULL,
    at bigint NOT NULL,
    kind integer NOT NULL,
    source text NOT NULL,
    source_key text NOT NULL,
    subject uuid NOT NULL,
    actor uuid,
    name text NOT NULL,
    body text NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_journal_entries PRIMARY KEY (number)
);


CREATE TABLE journal_head (
    id integer NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_journal_head PRIMARY KEY (id)
);


CREATE TABLE journal_personal (
    id uuid NOT NULL,
    owner uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT pk_journal_personal PRIMARY KEY (id)
);


CREATE TABLE journal_personal_keys (
    owner uuid NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT pk_journal_personal_keys PRIMARY KEY (owner)
);


CREATE TABLE journal_secret (
    id integer NOT NULL,
    secret bytea NOT NULL,
    CONSTRAINT pk_journal_secret PRIMARY KEY (id)
);


CREATE TABLE measures_dirty (
    quarter integer NOT NULL,
    CONSTRAINT pk_measures_dirty PRIMARY KEY (quarter)
);


CREATE TABLE people_invitations (
    id uuid NOT NULL,
    person uuid NOT NULL,
    token_hash bytea NOT NULL,
    invited_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    accepted_at bigint,
    CONSTRAINT pk_people_invitations PRIMARY KEY (id)
);


CREATE TABLE people_roles (
    id uuid NOT NULL,
    name character varying(256),
    normalized_name character varying(256),
    concurrency_stamp text,
    CONSTRAINT pk_people_roles PRIMARY KEY (id)
);


CREATE TABLE people_teams (
    id uuid NOT NULL,
    name text NOT NULL,
    demo boolean NOT NULL,
    CONSTRAINT pk_people_teams PRIMARY KEY (id)
);


CREATE TABLE people_users (
    id uuid NOT NULL,
    display_name text NOT NULL,
    sort_name text NOT NULL,
    team_id uuid,
    presence integer NOT NULL,
    presence_since bigint,
    deactivated_at bigint,
    demo boolean NOT NULL,
    user_name character varying(256),
    normalized_user_name character varying(256),
    email character varying(256),
    normalized_email character varying(256),
    email_confirmed boolean NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean NOT NULL,
    two_factor_enabled boolean NOT NULL,
    lockout_end bigint,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_people_users PRIMARY KEY (id)
);


CREATE TABLE procedures_contact_types (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    routine boolean NOT NULL,
    starts_when text NOT NULL,
    ends_when text NOT NULL,
    includes text NOT NULL,
    excludes text NOT NULL,
    hand_over_to text NOT NULL,
    channels text NOT NULL,
    demo boolean NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT pk_procedures_contact_types PRIMARY KEY (id)
);


CREATE TABLE procedures_edits (
    procedure uuid NOT NULL,
    version integer NOT NULL,
    revision bigint NOT NULL,
    what text NOT NULL,
    node text,
    before text NOT NULL,
    at bigint NOT NULL,
    by uuid,
    CONSTRAINT pk_procedures_edits PRIMARY KEY (procedure, version, revision)
);


CREATE TABLE procedures_procedures (
    id uuid NOT NULL,
    contact_type uuid NOT NULL,
    demo boolean NOT NULL,
    CONSTRAINT pk_procedures_procedures PRIMARY KEY (id)
);


CREATE TABLE procedures_publications (
    procedure uuid NOT NULL,
    version integer NOT NULL,
    effective_from bigint NOT NULL,
    at bigint NOT NULL,
    by uuid,
    CONSTRAINT pk_procedures_publications PRIMARY KEY (procedure, version)
);


CREATE TABLE procedures_versions (
    procedure uuid NOT NULL,
    number integer NOT NULL,
    state integer NOT NULL,
    chart text NOT NULL,
    copied_from integer,
    drafted_at bigint NOT NULL,
    drafted_by uuid,
    revision bigint NOT NULL,
    CONSTRAINT pk_procedures_versions PRIMARY KEY (procedure, number)
);


CREATE TABLE storage_keys (
    id integer GENERATED BY DEFAULT AS IDENTITY,
    name text NOT NULL,
    xml text NOT NULL,
    CONSTRAINT pk_storage_keys PRIMARY KEY (id)
);


CREATE TABLE people_role_claims (
    id integer GENERATED BY DEFAULT AS IDENTITY,
    role_id uuid NOT NULL,
    claim_type text,
    claim_value text,
    CONSTRAINT pk_people_role_claims PRIMARY KEY (id),
    CONSTRAINT fk_people_role_claims_people_roles_role_id FOREIGN KEY (role_id) REFERENCES people_roles (id) ON DELETE CASCADE
);


CREATE TABLE people_user_claims (
    id integer GENERATED BY DEFAULT AS IDENTITY,
    user_id uuid NOT NULL,
    claim_type text,
    claim_value text,
    CONSTRAINT pk_people_user_claims PRIMARY KEY (id),
    CONSTRAINT fk_people_user_claims_people_users_user_id FOREIGN KEY (user_id) REFERENCES people_users (id) ON DELETE CASCADE
);


CREATE TABLE people_user_logins (
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    provider_display_name text,
    user_id uuid NOT NULL,
    CONSTRAINT pk_people_user_logins PRIMARY KEY (login_provider, provider_key),
    CONSTRAINT fk_people_user_logins_people_users_user_id FOREIGN KEY (user_id) REFERENCES people_users (id) ON DELETE CASCADE
);


CREATE TABLE people_user_roles (
    user_id uuid NOT NULL,
    role_id uuid NOT NULL,
    CONSTRAINT pk_people_user_roles PRIMARY KEY (user_id, role_id),
    CONSTRAINT fk_people_user_roles_people_roles_role_id FOREIGN KEY (role_id) REFERENCES people_roles (id) ON DELETE CASCADE,
    CONSTRAINT fk_people_user_roles_people_users_user_id FOREIGN KEY (user_id) REFERENCES people_users (id) ON DELETE CASCADE
);


CREATE TABLE people_user_tokens (
    user_id uuid NOT NULL,
    login_provider text NOT NULL,
    name text NOT NULL,
    value text,
    CONSTRAINT pk_people_user_tokens PRIMARY KEY (user_id, login_provider, name),
    CONSTRAINT fk_people_user_tokens_people_users_user_id FOREIGN KEY (user_id) REFERENCES people_users (id) ON DELETE CASCADE
);


CREATE INDEX ix_journal_contacts_arrived_at ON journal_contacts (arrived_at);


CREATE INDEX ix_journal_contacts_customer_type_arrived_at ON journal_contacts (customer, type, arrived_at);


CREATE INDEX ix_journal_contacts_state_arrived_at ON journal_contacts (state, arrived_at);


CREATE UNIQUE INDEX ix_journal_customers_lookup ON journal_customers (lookup);


CREATE UNIQUE INDEX ix_journal_entries_source_source_key ON journal_entries (source, source_key);


CREATE INDEX ix_journal_entries_subject_number ON journal_entries (subject, number);


CREATE INDEX ix_journal_personal_owner ON journal_personal (owner);


CREATE INDEX ix_people_invitations_person ON people_invitations (person);


CREATE UNIQUE INDEX ix_people_invitations_token_hash ON people_invitations (token_hash);


CREATE INDEX ix_people_role_claims_role_id ON people_role_claims (role_id);


CREATE UNIQUE INDEX role_name_index ON people_roles (normalized_name);


CREATE UNIQUE INDEX ix_people_teams_name ON people_teams (name);


CREATE INDEX ix_people_user_claims_user_id ON people_user_claims (user_id);


CREATE INDEX ix_people_user_logins_user_id ON people_user_logins (user_id);


CREATE INDEX ix_people_user_roles_role_id ON people_user_roles (role_id);


CREATE INDEX email_index ON people_users (normalized_email);


CREATE UNIQUE INDEX user_name_index ON people_users (normalized_user_name);


CREATE UNIQUE INDEX ix_procedures_contact_types_code ON procedures_contact_types (code);


CREATE UNIQUE INDEX ix_procedures_contact_types_sort_name ON procedures_contact_types (sort_name);


CREATE UNIQUE INDEX ix_procedures_procedures_contact_type ON procedures_procedures (contact_type);


CREATE INDEX ix_procedures_publications_procedure_effective_from ON procedures_publications (procedure, effective_from);


CREATE INDEX ix_procedures_versions_state ON procedures_versions (state);



