CREATE TABLE "authority_decisions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_authority_decisions" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "decision_kind" TEXT NOT NULL,
    "pence" INTEGER NULL,
    "contact" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "customer" TEXT NULL,
    "walk" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "by_role" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "limit_id" TEXT NULL,
    "under" TEXT NULL,
    "retracted_at" INTEGER NULL
);


CREATE TABLE "authority_kinds" (
    "code" TEXT NOT NULL CONSTRAINT "pk_authority_kinds" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "money" INTEGER NOT NULL
);


CREATE TABLE "authority_limits" (
    "id" TEXT NOT NULL CONSTRAINT "pk_authority_limits" PRIMARY KEY,
    "decision_kind" TEXT NOT NULL,
    "role" INTEGER NULL,
    "person" TEXT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NULL,
    "per_contact_pence" INTEGER NULL,
    "per_case_pence" INTEGER NULL,
    "per_customer_pence" INTEGER NULL,
    "per_customer_days" INTEGER NULL,
    "set_by" TEXT NULL,
    "set_at" INTEGER NOT NULL
);


CREATE TABLE "conduct_cases" (
    "id" TEXT NOT NULL CONSTRAINT "pk_conduct_cases" PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "customer" TEXT NULL,
    "opened_at" INTEGER NOT NULL
);


CREATE TABLE "conduct_handlings" (
    "contact" TEXT NOT NULL CONSTRAINT "pk_conduct_handlings" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "agent" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "customer" TEXT NULL,
    "channel" INTEGER NOT NULL,
    "type" TEXT NULL,
    "walk" TEXT NULL,
    "free_referral" TEXT NULL,
    "taken_at" INTEGER NOT NULL,
    "held_at" INTEGER NULL,
    "left_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "closed_at" INTEGER NULL
);


CREATE TABLE "conduct_notes" (
    "words" TEXT NOT NULL CONSTRAINT "pk_conduct_notes" PRIMARY KEY,
    "contact" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "node" TEXT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "conduct_referrals" (
    "id" TEXT NOT NULL CONSTRAINT "pk_conduct_referrals" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "matter" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "decision_kind" TEXT NULL,
    "pence" INTEGER NULL,
    "total_pence" INTEGER NULL,
    "limit_id" TEXT NULL,
    "why" TEXT NOT NULL,
    "tell_customer" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "customer" TEXT NULL,
    "walk" TEXT NULL,
    "node" TEXT NULL,
    "procedure" TEXT NULL,
    "version" INTEGER NULL,
    "requested_by" TEXT NOT NULL,
    "team" TEXT NULL,
    "at_least" INTEGER NOT NULL,
    "to_role" INTEGER NOT NULL,
    "assigned_to" TEXT NULL,
    "accepted_by" TEXT NULL,
    "urgent" INTEGER NOT NULL,
    "words" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "answer_by" INTEGER NOT NULL,
    "accepted_at" INTEGER NULL,
    "closed_at" INTEGER NULL,
    "approved_pence" INTEGER NULL,
    "decided_by" TEXT NULL,
    "answer" TEXT NULL
);


CREATE TABLE "conduct_walks" (
    "id" TEXT NOT NULL CONSTRAINT "pk_conduct_walks" PRIMARY KEY,
    "contact" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "state" TEXT NOT NULL
);


CREATE TABLE "import_files" (
    "id" TEXT NOT NULL CONSTRAINT "pk_import_files" PRIMARY KEY,
    "profile" TEXT NOT NULL,
    "mapping" TEXT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_length" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "file_key" BLOB NULL,
    "state" INTEGER NOT NULL,
    "by" TEXT NULL,
    "by_name" TEXT NOT NULL,
    "brought_at" INTEGER NOT NULL,
    "started_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "position" INTEGER NOT NULL,
    "position_bytes" INTEGER NOT NULL,
    "contacts" INTEGER NOT NULL,
    "imported" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "repaired" INTEGER NOT NULL,
    "remarks" INTEGER NOT NULL,
    "findings" TEXT NOT NULL,
    "failure" TEXT NULL
);


CREATE TABLE "import_remarks" (
    "import" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_import_remarks" PRIMARY KEY ("import", "number")
);


CREATE TABLE "journal_contacts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_journal_contacts" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "channel" INTEGER NOT NULL,
    "queue" TEXT NOT NULL,
    "type" TEXT NULL,
    "customer" TEXT NULL,
    "arrived_at" INTEGER NOT NULL,
    "queued_at" INTEGER NULL,
    "answered_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "closed_at" INTEGER NULL,
    "abandoned_at" INTEGER NULL,
    "agent" TEXT NULL,
    "agent_name" TEXT NULL,
    "team" TEXT NULL,
    "procedure" TEXT NULL,
    "version" INTEGER NULL,
    "resolved" INTEGER NULL,
    "excluded" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "hold_balance_ms" INTEGER NOT NULL,
    "open_holds" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "wait_ms" INTEGER NOT NULL,
    "handle_ms" INTEGER NOT NULL
);


