-- An archive that is held says which of its files can be chosen.
ALTER TABLE file_table DROP CONSTRAINT file_table_held_check;
ALTER TABLE file_table ADD CONSTRAINT file_table_held_check
    CHECK ((problem IS NULL) = (format IS NOT NULL) AND (format IS NULL OR origin IS NOT NULL));
