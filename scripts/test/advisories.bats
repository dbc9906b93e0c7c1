#!/usr/bin/env bats
# check-advisories against a database and a bill of materials of our own.

setup() {
  export ROOT=$BATS_TEST_DIRNAME/../..
  cd "$BATS_TEST_TMPDIR" || exit
  export TODAY=2026-11-28T00:00:00Z EXCEPTIONS=$BATS_TEST_TMPDIR/accepted.txt
  : >accepted.txt
  mkdir bom database
  cat >bom/recon-java.cdx.json <<'JSON'
{"components": [
  {"group": "dev.recon", "name": "recon-engine", "version": "0.1.0"},
  {"group": "org.example", "name": "reader", "version": "2.3.4"},
  {"group": "org.example", "name": "writer", "version": "1.0.0.Final"}
]}
JSON
  record SAMPLE-1 Maven org.example:reader 0 2.3.5
  record SAMPLE-2 npm no-such-part-of-ours 0 9.9.9
}

record() { # id, ecosystem, name, introduced, fixed
  cat >"database/$1.json" <<JSON
{"id": "$1", "modified": "2026-11-20T00:00:00Z", "aliases": ["CVE-$1"], "summary": "it reads too much",
 "database_specific": {"severity": "HIGH"},
 "affected": [{"package": {"ecosystem": "$2", "name": "$3"},
   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "$4"}, {"fixed": "$5"}]}]}]}
JSON
}

check() { run "$ROOT/scripts/check-advisories" --bom bom "$@"; echo "$output"; }

@test "a part with a known fault is named, with what is wrong" {
  check database
  [ "$status" -eq 1 ]
  [[ $output == *"SAMPLE-1  Maven:org.example:reader 2.3.4 (server and command line)"* ]]
  [[ $output == *"HIGH: it reads too much"* ]]
  [[ $output == *"1 known faults, 0 accepted"* ]]
}

@test "a version that is mended, one before the fault, and a record that was withdrawn are not" {
  record SAMPLE-1 Maven org.example:reader 0 2.3.4
  record SAMPLE-3 Maven org.example:reader 2.3.5 3.0.0
  record SAMPLE-4 Maven org.example:writer 0 1
  record SAMPLE-5 Maven org.example:writer 0 2
  sed -i 's/"aliases"/"withdrawn": "2026-11-21T00:00:00Z", "aliases"/' database/SAMPLE-5.json
  check database
  [ "$status" -eq 0 ]
}

@test "the parts of the page and of the tools are looked up too" {
  name=$(jq -r '.packages | keys | map(select(startswith("node_modules/react"))) | first' \
    "$ROOT/web/package-lock.json")
  record SAMPLE-6 npm "${name#node_modules/}" 0 9999.0.0
  record SAMPLE-7 npm autocannon 0 9999.0.0
  check database
  [[ $output == *"SAMPLE-6  npm:react"*"(page)"* ]]
  [[ $output == *"SAMPLE-7  npm:autocannon"*"(tools of the build, build and tests)"* ]]
}

@test "an exception is for one fault of one part, and runs out" {
  echo 'CVE-SAMPLE-1 Maven:org.example:reader 2026-12-31 we never give it a file of others' >accepted.txt
  check database
  [ "$status" -eq 0 ]
  [[ $output == *"0 known faults, 1 accepted"* ]]
  TODAY=2027-01-02T00:00:00Z check database
  [ "$status" -eq 1 ]
  [[ $output == *"accepted.txt:1: CVE-SAMPLE-1 was to be mended by 2026-12-31"* ]]
  echo 'SAMPLE-1 Maven:org.example:writer 2026-12-31 we never give it a file of others' >accepted.txt
  check database
  [ "$status" -eq 1 ]
  [[ $output == *"nothing of this database needs SAMPLE-1"* ]]
}

@test "an exception without a reason, without a day, or for ever is refused" {
  cat >accepted.txt <<'LINES'
# a comment
SAMPLE-1 Maven:org.example:reader 2026-12-31 later
SAMPLE-1 Maven:org.example:reader whenever we never give it a file of others
SAMPLE-1 Maven:org.example:reader 2030-01-01 we never give it a file of others
LINES
  check database
  [ "$status" -eq 1 ]
  [[ $output == *"accepted.txt:2: SAMPLE-1 has no reason"* ]]
  [[ $output == *"accepted.txt:3: found"*"expected ID"* ]]
  [[ $output == *"accepted.txt:4: SAMPLE-1 lasts until 2030-01-01; 180 days is the most"* ]]
}

@test "the exceptions of the repository are well formed and have not run out" {
  rm database/SAMPLE-1.json
  record SAMPLE-8 Maven org.example:other 0 1
  EXCEPTIONS=$ROOT/config/advisories.txt TODAY=$(date -u +%Y-%m-%dT%H:%M:%SZ) check database
  [[ $output != *advisories.txt:*": "*" was to be mended"* && $output != *"expected ID"* ]]
  [[ $output == *"0 known faults"* ]]
}

