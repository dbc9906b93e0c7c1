-- What the door made of a delivered file: the table that its entries are read from.
CREATE TABLE file_table (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    choices text NOT NULL,
    format text,
    origin json,
    problem json,
    bytes bigint,
    sha256 bytea,
    made_at timestamptz NOT NULL,
    CONSTRAINT file_table_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT file_table_choices_key UNIQUE (workspace_id, file_id, choices),
    CONSTRAINT file_table_file_fkey
        FOREIGN KEY (workspace_id, file_id) REFERENCES file (workspace_id, id),
    -- Held, or let through.
    CONSTRAINT file_table_held_check
        CHECK ((problem IS NULL) = (format IS NOT NULL) AND (format IS NULL) = (origin IS NULL)),
    CONSTRAINT file_table_bytes_check
        CHECK ((bytes IS NULL) = (sha256 IS NULL) AND (bytes IS NULL OR problem IS NULL)),
    CONSTRAINT file_table_sha256_check CHECK (octet_length(sha256) = 32)
);
COMMENT ON TABLE file_table IS
    'What the door made of a file with these choices; without bytes, the file itself is the text.';
COMMENT ON COLUMN file_table.choices IS 'What a person chose, as JSON in one order; {} for nothing.';

CREATE TABLE file_table_segment (
    workspace_id uuid NOT NULL,
    table_id uuid NOT NULL,
    position integer NOT NULL,
    raw_bytes integer NOT NULL,
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT file_table_segment_pkey PRIMARY KEY (workspace_id, table_id, position),
    CONSTRAINT file_table_segment_table_fkey
        FOREIGN KEY (workspace_id, table_id) REFERENCES file_table (workspace_id, id)
);
COMMENT ON TABLE file_table_segment IS
    'The table of a file in order, packed like the bytes of the file itself.';
ALTER TABLE file_table_segment ALTER COLUMN content SET STORAGE EXTERNAL;
