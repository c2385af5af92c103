CREATE TABLE authority_decisions (
    id uuid NOT NULL,
    kind integer NOT NULL,
    decision_kind text NOT NULL,
    pence bigint,
    contact uuid NOT NULL,
    "case" uuid NOT NULL,
    customer uuid,
    walk uuid NOT NULL,
    node text NOT NULL,
    procedure uuid NOT NULL,
    version integer NOT NULL,
    by uuid NOT NULL,
    by_role integer NOT NULL,
    at bigint NOT NULL,
    limit_id uuid,
    under uuid,
    retracted_at bigint,
    CONSTRAINT pk_authority_decisions PRIMARY KEY (id)
);


CREATE TABLE authority_kinds (
    code text NOT NULL,
    name text NOT NULL,
    money boolean NOT NULL,
    CONSTRAINT pk_authority_kinds PRIMARY KEY (code)
);


CREATE TABLE authority_limits (
    id uuid NOT NULL,
    decision_kind text NOT NULL,
    role integer,
    person uuid,
    "from" bigint NOT NULL,
    "to" bigint,
    per_contact_pence bigint,
    per_case_pence bigint,
    per_customer_pence bigint,
    per_customer_days integer,
    set_by uuid,
    set_at bigint NOT NULL,
    CONSTRAINT pk_authority_limits PRIMARY KEY (id)
);


CREATE TABLE conduct_cases (
    id uuid NOT NULL,
    number integer NOT NULL,
    customer uuid,
    opened_at bigint NOT NULL,
    CONSTRAINT pk_conduct_cases PRIMARY KEY (id)
);


CREATE TABLE conduct_handlings (
    contact uuid NOT NULL,
    kind integer NOT NULL,
    agent uuid NOT NULL,
    "case" uuid NOT NULL,
    customer uuid,
    channel integer NOT NULL,
    type text,
    walk uuid,
    free_referral uuid,
    taken_at bigint NOT NULL,
    held_at bigint,
    left_at bigint,
    ended_at bigint,
    closed_at bigint,
    CONSTRAINT pk_conduct_handlings PRIMARY KEY (contact)
);


CREATE TABLE conduct_notes (
    words uuid NOT NULL,
    contact uuid NOT NULL,
    "case" uuid NOT NULL,
    node text,
    by uuid NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_conduct_notes PRIMARY KEY (words)
);


CREATE TABLE conduct_referrals (
    id uuid NOT NULL,
    kind integer NOT NULL,
    matter integer NOT NULL,
    state integer NOT NULL,
    decision_kind text,
    pence bigint,
    total_pence bigint,
    limit_id uuid,
    why text NOT NULL,
    tell_customer text NOT NULL,
    contact uuid NOT NULL,
    "case" uuid NOT NULL,
    customer uuid,
    walk uuid,
    node text,
    procedure uuid,
    version integer,
    requested_by uuid NOT NULL,
    team uuid,
    at_least integer NOT NULL,
    to_role integer NOT NULL,
    assigned_to uuid,
    accepted_by uuid,
    urgent boolean NOT NULL,
    words uuid,
    opened_at bigint NOT NULL,
    answer_by bigint NOT NULL,
    accepted_at bigint,
    closed_at bigint,
    approved_pence bigint,
    decided_by uuid,
    answer uuid,
    CONSTRAINT pk_conduct_referrals PRIMARY KEY (id)
);


CREATE TABLE conduct_walks (
    id uuid NOT NULL,
    contact uuid NOT NULL,
    "case" uuid NOT NULL,
    procedure uuid NOT NULL,
    version integer NOT NULL,
    begun_at bigint NOT NULL,
    ended_at bigint,
    state text NOT NULL,
    CONSTRAINT pk_conduct_walks PRIMARY KEY (id)
);


