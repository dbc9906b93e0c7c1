-- A reconciliation may run by itself when both of its sources have delivered something new.
ALTER TABLE reconciliation
    ADD COLUMN runs_by_itself boolean NOT NULL DEFAULT false,
    ADD COLUMN sources_set_by uuid,
    ADD COLUMN left_taken integer NOT NULL DEFAULT 0,
    ADD COLUMN right_taken integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT reconciliation_sources_person_fkey
        FOREIGN KEY (workspace_id, sources_set_by) REFERENCES person (workspace_id, id),
    ADD CONSTRAINT reconciliation_by_itself_check CHECK (NOT runs_by_itself
        OR (left_source_id IS NOT NULL AND right_source_id IS NOT NULL
            AND sources_set_by IS NOT NULL));
CREATE INDEX reconciliation_by_itself_idx ON reconciliation (workspace_id, id)
    WHERE runs_by_itself;
COMMENT ON COLUMN reconciliation.left_taken IS
    'How many deliveries of the left source were taken when it last ran by itself.';