CREATE TABLE "journal_customers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_journal_customers" PRIMARY KEY,
    "lookup" BLOB NULL,
    "reference" TEXT NULL,
    "known_since" INTEGER NOT NULL,
    "erased_at" INTEGER NULL
);


CREATE TABLE "journal_entries" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_journal_entries" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "actor" TEXT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "hash" BLOB NOT NULL
);


CREATE TABLE "journal_head" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_journal_head" PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);


CREATE TABLE "journal_personal" (
    "id" TEXT NOT NULL CONSTRAINT "pk_journal_personal" PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "sealed" BLOB NOT NULL
);


CREATE TABLE "journal_personal_keys" (
    "owner" TEXT NOT NULL CONSTRAINT "pk_journal_personal_keys" PRIMARY KEY,
    "key" BLOB NOT NULL
);


CREATE TABLE "journal_secret" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_journal_secret" PRIMARY KEY,
    "secret" BLOB NOT NULL
);


CREATE TABLE "keys_keys" (
    "id" TEXT NOT NULL CONSTRAINT "pk_keys_keys" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "owner" TEXT NULL,
    "hash" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "last_used_at" INTEGER NULL,
    "revoked_at" INTEGER NULL,
    "revoked_by" TEXT NULL
);


CREATE TABLE "measures_definitions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_measures_definitions" PRIMARY KEY,
    "kpi" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "threshold_seconds" INTEGER NOT NULL,
    "short_seconds" INTEGER NOT NULL,
    "window_days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "measures_dirty" (
    "quarter" INTEGER NOT NULL CONSTRAINT "pk_measures_dirty" PRIMARY KEY,
    "mark" INTEGER NOT NULL
);


CREATE TABLE "measures_names" (
    "dimension" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_measures_names" PRIMARY KEY ("dimension", "number")
);


CREATE TABLE "measures_quarters" (
    "quarter" INTEGER NOT NULL CONSTRAINT "pk_measures_quarters" PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "as_of" INTEGER NOT NULL,
    "cells" BLOB NOT NULL,
    "linked" BLOB NOT NULL
);


CREATE TABLE "people_invitations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_invitations" PRIMARY KEY,
    "person" TEXT NOT NULL,
    "token_hash" BLOB NOT NULL,
    "invited_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "accepted_at" INTEGER NULL
);


CREATE TABLE "people_roles" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_roles" PRIMARY KEY,
    "name" TEXT NULL,
    "normalized_name" TEXT NULL,
    "concurrency_stamp" TEXT NULL
);


CREATE TABLE "people_teams" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_teams" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "demo" INTEGER NOT NULL
);


CREATE TABLE "people_users" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people_users" PRIMARY KEY,
    "display_name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "team_id" TEXT NULL,
    "presence" INTEGER NOT NULL,
    "presence_since" INTEGER NULL,
    "deactivated_at" INTEGER NULL,
    "demo" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);


CREATE TABLE "planning_rehearsals" (
    "id" TEXT NOT NULL CONSTRAINT "pk_planning_rehearsals" PRIMARY KEY,
    "series" TEXT NOT NULL,
    "knobs" TEXT NOT NULL,
    "replications" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "planning_scenarios" (
    "id" TEXT NOT NULL CONSTRAINT "pk_planning_scenarios" PRIMARY KEY,
    "series" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "knobs" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL
);


CREATE TABLE "planning_series" (
    "id" TEXT NOT NULL CONSTRAINT "pk_planning_series" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "slot_minutes" INTEGER NOT NULL,
    "holidays" TEXT NOT NULL,
    "knobs" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "first" TEXT NOT NULL,
    "last" TEXT NOT NULL,
    "loaded_by" TEXT NOT NULL,
    "loaded_at" INTEGER NOT NULL,
    "forecast" TEXT NULL,
    "forecast_at" INTEGER NULL
);


CREATE TABLE "procedures_contact_types" (
    "id" TEXT NOT NULL CONSTRAINT "pk_procedures_contact_types" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "routine" INTEGER NOT NULL,
    "starts_when" TEXT NOT NULL,
    "ends_when" TEXT NOT NULL,
    "includes" TEXT NOT NULL,
    "excludes" TEXT NOT NULL,
    "hand_over_to" TEXT NOT NULL,
    "channels" TEXT NOT NULL,
    "demo" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL
);


CREATE TABLE "procedures_edits" (
    "procedure" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "node" TEXT NULL,
    "before" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "by" TEXT NULL,
    CONSTRAINT "pk_procedures_edits" PRIMARY KEY ("procedure", "version", "revision")
);


CREATE TABLE "procedures_procedures" (
    "id" TEXT NOT NULL CONSTRAINT "pk_procedures_procedures" PRIMARY KEY,
    "contact_type" TEXT NOT NULL,
    "demo" INTEGER NOT NULL
);


CREATE TABLE "procedures_publications" (
    "procedure" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "by" TEXT NULL,
    CONSTRAINT "pk_procedures_publications" PRIMARY KEY ("procedure", "version")
);


CREATE TABLE "procedures_versions" (
    "procedure" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "chart" TEXT NOT NULL,
    "copied_from" INTEGER NULL,
    "drafted_at" INTEGER NOT NULL,
    "drafted_by" TEXT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_procedures_versions" PRIMARY KEY ("procedure", "number")
);


CREATE TABLE "storage_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_storage_keys" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "xml" TEXT NOT NULL
);


