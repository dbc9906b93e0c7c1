#!/usr/bin/env bats
# deploy-production.sh puts a dump back. What it runs beside the server is run for real by
# restore-drill.sh.

load deploy

restore() { run "$script" restore --yes "${1:-backup-20261128.dump}"; }

@test "restore takes no other file than one of the folder" {
  restore ../../etc/passwd
  [ "$status" -eq 2 ]
  [ ! -s "$CALLS" ]
}

@test "restore takes a dump first that no bucket sees, and stops the platform for the exchange alone" {
  SHIPS=yes WORKERS=2 restore
  echo "$output"
  [ "$status" -eq 0 ]
  [[ $(dumpName) =~ ^before-[0-9]{8}-[0-9]{6}$ ]]
  absent "create job ship-" "$CALLS"
  inOrder "kubectl wait job/before-" "restore.sh fill backup-20261128.dump restored_" \
    "scale deployment backend --replicas=0" "scale deployment worker --replicas=0" \
    "wait pod --namespace reconciliation --selector app=worker --for=delete" \
    "restore.sh swap restored_" "scale deployment backend --replicas=3" \
    "scale deployment worker --replicas=2" "scale deployment frontend --replicas=3" \
    "rollout status deployment/backend"
  absent "restore.sh drop" "$CALLS"
}

@test "without workers none is scaled" {
  restore
  [ "$status" -eq 0 ]
  absent "scale deployment worker" "$CALLS"
}

@test "a dump that cannot be restored stops nothing, and leaves nothing" {
  FAIL_ON='exec --stdin --namespace reconciliation deployment/postgres -- bash /etc/postgresql/restore.sh fill' restore
  [ "$status" -eq 1 ]
  [[ $output == *"The database is the one that it was"* ]]
  absent "kubectl scale" "$CALLS"
  grep -q 'restore.sh drop restored_' "$CALLS"
}

@test "an exchange that fails leaves the platform as it was" {
  FAIL_ON='exec --stdin --namespace reconciliation deployment/postgres -- bash /etc/postgresql/restore.sh swap' \
    WORKERS=1 restore
  [ "$status" -eq 1 ]
  inOrder "scale deployment backend --replicas=0" "restore.sh swap" \
    "scale deployment backend --replicas=3" "scale deployment worker --replicas=1" "restore.sh drop"
}

@test "what another restore left at nothing comes up again" {
  PODS=0 restore
  [ "$status" -eq 0 ]
  grep -q 'scale deployment backend --replicas=1' "$CALLS"
}

@test "a platform that does not answer afterwards is started, and the way back is named" {
  REDIS_ANSWER=NOAUTH restore
  [ "$status" -eq 1 ]
  grep -q 'scale deployment backend --replicas=3' "$CALLS"
  absent "restore.sh drop" "$CALLS"
  [[ $output == *"The database before is replaced_"* ]]
}

@test "the passwords of the roles are those that pods get, and come by standard input" {
  restore
  [ "$status" -eq 0 ]
  grep -qx 'DATABASE_URL=Pl4nted' "$CALLS.input"
  absent Pl4nted "$CALLS"
  [[ $output != *Pl4nted* ]]
}

@test "a dry run of restore changes nothing" {
  run "$script" restore --yes --dry-run backup-20261128.dump
  echo "$output"
  [ "$status" -eq 0 ]
  absent -E 'scale|restore.sh|kubectl apply' "$CALLS"
}
