ALTER TABLE authority_limits ADD CONSTRAINT fk_authority_limits_authority_kinds_decision_kind
    FOREIGN KEY (decision_kind) REFERENCES authority_kinds (code);
