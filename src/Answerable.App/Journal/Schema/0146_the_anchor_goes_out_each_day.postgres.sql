-- Whither the journal's head is sent each day, and what came of it.
CREATE TABLE journal_anchoring (
    id integer NOT NULL,
    folder text NOT NULL,
    url text NOT NULL,
    mail_to text NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT pk_journal_anchoring PRIMARY KEY (id)
);

CREATE TABLE journal_anchor_sendings (
    day date NOT NULL,
    place text NOT NULL,
    number bigint NOT NULL,
    attempts integer NOT NULL,
    tried_at bigint NOT NULL,
    sent_at bigint,
    reason text,
    CONSTRAINT pk_journal_anchor_sendings PRIMARY KEY (day, place)
);

INSERT INTO journal_anchoring (id, folder, url, mail_to, revision) VALUES (1, '', '', '', 1);
