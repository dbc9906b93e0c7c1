#!/usr/bin/env bats
# The shipped settings and accounts of Redis, on a server of this machine.

setup() {
  root=$BATS_TEST_DIRNAME/../..
  cd "$BATS_TEST_TMPDIR" || exit
  envFile=$PWD/env
  printf 'REDIS_PASSWORD=a-long-password-for-a-test\n' >"$envFile"
  source "$root/scripts/deploy/words.sh"
  source "$root/scripts/deploy/settings.sh"
  source "$root/scripts/deploy/cluster.sh"
  envFile=$PWD/env
  redisAccounts >users.acl
  port=$("$root/scripts/drill/free-port")
  sed -e "s|^aclfile .*|aclfile $PWD/users.acl|" -e "s|^dir .*|dir $PWD|" \
    -e "s|^port .*|port $port|" -e 's|^bind .*|bind 127.0.0.1|' \
    "$root/infrastructure/kubernetes/base/redis/redis.conf" >redis.conf
  redis-server redis.conf >log 2>&1 3>&- &
  server=$!
  local tries=0
  until grep -qs 'Ready to accept connections' log; do
    if ((++tries > 50)) || ! kill -0 "$server"; then cat log; return 1; fi
    sleep 0.1
  done
}

teardown() {
  kill "$server"
  wait "$server" || true
}

as() { # user, command…
  redis-cli -p "$port" --user "$1" --pass a-long-password-for-a-test --no-auth-warning "${@:2}"
}

@test "people ping without a password inside the container" {
  [ "$(REDISCLI_AUTH=a-long-password-for-a-test redis-cli -p "$port" ping)" = PONG ]
  [[ $(redis-cli -p "$port" ping) == NOAUTH* ]]
  [[ $(REDISCLI_AUTH=a-long-password-for-a-test redis-cli -p "$port" get x) == NOPERM* ]]
}

@test "the application does everything but administer" {
  [ "$(as recon set key value ex 60)" = OK ]
  [ "$(as recon get key)" = value ]
  [ "$(as recon publish news 1)" = 0 ]
  [[ $(as recon client setname it) == OK ]]
  for command in 'flushall' 'keys key' 'config get maxmemory' 'shutdown' 'acl list'; do
    # shellcheck disable=SC2086 # a command and its words
    answer=$(as recon $command)
    [[ $answer == *NOPERM* ]] || { echo "$command: $answer"; return 1; }
  done
}

@test "the exporter reads the state and no key" {
  [[ $(as exporter info memory) == *maxmemory:67108864* ]]
  [[ $(as exporter info memory) == *maxmemory_policy:volatile-lru* ]]
  [[ $(as exporter slowlog get) != NOPERM* ]]
  [[ $(as exporter get key) == NOPERM* ]]
}

@test "nothing is written to the disk" {
  as recon set key value ex 60
  [ ! -e dump.rdb ]
  [ ! -e appendonlydir ]
}