CREATE TABLE "people_role_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_people_role_claims" PRIMARY KEY AUTOINCREMENT,
    "role_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_people_role_claims_people_roles_role_id" FOREIGN KEY ("role_id") REFERENCES "people_roles" ("id") ON DELETE CASCADE
);


CREATE TABLE "people_user_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_people_user_claims" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_people_user_claims_people_users_user_id" FOREIGN KEY ("user_id") REFERENCES "people_users" ("id") ON DELETE CASCADE
);


CREATE TABLE "people_user_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "pk_people_user_logins" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_people_user_logins_people_users_user_id" FOREIGN KEY ("user_id") REFERENCES "people_users" ("id") ON DELETE CASCADE
);


CREATE TABLE "people_user_roles" (
    "user_id" TEXT NOT NULL,
    "role_id" TEXT NOT NULL,
    CONSTRAINT "pk_people_user_roles" PRIMARY KEY ("user_id", "role_id"),
    CONSTRAINT "fk_people_user_roles_people_roles_role_id" FOREIGN KEY ("role_id") REFERENCES "people_roles" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_people_user_roles_people_users_user_id" FOREIGN KEY ("user_id") REFERENCES "people_users" ("id") ON DELETE CASCADE
);


CREATE TABLE "people_user_tokens" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_people_user_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_people_user_tokens_people_users_user_id" FOREIGN KEY ("user_id") REFERENCES "people_users" ("id") ON DELETE CASCADE
);


CREATE INDEX "ix_authority_decisions_case_decision_kind" ON "authority_decisions" ("case", "decision_kind");


CREATE INDEX "ix_authority_decisions_contact" ON "authority_decisions" ("contact");


CREATE INDEX "ix_authority_decisions_customer_decision_kind_at" ON "authority_decisions" ("customer", "decision_kind", "at");


CREATE INDEX "ix_authority_decisions_decision_kind_at" ON "authority_decisions" ("decision_kind", "at");


CREATE INDEX "ix_authority_decisions_under" ON "authority_decisions" ("under");


CREATE INDEX "ix_authority_decisions_walk_node" ON "authority_decisions" ("walk", "node");


CREATE INDEX "ix_authority_limits_decision_kind_from" ON "authority_limits" ("decision_kind", "from");


CREATE INDEX "ix_conduct_cases_customer" ON "conduct_cases" ("customer");


CREATE UNIQUE INDEX "ix_conduct_cases_number" ON "conduct_cases" ("number");


CREATE INDEX "ix_conduct_handlings_agent_closed_at" ON "conduct_handlings" ("agent", "closed_at");


CREATE INDEX "ix_conduct_handlings_case" ON "conduct_handlings" ("case");


CREATE INDEX "ix_conduct_handlings_closed_at_left_at" ON "conduct_handlings" ("closed_at", "left_at");


CREATE INDEX "ix_conduct_handlings_customer_taken_at" ON "conduct_handlings" ("customer", "taken_at");


CREATE INDEX "ix_conduct_notes_case_at" ON "conduct_notes" ("case", "at");


CREATE INDEX "ix_conduct_notes_contact_at" ON "conduct_notes" ("contact", "at");


CREATE INDEX "ix_conduct_referrals_assigned_to_state" ON "conduct_referrals" ("assigned_to", "state");


CREATE INDEX "ix_conduct_referrals_case" ON "conduct_referrals" ("case");


CREATE INDEX "ix_conduct_referrals_contact" ON "conduct_referrals" ("contact");


