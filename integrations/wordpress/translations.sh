#!/usr/bin/env bash
# Writes the words of the plugin into languages/onrecord.pot; --check tells whether it is up to date.
set -euo pipefail
cd "$(dirname "$0")/onrecord"

target=languages/onrecord.pot
made=$(mktemp)
trap 'rm -f "$made"' EXIT
common=(--from-code=UTF-8 --add-comments=translators --sort-by-file --package-name=onrecord
  --copyright-holder=onrecord --keyword=__ --keyword=_n:1,2 --keyword=esc_html__ --keyword=esc_attr__
  --output="$made")
xgettext "${common[@]}" --language=PHP onrecord.php includes/*.php
xgettext "${common[@]}" --join-existing --language=JavaScript assets/editor.js
without_date() { grep -v '^"POT-Creation-Date' "$1"; }
if [ "${1:-}" = --check ]; then
  diff <(without_date "$target") <(without_date "$made") || { echo "run integrations/wordpress/translations.sh"; exit 1; }
else
  cp "$made" "$target"
fi
