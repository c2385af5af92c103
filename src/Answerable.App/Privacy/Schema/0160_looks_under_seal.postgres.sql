-- Each look under a seal, and how many there are: what an earlier version took down stays without.
ALTER TABLE privacy_looks ADD COLUMN seal bytea;

CREATE TABLE privacy_looks_total (
    id integer NOT NULL,
    looks bigint NOT NULL,
    seal bytea NOT NULL,
    since bigint NOT NULL,
    sum bytea NOT NULL,
    taken bigint NOT NULL,
    CONSTRAINT pk_privacy_looks_total PRIMARY KEY (id)
);
