-- What a source delivered, one row a delivery; when the next one is due, where a person said it.
CREATE TABLE delivery (
    workspace_id uuid NOT NULL,
    source_id uuid NOT NULL,
    number integer NOT NULL,
    file_id uuid NOT NULL,
    arrived_at timestamptz NOT NULL,
    arrived_by uuid NOT NULL,
    state text NOT NULL,
    reason text,
    lines integer NOT NULL,
    broken integer NOT NULL,
    shape text,
    severity text NOT NULL,
    changes text NOT NULL,
    merged_file_id uuid,
    new_lines integer,
    known_lines integer,
    changed_lines integer,
    CONSTRAINT delivery_pkey PRIMARY KEY (workspace_id, source_id, number),
    CONSTRAINT delivery_file_key UNIQUE (workspace_id, source_id, file_id),
    CONSTRAINT delivery_state_check CHECK (state IN ('taken', 'held', 'refused')),
    CONSTRAINT delivery_severity_check
        CHECK (severity IN ('none', 'additive', 'risky', 'breaking')),
    CONSTRAINT delivery_source_fkey
        FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id),
    CONSTRAINT delivery_delivered_fkey
        FOREIGN KEY (workspace_id, file_id) REFERENCES file (workspace_id, id),
    CONSTRAINT delivery_merged_fkey
        FOREIGN KEY (workspace_id, merged_file_id) REFERENCES file (workspace_id, id),
    CONSTRAINT delivery_person_fkey
        FOREIGN KEY (workspace_id, arrived_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE delivery IS
    'What a source delivered: taken, held because its shape broke, or refused as unreadable.';

CREATE TABLE source_cadence (
    workspace_id uuid NOT NULL,
    source_id uuid NOT NULL,
    calendar text NOT NULL,
    every_days integer NOT NULL,
    due_by time NOT NULL,
    CONSTRAINT source_cadence_pkey PRIMARY KEY (workspace_id, source_id),
    CONSTRAINT source_cadence_days_check CHECK (every_days >= 1),
    CONSTRAINT source_cadence_source_fkey
        FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
COMMENT ON TABLE source_cadence IS
    'When a source delivers, where a person said so; else it is learnt from its deliveries.';
