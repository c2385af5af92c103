-- The measures of steps are added up by the quarter-hour in which a walk began.
CREATE INDEX "ix_conduct_walks_begun_at" ON "conduct_walks" ("begun_at");
