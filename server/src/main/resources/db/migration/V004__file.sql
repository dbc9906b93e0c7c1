-- Where entries come from, and what was delivered.
CREATE TABLE source (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT source_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT source_name_key UNIQUE (workspace_id, name),
    CONSTRAINT source_person_fkey
        FOREIGN KEY (workspace_id, created_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE source IS 'One place that entries come from.';

CREATE TABLE file (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    bytes bigint NOT NULL,
    sha256 bytea NOT NULL,
    source_id uuid,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT file_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT file_sha256_key UNIQUE (workspace_id, sha256),
    CONSTRAINT file_sha256_check CHECK (octet_length(sha256) = 32),
    CONSTRAINT file_bytes_check CHECK (bytes >= 0),
    CONSTRAINT file_source_fkey
        FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id),
    CONSTRAINT file_person_fkey
        FOREIGN KEY (workspace_id, created_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE file IS 'One delivery, known by the hash of its bytes.';
CREATE INDEX file_source_idx ON file (workspace_id, source_id, id DESC);

CREATE TABLE file_segment (
    workspace_id uuid NOT NULL,
    file_id uuid NOT NULL,
    position integer NOT NULL,
    raw_bytes integer NOT NULL,
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT file_segment_pkey PRIMARY KEY (workspace_id, file_id, position),
    CONSTRAINT file_segment_file_fkey
        FOREIGN KEY (workspace_id, file_id) REFERENCES file (workspace_id, id)
);
COMMENT ON TABLE file_segment IS
    'The bytes of a file in order, each piece packed (zstd) with the hash of what it says.';
ALTER TABLE file_segment ALTER COLUMN content SET STORAGE EXTERNAL;
