#!/bin/sh
# Puts life cycles, index templates, the shipper's account and Kibana's objects in place. Each step
# may run again; the Job repeats it all until everything answers.
set -eu
files=$(dirname "$0")
put() { # path, file
  curl --silent --show-error --fail-with-body --cacert /elastic-ca/ca.crt --max-time 30 \
    --user "elastic:$ELASTIC_PASSWORD" --header 'Content-Type: application/json' \
    --request PUT --data-binary "@$2" "$ELASTIC_URL/$1"
  echo " $1"
}
put _ilm/policy/reconciliation-app "$files/ilm-app.json"
put _ilm/policy/reconciliation-audit "$files/ilm-audit.json"
for kind in app audit ingress; do
  put "_index_template/reconciliation-$kind" "$files/template-$kind.json"
done
put _security/role/log-shipper "$files/role-shipper.json"
printf '{"password":"%s","roles":["log-shipper"]}' "$SHIPPER_PASSWORD" >/tmp/user.json
put _security/user/log-shipper /tmp/user.json
rm /tmp/user.json
curl --silent --show-error --fail-with-body --cacert /kibana-ca/ca.crt --max-time 60 \
  --user "elastic:$ELASTIC_PASSWORD" --header 'kbn-xsrf: setup' \
  --form "file=@$files/objects.ndjson" \
  "$KIBANA_URL/api/saved_objects/_import?overwrite=true"
echo ' Kibana'
