-- What the backup's jobs have done: the metrics of backups are read from here.
CREATE TABLE backup_run (
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    file_name text NOT NULL,
    byte_count bigint NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT backup_run_pkey PRIMARY KEY (id),
    CONSTRAINT backup_run_kind_check CHECK (kind IN ('dump', 'base', 'verify')),
    CONSTRAINT backup_run_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE backup_run IS
    'A dump, a copy of the cluster, or a restore that was compared: each of them succeeded.';
CREATE INDEX backup_run_kind_idx ON backup_run (kind, finished_at DESC);

-- The backup's login reads everything and writes this. It is there only where the deployment made it.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'reconciliation_user') THEN
        GRANT INSERT ON backup_run TO reconciliation_user;
    END IF;
END
$$;