@test "what was not checked is never said to be good" {
  OSV_DATABASE='' run "$ROOT/scripts/check-advisories"
  [ "$status" -eq 3 ]
  [[ $output == *"not checked: there is no database"* ]]
  rm database/SAMPLE-2.json database/SAMPLE-1.json
  record SAMPLE-9 Maven org.example:other 0 1
  check database
  [ "$status" -eq 3 ]
  [[ $output == *"knows nothing of Maven, or of npm"* ]]
  record SAMPLE-2 npm no-such-part-of-ours 0 9.9.9
  TODAY=2027-03-01T00:00:00Z check database
  [ "$status" -eq 3 ]
  [[ $output == *"older than 14 days"* ]]
  check nowhere
  [ "$status" -eq 2 ]
}

@test "an export is unpacked, and the variable names several" {
  jar=$("$ROOT/scripts/find-jdk")/bin/jar
  "$jar" --create --no-manifest --file maven.zip -C database SAMPLE-1.json
  "$jar" --create --no-manifest --file npm.zip -C database SAMPLE-2.json
  OSV_DATABASE="maven.zip npm.zip" run "$ROOT/scripts/check-advisories" --bom bom
  [ "$status" -eq 1 ]
  [[ $output == *SAMPLE-1* ]]
}

@test "records as the exports have them: several packages and ranges, other places, notes beside" {
  rm database/SAMPLE-1.json
  cat >database/SAMPLE-10.json <<'JSON'
{"schema_version": "1.7.3", "id": "SAMPLE-10", "modified": "2026-11-20T10:11:12.345678Z",
 "published": "2026-11-19T00:00:00Z", "aliases": ["CVE-2026-0"], "related": [], "upstream": [],
 "summary": "it reads too much", "details": "## Impact\nIt reads *too much*.",
 "severity": [{"type": "CVSS_V4", "score": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"}],
 "references": [{"type": "PACKAGE", "url": "https://example.com"}], "credits": [{"name": "Ada"}],
 "affected": [
  {"package": {"ecosystem": "PyPI", "name": "reader", "purl": "pkg:pypi/reader"}},
  {"package": {"ecosystem": "Maven:https://repository.example.com", "name": "org.example:writer"},
   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "9"}]}]},
  {"package": {"ecosystem": "Maven", "name": "org.example:reader", "purl": "pkg:maven/org.example/reader"},
   "ranges": [{"type": "GIT", "repo": "https://example.com/reader",
     "events": [{"introduced": "0"}, {"fixed": "0123456789abcdef0123456789abcdef01234567"}]},
    {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.9"}, {"introduced": "2.0-rc1"},
     {"last_affected": "2.3.4"}], "database_specific": {"source": "by hand"}}],
   "versions": ["1.8", "2.3.3"], "ecosystem_specific": {"affected_functions": [""]},
   "database_specific": {"last_known_affected_version_range": "<= 2.3.4"}}],
 "database_specific": {"cwe_ids": ["CWE-400"], "severity": "HIGH", "github_reviewed": true}}
JSON
  cat >database/MAL-1.json <<'JSON'
{"schema_version": "1.7.3", "id": "MAL-1", "modified": "2026-11-20T00:00:00Z", "summary": "malicious code",
 "affected": [{"package": {"ecosystem": "npm", "name": "no-such-part-of-ours"}, "versions": ["1.0.0"],
   "database_specific": {"cwes": []}}], "database_specific": {"malicious-packages-origins": []}}
JSON
  check database
  [ "$status" -eq 1 ]
  [[ $output == *"SAMPLE-10  Maven:org.example:reader 2.3.4"* ]]
  [[ $output == *"1 known faults, 0 accepted"* ]]
  sed -i 's/"last_affected": "2.3.4"/"last_affected": "2.3.3"/' database/SAMPLE-10.json
  check database
  [ "$status" -eq 0 ]
}

@test "versions stand in the order that Maven and npm themselves have" {
  [ -d /usr/share/maven/lib ] || skip "Maven's own order is not here to compare with"
  cat >versions.txt <<'TEXT'
1 1.0 1.0.0 1.1 1.10 1.9 2.0-alpha1 2.0-alpha-1 2.0-a1 2.0-beta 2.0-M1 2.0-RC1 2.0-cr1 2.0-SNAPSHOT
2.0 2.0.Final 2.0.GA 2.0-sp1 2.0.1 2.0-1 2.0-jre 33.0-jre 33.0.1-android 4.1.100.Final 1.1.1g 1-1
1.foo 1-foo 1.0.0-foo.0.0 1.2.3.4 9.2.3.v20140905 2.13.4.2 3.0.0.Beta1 SRU2025-10.3.19 r05
TEXT
  run node "$ROOT/scripts/test/version-order.mjs" versions.txt
  echo "$output"
  [ "$status" -eq 0 ]
  [[ $output == *" pairs of Maven agree"* ]]
}
