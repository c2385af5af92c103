ALTER TABLE procedures_procedures ADD CONSTRAINT fk_procedures_procedures_procedures_contact_types_contact_type
    FOREIGN KEY (contact_type) REFERENCES procedures_contact_types (id);
ALTER TABLE procedures_versions ADD CONSTRAINT fk_procedures_versions_procedures_procedures_procedure
    FOREIGN KEY (procedure) REFERENCES procedures_procedures (id);
ALTER TABLE procedures_publications ADD CONSTRAINT "fk_procedures_publications_procedures_versions_procedure_versi~"
    FOREIGN KEY (procedure, version) REFERENCES procedures_versions (procedure, number);
ALTER TABLE procedures_edits ADD CONSTRAINT fk_procedures_edits_procedures_versions_procedure_version
    FOREIGN KEY (procedure, version) REFERENCES procedures_versions (procedure, number);
