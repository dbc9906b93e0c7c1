#!/usr/bin/env bash
# A whole run with nothing but curl: scripts/curl-run.sh LEFT RIGHT
# docs/reference/api.md explains it step by step; a test holds the two together.
set -euo pipefail
left=$1
right=$2
api=${RECON_URL:-http://localhost:8080}/api/v1

# A program sends a key: RECON_KEY=rk_live_… scripts/curl-run.sh LEFT RIGHT
: "${RECON_KEY:?is not set: make a key on the page People, or with scripts/first-key}"
curl() { command curl -H @<(echo "Authorization: Bearer $RECON_KEY") "$@"; }

# The first text field of this name in the JSON on standard input.
first() { sed "s/[{,]\"$1\":\"/\n&/" | sed -n "s/^[{,]\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1; }

# 1. Upload both files.
leftFile=$(curl -sSf "$api/files?name=left.csv" \
  -H 'Content-Type: application/octet-stream' --data-binary "@$left" | first id)
rightFile=$(curl -sSf "$api/files?name=right.csv" \
  -H 'Content-Type: application/octet-stream' --data-binary "@$right" | first id)

# 2. Ask what the platform would do with them, and take its rule set as it is.
proposal=$(curl -sSf "$api/proposals?leftFile=$leftFile&rightFile=$rightFile")
rules=$(sed -E 's/.*"rules":("([^"\\]|\\.)*").*/\1/' <<<"$proposal")

# 3. Make a reconciliation of it. The key makes sure that it is made once.
reconciliation=$(curl -sSf "$api/reconciliations" \
  -H 'Content-Type: application/json' -H "Idempotency-Key: curl-$leftFile-$rightFile" \
  -d "{\"name\":\"From the command line\",\"rules\":$rules}" | first id)

# 4. Run it, and wait until it has ended.
run=$(curl -sSf "$api/reconciliations/$reconciliation/runs" \
  -H 'Content-Type: application/json' \
  -d "{\"leftFile\":\"$leftFile\",\"rightFile\":\"$rightFile\"}" | first id)
until curl -sSf "$api/runs/$run" | grep -qE '"status":"(done|failed|cancelled|held)"'; do
  sleep 0.2
done
curl -sSf "$api/runs/$run" | grep -o '"proof":{"holds":[a-z]*'

# 5. Look at the breaks, the largest first, and at what could explain the first open entry.
curl -sSf "$api/runs/$run/break-counts?status=open"
echo
break=$(curl -sSf "$api/runs/$run/breaks?kind=missing-on-right&limit=1" | first id)
curl -sSf "$api/breaks/$break"
echo
curl -sSf "$api/breaks/$break/candidates?limit=1"
echo
curl -sSf "$api/matches/$run.1/explanation"
echo

# 6. Say what you know about it, and take it back.
decision=$(curl -sSf "$api/runs/$run/decisions" -H 'Content-Type: application/json' \
  -d "{\"kind\":\"comment\",\"breakId\":\"$break\",\"text\":\"Asked the bank.\"}" | first id)
curl -sSf -X POST "$api/decisions/$decision/undo" | grep -o '"status":"undone"'
curl -sSf "$api/audit-events?objectType=run&objectId=$run&limit=4" | grep -o '"action":"[a-z-]*"'
