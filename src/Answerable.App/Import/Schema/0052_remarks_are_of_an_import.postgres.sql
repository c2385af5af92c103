ALTER TABLE import_remarks ADD CONSTRAINT fk_import_remarks_import_files_import FOREIGN KEY (import) REFERENCES import_files (id);
