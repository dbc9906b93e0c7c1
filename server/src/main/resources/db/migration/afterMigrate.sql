-- After each migration: row-level security on every table of a workspace, and the rights of the two
-- roles that work. It stands here and not in each migration, so that no table can be forgotten; it
-- touches only what is not yet so, and takes no lock otherwise.
DO $$
DECLARE
    one record;
    role text;
    rights text;
    own text := '(SELECT nullif(current_setting(''app.workspace_id'', true), '''')::uuid)';
    door text := '(SELECT current_setting(''app.door'', true)) = ''open''';
    -- What is asked before it is known who asks, or while somebody comes or goes.
    door_tables text[] := ARRAY['workspace', 'person', 'person_role', 'role_permission', 'session',
        'one_time_link', 'api_key', 'identity', 'audit_head', 'audit_event',
        'idempotency_key'];
    condition text;
BEGIN
    FOR one IN
        SELECT c.oid, c.relname AS name, c.relkind = 'v' AS is_view,
            CASE WHEN c.relname = 'workspace' THEN 'id' ELSE a.attname::text END AS workspace
        FROM pg_class c
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
            AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
    LOOP
        -- A view sees what who asks sees of its tables.
        IF one.workspace IS NOT NULL AND NOT one.is_view
            AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = one.oid) THEN
            condition := one.workspace || ' = ' || own;
            IF one.name = ANY (door_tables) THEN
                condition := condition || ' OR ' || door;
            END IF;
            EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one.name);
            EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one.name);
            EXECUTE format('CREATE POLICY workspace_only ON %I USING (%s) WITH CHECK (%s)',
                one.name, condition, condition);
        END IF;
        rights := CASE
            WHEN one.is_view OR one.name = 'flyway_schema_history' THEN 'SELECT'
            WHEN one.name = 'audit_event' THEN 'SELECT, INSERT'
            ELSE 'SELECT, INSERT, UPDATE, DELETE' END;
        FOR role IN SELECT rolname FROM pg_roles WHERE rolname IN ('recon_web', 'recon_engine')
        LOOP
            IF NOT has_table_privilege(role, one.oid, 'SELECT') THEN
                EXECUTE format('GRANT %s ON %I TO %I', rights, one.name, role);
            END IF;
            -- Where an administrator gives rights on all tables to come, the history is no exception.
            IF one.name = 'audit_event' AND has_table_privilege(role, one.oid, 'UPDATE') THEN
                EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %I', one.name, role);
            END IF;
        END LOOP;
    END LOOP;
    FOR role IN SELECT rolname FROM pg_roles WHERE rolname IN ('recon_web', 'recon_engine')
    LOOP
        IF NOT has_schema_privilege(role, 'public', 'USAGE') THEN
            EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role);
        END IF;
    END LOOP;
END
$$;
