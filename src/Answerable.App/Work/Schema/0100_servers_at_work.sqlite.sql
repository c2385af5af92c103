CREATE TABLE work_nodes (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT pk_work_nodes PRIMARY KEY (id)
);

CREATE TABLE work_leases (
    name TEXT NOT NULL,
    node TEXT NOT NULL,
    until INTEGER NOT NULL,
    CONSTRAINT pk_work_leases PRIMARY KEY (name)
);
