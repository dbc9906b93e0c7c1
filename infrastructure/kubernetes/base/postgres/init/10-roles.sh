#!/usr/bin/env bash
# Makes the database's roles; the image runs it once, on an empty volume. It may run again: what is
# there is brought to this state. The names and passwords of the application's roles are those of
# its URLs, so that one place has them.
set -euo pipefail

urlPart() { # URL user|password
  local credentials=${1#*://}
  credentials=${credentials%%@*}
  local part=${credentials%%:*}
  [[ $2 == user ]] || part=${credentials#*:}
  printf '%b' "${part//%/\\x}"
}

owner=$(urlPart "$MIGRATION_DATABASE_URL" user)
web=$(urlPart "$DATABASE_URL" user)
engine=$(urlPart "$ENGINE_DATABASE_URL" user)

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" \
  --dbname "${POSTGRES_DB:-reconciliation_db}" \
  --set=owner="$owner" --set=ownerPassword="$(urlPart "$MIGRATION_DATABASE_URL" password)" \
  --set=web="$web" --set=webPassword="$(urlPart "$DATABASE_URL" password)" \
  --set=engine="$engine" --set=enginePassword="$(urlPart "$ENGINE_DATABASE_URL" password)" \
  --set=operatorPassword="$DB_PASSWORD" --set=budget="${DB_MAX_CONNECTIONS:-50}" <<'SQL'
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SELECT format('CREATE ROLE %I', name)
FROM unnest(ARRAY[:'owner', :'web', :'engine', 'reconciliation_user', 'recon_exporter']) name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

ALTER ROLE :"owner" LOGIN BYPASSRLS NOSUPERUSER PASSWORD :'ownerPassword';
ALTER ROLE :"web" LOGIN NOBYPASSRLS NOSUPERUSER CONNECTION LIMIT :budget PASSWORD :'webPassword';
ALTER ROLE :"engine" LOGIN BYPASSRLS NOSUPERUSER CONNECTION LIMIT :budget
  PASSWORD :'enginePassword';
ALTER ROLE reconciliation_user LOGIN BYPASSRLS REPLICATION NOSUPERUSER
  CONNECTION LIMIT 10 PASSWORD :'operatorPassword';
ALTER ROLE reconciliation_user SET default_transaction_read_only = on;
ALTER ROLE recon_exporter LOGIN NOSUPERUSER CONNECTION LIMIT 5;
GRANT pg_read_all_data TO reconciliation_user;
GRANT pg_monitor TO recon_exporter;

SELECT format('ALTER DATABASE %I OWNER TO %I', current_database(), :'owner') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I, %I, reconciliation_user, recon_exporter',
    current_database(), :'web', :'engine') \gexec
ALTER SCHEMA public OWNER TO :"owner";
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"web", :"engine";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"web", :"engine";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO :"web", :"engine";
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
CREATE EXTENSION IF NOT EXISTS amcheck;
SQL
