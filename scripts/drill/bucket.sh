# shellcheck shell=bash
# shellcheck disable=SC2154 # the drill that reads this sets root and work
# A service of S3 of a drill's own, and the command `backup` of the server as built, which speaks with
# it. Sets s3 and follower, the processes.

export S3_BUCKET=copies S3_ACCESS_KEY=drill S3_SECRET_KEY=drill-secret
s3=
follower=

# Starts it; awaitBucket waits until it answers.
startBucket() {
  local tools=$root/server/target/tools version
  version=$(sed -n 's/.*<s3mock.version>\(.*\)<.*/\1/p' "$root/server/pom.xml")
  java=$("$root/scripts/find-jdk")/bin/java
  # With the limits of its launcher.
  backupCommand=("$java" -Xmx160m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp
    "$root/server/target/recon-server.jar:$root/server/target/lib/*" dev.recon.server.Backup)
  [[ -f $root/server/target/recon-server.jar ]] || fail "the server is not built: make build"
  [[ -f $tools/s3mock-$version-exec.jar ]] || fail "$tools is not there: scripts/drill/get-bucket"
  "$java" -XX:TieredStopAtLevel=1 -Xmx256m -jar "$tools/s3mock-$version-exec.jar" \
    --server.address=127.0.0.1 --server.port=0 --com.adobe.testing.s3mock.httpPort=0 \
    --com.adobe.testing.s3mock.store.initial-buckets="$S3_BUCKET" >"$work/s3.log" 2>&1 &
  s3=$!
}

awaitBucket() {
  local ports
  until ports=$(grep -o 'started on ports [0-9]* (https), [0-9]* (http)' "$work/s3.log"); do
    kill -0 "$s3" 2>/dev/null || fail "the bucket's service ended: $(tail -n 5 "$work/s3.log")"
    sleep 0.2
  done
  ports=${ports%% (http)}
  S3_ENDPOINT=http://127.0.0.1:${ports##* }
  export S3_ENDPOINT
  age-keygen -o "$work/identity" 2>"$work/keygen"
  BACKUP_RECIPIENT=$(sed -n 's/^# public key: //p' "$work/identity")
  export BACKUP_RECIPIENT
}

backup() { # folder, verb, name…
  BACKUP_FOLDER=$1 "${backupCommand[@]}" "${@:2}"
}

# Ships the log of this folder as it is written, until stopBucket.
follow() { # folder
  metricsPort=$("$root/scripts/drill/free-port" 1)
  BACKUP_FOLDER=$1 METRICS_PORT=$metricsPort "${backupCommand[@]}" follow >"$work/follow.log" 2>&1 &
  follower=$!
}

# Waits until the follower has sent a segment and read it back.
awaitSegment() { # name
  until grep -q "^shipped [0-9]*/$1.gz" "$work/follow.log"; do
    kill -0 "$follower" 2>/dev/null || fail "$(tail -n 5 "$work/follow.log")"
    sleep 0.2
  done
}

stopBucket() {
  local one
  for one in $follower $s3; do
    kill "$one" 2>/dev/null || continue
    wait "$one" 2>/dev/null || true
  done
}
