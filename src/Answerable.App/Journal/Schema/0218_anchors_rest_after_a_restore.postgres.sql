ALTER TABLE journal_anchoring ADD COLUMN rests boolean NOT NULL DEFAULT false;
