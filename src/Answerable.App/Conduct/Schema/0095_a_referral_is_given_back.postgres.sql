-- Whoever asked is told that the one who had it may answer it no more.
ALTER TABLE conduct_referrals ADD COLUMN given_back_at bigint NULL;
