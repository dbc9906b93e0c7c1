-- The servers that share this database, so that each knows its part of the connections.
CREATE TABLE server_process (
    id uuid NOT NULL,
    role text NOT NULL,
    pool_size integer NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT server_process_pkey PRIMARY KEY (id),
    CONSTRAINT server_process_role_check CHECK (role IN ('all', 'web', 'worker')),
    CONSTRAINT server_process_pool_size_check CHECK (pool_size > 0)
);
COMMENT ON TABLE server_process IS
    'One running server: its last sign of life, and the most connections it may open.';