CREATE TABLE import_files (
    id uuid NOT NULL,
    profile text NOT NULL,
    mapping text,
    file_name text NOT NULL,
    file_hash text NOT NULL,
    file_length bigint NOT NULL,
    path text NOT NULL,
    file_key bytea,
    state integer NOT NULL,
    by uuid,
    by_name text NOT NULL,
    brought_at bigint NOT NULL,
    started_at bigint,
    ended_at bigint,
    position bigint NOT NULL,
    position_bytes bigint NOT NULL,
    contacts bigint NOT NULL,
    imported bigint NOT NULL,
    unchanged bigint NOT NULL,
    rejected bigint NOT NULL,
    repaired bigint NOT NULL,
    remarks bigint NOT NULL,
    findings text NOT NULL,
    failure text,
    CONSTRAINT pk_import_files PRIMARY KEY (id)
);


CREATE TABLE import_remarks (
    import uuid NOT NULL,
    number bigint NOT NULL,
    kind integer NOT NULL,
    line bigint NOT NULL,
    reason text NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_import_remarks PRIMARY KEY (import, number)
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


CREATE TABLE keys_keys (
    id uuid NOT NULL,
    name text NOT NULL,
    source text NOT NULL,
    owner uuid,
    hash bytea NOT NULL,
    created_at bigint NOT NULL,
    created_by text NOT NULL,
    last_used_at bigint,
    revoked_at bigint,
    revoked_by text,
    CONSTRAINT pk_keys_keys PRIMARY KEY (id)
);


CREATE TABLE measures_definitions (
    id uuid NOT NULL,
    kpi text NOT NULL,
    version integer NOT NULL,
    "from" date NOT NULL,
    threshold_seconds integer NOT NULL,
    short_seconds integer NOT NULL,
    window_days integer NOT NULL,
    reason text NOT NULL,
    by text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_measures_definitions PRIMARY KEY (id)
);


CREATE TABLE measures_dirty (
    quarter integer NOT NULL,
    mark bigint NOT NULL,
    CONSTRAINT pk_measures_dirty PRIMARY KEY (quarter)
);


CREATE TABLE measures_names (
    dimension integer NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_measures_names PRIMARY KEY (dimension, number)
);


CREATE TABLE measures_quarters (
    quarter integer NOT NULL,
    revision bigint NOT NULL,
    as_of bigint NOT NULL,
    cells bytea NOT NULL,
    linked bytea NOT NULL,
    CONSTRAINT pk_measures_quarters PRIMARY KEY (quarter)
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


CREATE TABLE planning_rehearsals (
    id uuid NOT NULL,
    series uuid NOT NULL,
    knobs text NOT NULL,
    replications integer NOT NULL,
    result text NOT NULL,
    by text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_planning_rehearsals PRIMARY KEY (id)
);


CREATE TABLE planning_scenarios (
    id uuid NOT NULL,
    series uuid NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    knobs text NOT NULL,
    saved_by text NOT NULL,
    saved_at bigint NOT NULL,
    CONSTRAINT pk_planning_scenarios PRIMARY KEY (id)
);


CREATE TABLE planning_series (
    id uuid NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    source text NOT NULL,
    slot_minutes integer NOT NULL,
    holidays text NOT NULL,
    knobs text NOT NULL,
    counts text NOT NULL,
    rows integer NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    loaded_by text NOT NULL,
    loaded_at bigint NOT NULL,
    forecast text,
    forecast_at bigint,
    CONSTRAINT pk_planning_series PRIMARY KEY (id)
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


CREATE INDEX ix_authority_decisions_case_decision_kind ON authority_decisions ("case", decision_kind);


CREATE INDEX ix_authority_decisions_contact ON authority_decisions (contact);


CREATE INDEX ix_authority_decisions_customer_decision_kind_at ON authority_decisions (customer, decision_kind, at);


CREATE INDEX ix_authority_decisions_decision_kind_at ON authority_decisions (decision_kind, at);


CREATE INDEX ix_authority_decisions_under ON authority_decisions (under);


CREATE INDEX ix_authority_decisions_walk_node ON authority_decisions (walk, node);


CREATE INDEX ix_authority_limits_decision_kind_from ON authority_limits (decision_kind, "from");


CREATE INDEX ix_conduct_cases_customer ON conduct_cases (customer);


CREATE UNIQUE INDEX ix_conduct_cases_number ON conduct_cases (number);


CREATE INDEX ix_conduct_handlings_agent_closed_at ON conduct_handlings (agent, closed_at);


CREATE INDEX ix_conduct_handlings_case ON conduct_handlings ("case");


CREATE INDEX ix_conduct_handlings_closed_at_left_at ON conduct_handlings (closed_at, left_at);


CREATE INDEX ix_conduct_handlings_customer_taken_at ON conduct_handlings (customer, taken_at);


CREATE INDEX ix_conduct_notes_case_at ON conduct_notes ("case", at);


CREATE INDEX ix_conduct_notes_contact_at ON conduct_notes (contact, at);


CREATE INDEX ix_conduct_referrals_assigned_to_state ON conduct_referrals (assigned_to, state);


CREATE INDEX ix_conduct_referrals_case ON conduct_referrals ("case");


CREATE INDEX ix_conduct_referrals_contact ON conduct_referrals (contact);


CREATE INDEX ix_conduct_referrals_customer_decision_kind ON conduct_referrals (customer, decision_kind);


CREATE INDEX ix_conduct_referrals_requested_by_opened_at ON conduct_referrals (requested_by, opened_at);


CREATE INDEX ix_conduct_referrals_state_opened_at ON conduct_referrals (state, opened_at);


CREATE INDEX ix_conduct_referrals_to_role_closed_at ON conduct_referrals (to_role, closed_at);


CREATE INDEX ix_conduct_walks_case_begun_at ON conduct_walks ("case", begun_at);


CREATE INDEX ix_conduct_walks_contact ON conduct_walks (contact);


CREATE INDEX ix_conduct_walks_procedure_version_ended_at ON conduct_walks (procedure, version, ended_at);


CREATE INDEX ix_import_files_brought_at ON import_files (brought_at);


CREATE INDEX ix_import_files_profile_file_hash ON import_files (profile, file_hash);


CREATE INDEX ix_import_files_state ON import_files (state);


CREATE INDEX ix_import_remarks_import_kind_number ON import_remarks (import, kind, number);


CREATE INDEX ix_journal_contacts_arrived_at ON journal_contacts (arrived_at);


CREATE INDEX ix_journal_contacts_customer_type_arrived_at ON journal_contacts (customer, type, arrived_at);


CREATE INDEX ix_journal_contacts_state_arrived_at ON journal_contacts (state, arrived_at);


CREATE UNIQUE INDEX ix_journal_customers_lookup ON journal_customers (lookup);


CREATE INDEX ix_journal_entries_number ON journal_entries (number) WHERE name = 'person.presence-changed';


CREATE UNIQUE INDEX ix_journal_entries_source_source_key ON journal_entries (source, source_key);


CREATE INDEX ix_journal_entries_subject_number ON journal_entries (subject, number);


CREATE INDEX ix_journal_personal_owner ON journal_personal (owner);


CREATE INDEX ix_keys_keys_created_at ON keys_keys (created_at);


CREATE UNIQUE INDEX ix_keys_keys_hash ON keys_keys (hash);


CREATE UNIQUE INDEX ix_measures_definitions_kpi_version ON measures_definitions (kpi, version);


CREATE INDEX ix_measures_quarters_revision ON measures_quarters (revision);


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


CREATE INDEX ix_planning_rehearsals_series_knobs_at ON planning_rehearsals (series, knobs, at);


CREATE INDEX ix_planning_scenarios_series ON planning_scenarios (series);


CREATE UNIQUE INDEX ix_planning_scenarios_sort_name ON planning_scenarios (sort_name);


CREATE UNIQUE INDEX ix_planning_series_sort_name ON planning_series (sort_name);


CREATE UNIQUE INDEX ix_procedures_contact_types_code ON procedures_contact_types (code);


CREATE UNIQUE INDEX ix_procedures_contact_types_sort_name ON procedures_contact_types (sort_name);


CREATE UNIQUE INDEX ix_procedures_procedures_contact_type ON procedures_procedures (contact_type);


CREATE INDEX ix_procedures_publications_procedure_effective_from ON procedures_publications (procedure, effective_from);


CREATE INDEX ix_procedures_versions_state ON procedures_versions (state);



