# What the benchmarks share: data, one measured run of ours and of DuckDB, medians and ratios.
# shellcheck shell=bash
ram=/dev/shm
[[ -w $ram ]] || ram=${TMPDIR:-/tmp}
DATA=${DATA:-$ram/recon-bench} SQL=${SQL:-$root/bench} THREADS=${THREADS:-$(nproc)}
SECOND_RULES=${SECOND_RULES:-$root/bench/second-job.yaml}
flags=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

fail() {
  echo "bench: $*" >&2
  exit 2
}

# Builds what is not built (BUILT=1: it is), and makes a folder for results that goes at the end.
prepare() {
  [[ -x /usr/bin/time ]] || fail "it measures with /usr/bin/time: apt-get install time"
  JAVA_HOME=$("$root/scripts/find-jdk")
  export JAVA_HOME
  java=$JAVA_HOME/bin/java
  if [[ -z ${BUILT:-} ]]; then
    mvn --quiet --batch-mode --file "$root/pom.xml" -pl bench -am -Dmaven.test.skip=true package >&2
  fi
  [[ -e $root/bench/target/classpath ]] || fail "bench is not built: make build"
  bench=$root/bench/target/classes:$(<"$root/bench/target/classpath")
  "$root/recon" --version >&2
  work=$(mktemp -d "$ram/recon-bench-XXXXXX")
  trap 'rm -rf "$work"' EXIT
}

# The files of one size, generated when they are not there.
data() { # entries a side
  folder=$DATA/$1
  if [[ -e $folder/left.csv ]]; then
    left=$folder/left.csv right=$folder/right.csv
  else
    made "$folder" "$1" usual
  fi
}

made() { # folder, entries a side, shape
  folder=$1 left=$1/ledger.csv right=$1/bank.csv
  [[ -e $folder/truth.csv ]] \
    || "$java" -cp "$bench" dev.recon.bench.Main generate "$folder" "$2" 1 "$3" >&2
}

# Prints wall, CPU seconds and peak MiB of one run of ours, the whole process; breaks (exit 1) are
# its right answer.
ours() { # arguments of recon match…
  rm -rf "$work/ours"
  /usr/bin/time -q -f '%e %U %S %M' -o "$work/time" \
    "$root/recon" match "$left" "$right" --out "$work/ours" --threads "$THREADS" "$@" \
    >"$work/log" 2>&1 || (($? == 1)) || {
    cat "$work/log" >&2
    fail "recon match failed"
  }
  awk '{printf "%.3f %.3f %d\n", $1, $2 + $3, $4 / 1024}' "$work/time"
}

# The same of DuckDB; its seconds are those of its statements alone, without the start of the JVM.
theirs() { # SQL script
  mkdir -p "$work/theirs"
  /usr/bin/time -f '%M' -o "$work/time" "$java" "${flags[@]}" -XX:+UseSerialGC -Xmx256m \
    -cp "$bench" dev.recon.bench.DuckDb "$1" "TH=$THREADS" "D=$folder" "O=$work/theirs" \
    >"$work/seconds"
  # A script may show rows as it goes; the seconds are its last line.
  echo "$(tail -n 1 "$work/seconds") $(($(<"$work/time") / 1024))"
}

# A B A B …, after one warm-up; fewer rounds where one takes long.
inTurn() { # name of the results, SQL script, arguments of recon match…
  local name=$1 script=$2 rounds=$ROUNDS first
  shift 2
  ours "$@" >/dev/null
  first=$(theirs "$script")
  if [[ ${first%%.*} -ge 30 ]]; then # the warm-up of the other counts: it is far from the limit
    echo "$first" >"$work/$name.b"
    rounds=1
  elif [[ ${first%%.*} -ge 8 && $rounds -gt 3 ]]; then
    rounds=3
  fi
  for ((round = 1; round <= rounds; round++)); do
    ours "$@" >>"$work/$name.a"
    [[ $rounds == 1 && -s $work/$name.b ]] || theirs "$script" >>"$work/$name.b"
    echo "$name, round $round: recon $(tail -n 1 "$work/$name.a")," \
      "DuckDB $(tail -n 1 "$work/$name.b") (wall, CPU, MiB)" >&2
  done
}

heading() { # name, the head of a table or a sentence
  printf '\n## %s\n%s\n' "$1" "$2"
  [[ $2 != \|* ]] || tr -dc '|' <<<"$2" | sed 's/|/|---/g; s/---$//; s/$/\n/'
  echo "$1: $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)" >&2
}

median() { # column, results
  cut -d' ' -f"$1" "$work/$2" | sort -g \
    | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'
}

# Medians of wall, CPU and memory, such as `4.0 · 6.5 · 489`.
figures() { # results[, how many of the three]
  local columns=${2:-3}
  LC_ALL=C printf '%.2f · %.2f' "$(median 1 "$1")" "$(median 2 "$1")"
  ((columns < 3)) || LC_ALL=C printf ' · %.0f' "$(median 3 "$1")"
}

# The medians of one as a share of those of the other.
ratios() { # results, others[, how many of the three]
  local column separator=
  for ((column = 1; column <= ${3:-3}; column++)); do
    printf '%s%s' "$separator" "$(awk -v a="$(median "$column" "$1")" \
      -v b="$(median "$column" "$2")" 'BEGIN {printf "%.2f", b == 0 ? 0 : a / b}')"
    separator=' · '
  done
}
