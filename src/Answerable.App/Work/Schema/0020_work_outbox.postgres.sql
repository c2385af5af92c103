CREATE TABLE work_outbox (
    id uuid NOT NULL,
    kind text NOT NULL,
    key text,
    doing text NOT NULL,
    body text NOT NULL,
    who text NOT NULL,
    asked_at bigint NOT NULL,
    due_at bigint NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    node text,
    lease_until bigint,
    stop_asked boolean NOT NULL,
    ended_at bigint,
    reason text,
    CONSTRAINT pk_work_outbox PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_work_outbox_key ON work_outbox (key);

CREATE INDEX ix_work_outbox_state_due_at ON work_outbox (state, due_at);
