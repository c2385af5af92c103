ALTER TABLE journal_anchoring ADD COLUMN rests integer NOT NULL DEFAULT 0;