CREATE INDEX "ix_conduct_referrals_customer_decision_kind" ON "conduct_referrals" ("customer", "decision_kind");


CREATE INDEX "ix_conduct_referrals_requested_by_opened_at" ON "conduct_referrals" ("requested_by", "opened_at");


CREATE INDEX "ix_conduct_referrals_state_opened_at" ON "conduct_referrals" ("state", "opened_at");


CREATE INDEX "ix_conduct_referrals_to_role_closed_at" ON "conduct_referrals" ("to_role", "closed_at");


CREATE INDEX "ix_conduct_walks_case_begun_at" ON "conduct_walks" ("case", "begun_at");


CREATE INDEX "ix_conduct_walks_contact" ON "conduct_walks" ("contact");


CREATE INDEX "ix_conduct_walks_procedure_version_ended_at" ON "conduct_walks" ("procedure", "version", "ended_at");


CREATE INDEX "ix_import_files_brought_at" ON "import_files" ("brought_at");


CREATE INDEX "ix_import_files_profile_file_hash" ON "import_files" ("profile", "file_hash");


CREATE INDEX "ix_import_files_state" ON "import_files" ("state");


CREATE INDEX "ix_import_remarks_import_kind_number" ON "import_remarks" ("import", "kind", "number");


CREATE INDEX "ix_journal_contacts_arrived_at" ON "journal_contacts" ("arrived_at");


CREATE INDEX "ix_journal_contacts_customer_type_arrived_at" ON "journal_contacts" ("customer", "type", "arrived_at");


CREATE INDEX "ix_journal_contacts_state_arrived_at" ON "journal_contacts" ("state", "arrived_at");


CREATE UNIQUE INDEX "ix_journal_customers_lookup" ON "journal_customers" ("lookup");


CREATE INDEX "ix_journal_entries_number" ON "journal_entries" ("number") WHERE name = 'person.presence-changed';


CREATE UNIQUE INDEX "ix_journal_entries_source_source_key" ON "journal_entries" ("source", "source_key");


CREATE INDEX "ix_journal_entries_subject_number" ON "journal_entries" ("subject", "number");


CREATE INDEX "ix_journal_personal_owner" ON "journal_personal" ("owner");


CREATE INDEX "ix_keys_keys_created_at" ON "keys_keys" ("created_at");


CREATE UNIQUE INDEX "ix_keys_keys_hash" ON "keys_keys" ("hash");


CREATE UNIQUE INDEX "ix_measures_definitions_kpi_version" ON "measures_definitions" ("kpi", "version");


CREATE INDEX "ix_measures_quarters_revision" ON "measures_quarters" ("revision");


CREATE INDEX "ix_people_invitations_person" ON "people_invitations" ("person");


CREATE UNIQUE INDEX "ix_people_invitations_token_hash" ON "people_invitations" ("token_hash");


CREATE INDEX "ix_people_role_claims_role_id" ON "people_role_claims" ("role_id");


CREATE UNIQUE INDEX "role_name_index" ON "people_roles" ("normalized_name");


CREATE UNIQUE INDEX "ix_people_teams_name" ON "people_teams" ("name");


CREATE INDEX "ix_people_user_claims_user_id" ON "people_user_claims" ("user_id");


CREATE INDEX "ix_people_user_logins_user_id" ON "people_user_logins" ("user_id");


CREATE INDEX "ix_people_user_roles_role_id" ON "people_user_roles" ("role_id");


CREATE INDEX "email_index" ON "people_users" ("normalized_email");


CREATE UNIQUE INDEX "user_name_index" ON "people_users" ("normalized_user_name");


CREATE INDEX "ix_planning_rehearsals_series_knobs_at" ON "planning_rehearsals" ("series", "knobs", "at");


CREATE INDEX "ix_planning_scenarios_series" ON "planning_scenarios" ("series");


CREATE UNIQUE INDEX "ix_planning_scenarios_sort_name" ON "planning_scenarios" ("sort_name");


CREATE UNIQUE INDEX "ix_planning_series_sort_name" ON "planning_series" ("sort_name");


CREATE UNIQUE INDEX "ix_procedures_contact_types_code" ON "procedures_contact_types" ("code");


CREATE UNIQUE INDEX "ix_procedures_contact_types_sort_name" ON "procedures_contact_types" ("sort_name");


CREATE UNIQUE INDEX "ix_procedures_procedures_contact_type" ON "procedures_procedures" ("contact_type");


CREATE INDEX "ix_procedures_publications_procedure_effective_from" ON "procedures_publications" ("procedure", "effective_from");


CREATE INDEX "ix_procedures_versions_state" ON "procedures_versions" ("state");



