-- Files that were made from others: mended lines put into their places, or a delivery put behind
-- what earlier ones brought.
CREATE TABLE derived_file (
    workspace_id uuid NOT NULL,
    file_id uuid NOT NULL,
    base_file_id uuid NOT NULL,
    added_file_id uuid NOT NULL,
    kind text NOT NULL,
    lines integer NOT NULL,
    replaced integer NOT NULL,
    added integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT derived_file_pkey PRIMARY KEY (workspace_id, file_id, base_file_id, added_file_id),
    CONSTRAINT derived_file_kind_check CHECK (kind IN ('mended', 'merged')),
    CONSTRAINT derived_file_count_check CHECK (lines >= 0 AND replaced >= 0 AND added >= 0),
    CONSTRAINT derived_file_file_fkey
        FOREIGN KEY (workspace_id, file_id) REFERENCES file (workspace_id, id),
    CONSTRAINT derived_file_base_fkey
        FOREIGN KEY (workspace_id, base_file_id) REFERENCES file (workspace_id, id),
    CONSTRAINT derived_file_added_fkey
        FOREIGN KEY (workspace_id, added_file_id) REFERENCES file (workspace_id, id)
);
COMMENT ON TABLE derived_file IS
    'A file whose lines are those of its base, each in its place; some replaced, some added.';
CREATE INDEX derived_file_base_idx ON derived_file (workspace_id, base_file_id);
CREATE INDEX derived_file_added_idx ON derived_file (workspace_id, added_file_id);
