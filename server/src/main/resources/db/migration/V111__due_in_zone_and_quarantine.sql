-- Deliveries are due at a time of the day where their source is; risky ones may be held, too.
ALTER TABLE source ADD COLUMN holds_risky boolean NOT NULL DEFAULT false;
ALTER TABLE source_cadence ADD COLUMN zone text NOT NULL DEFAULT 'UTC';

-- A held delivery may be taken after later ones: what was taken last has all that came before.
ALTER TABLE delivery ADD COLUMN taken_at timestamptz;
UPDATE delivery SET taken_at = arrived_at WHERE state = 'taken';
ALTER TABLE delivery ADD CONSTRAINT delivery_taken_check
    CHECK ((state = 'taken') = (taken_at IS NOT NULL));
CREATE INDEX delivery_taken_idx ON delivery (workspace_id, source_id, taken_at);
