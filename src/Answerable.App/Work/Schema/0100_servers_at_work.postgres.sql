CREATE TABLE work_nodes (
    id uuid NOT NULL,
    name text NOT NULL,
    started_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    CONSTRAINT pk_work_nodes PRIMARY KEY (id)
);

CREATE TABLE work_leases (
    name text NOT NULL,
    node uuid NOT NULL,
    until bigint NOT NULL,
    CONSTRAINT pk_work_leases PRIMARY KEY (name)
);
