# shellcheck shell=bash
# Who is told of alerts: the file of Alertmanager with the addresses of .env.production in it.

# What keeps an alert from reaching anybody, a line each.
alertFaults() {
  [[ $overlay != local ]] || return 0
  local key value address='[^][:space:],<>"'\''\|&]+@[A-Za-z0-9.-]+'
  for key in ALERT_MAIL SMTP_HOST SMTP_FROM; do
    [[ -n $(setting "$key") ]] || echo "$key has no value, so no alert would reach anybody"
  done
  for key in ALERT_MAIL SMTP_HOST SMTP_FROM SLACK_URL HEARTBEAT_URL RUNBOOK_URL ACME_EMAIL; do
    value=$(setting "$key")
    [[ $value != *example.com* ]] || echo "$key still has the value of the template"
    [[ -n $value ]] || continue
    case $key in
      ALERT_MAIL) [[ $value =~ ^$address(, *$address)*$ ]] || echo "$key is no address, or several with commas" ;;
      SMTP_FROM | ACME_EMAIL)
        [[ $value =~ ^$address$ || $value =~ ^[^\<\>\"\']*\<$address\>$ ]] || echo "$key is no address of mail"
        ;;
      SMTP_HOST) [[ $value =~ ^[A-Za-z0-9.-]+$ ]] || echo "$key is no name of a host" ;;
      *) [[ $value =~ ^https?://[^[:space:]\"\'\|\&\\]+$ ]] || echo "$key is not of the form https://host/path" ;;
    esac
  done
  [[ $(setting SMTP_SECURITY) != tls || $(setting SMTP_PORT) == 465 ]] ||
    echo "SMTP_SECURITY is tls, which Alertmanager speaks on port 465 only: set SMTP_PORT, or starttls"
}

# The file of Alertmanager. Without Slack what would go there is mailed; without a heartbeat nobody is
# told that all is well.
alertmanagerConfiguration() {
  local port
  port=$(setting SMTP_PORT)
  SERVER=$(setting SMTP_HOST):${port:-587} FROM=$(setting SMTP_FROM) LOGIN=$(setting SMTP_USERNAME) \
    TO=$(setting ALERT_MAIL) SECURITY=$(setting SMTP_SECURITY) SLACK=$(setting SLACK_URL) \
    HEARTBEAT=$(setting HEARTBEAT_URL) awk '
    function put(value) {
      gsub(/\047/, "\047\047", value)
      sub(/: .*/, ": ")
      $0 = $0 "\047" value "\047"
    }
    /^  smtp_smarthost:/ { put(ENVIRON["SERVER"]) }
    /^  smtp_from:/ { put(ENVIRON["FROM"]) }
    /^  smtp_auth_username:/ { put(ENVIRON["LOGIN"]) }
    /^  smtp_require_tls:/ && ENVIRON["SECURITY"] == "none" { sub(/true/, "false") }
    /^  - \{to:/ { $0 = "  - {to: \047" ENVIRON["TO"] "\047, send_resolved: true}" }
    /^  - \{url:/ { $0 = "  - {url: \047" ENVIRON["HEARTBEAT"] "\047, send_resolved: false}" }
    /^  smtp_auth_/ && ENVIRON["LOGIN"] == "" { next }
    /^  slack_api_url_file:/ && ENVIRON["SLACK"] == "" { next }
    ENVIRON["SLACK"] == "" { sub(/receiver: slack$/, "receiver: email") }
    /^(- name:|  [a-z]+_configs:)/ {
      left = /slack_configs:/ && ENVIRON["SLACK"] == "" || /webhook_configs:/ && ENVIRON["HEARTBEAT"] == ""
    }
    !left' "$root/infrastructure/monitoring/alertmanager.yml"
}

# Where the runbooks are read: an address, or where they stand in the repository.
runbooks() {
  local address
  address=$(setting RUNBOOK_URL)
  printf '%s' "${address:-docs/runbooks}"
}

# Alerts and panels of the release lead to the runbooks.
leadToRunbooks() {
  sed -i -E "s|https://reconciliation\.example\.com/runbooks/([A-Za-z]+)|$(runbooks)/\1.md|
    s|https://reconciliation\.example\.com/runbooks/|$(runbooks)/|" "$1"
}
