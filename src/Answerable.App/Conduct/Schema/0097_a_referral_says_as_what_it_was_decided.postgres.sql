-- The one who decides may stand higher than the role it was put to, and is held to their own limit.
ALTER TABLE conduct_referrals ADD COLUMN decided_as integer NULL;
