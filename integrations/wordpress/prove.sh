#!/usr/bin/env bash
# Proves the WordPress plugin: prove.sh [--install] PYTHON [PICTURES]
#   its code by PHP_CodeSniffer, its parts by PHPUnit and node, and all of it on a throw-away
#   WordPress with a MariaDB of its own, driven in Chromium, with the real service. About two minutes.
# --install installs Debian's packages first; PYTHON has what requirements.lock names.
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=(wordpress wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql php-curl
  php-xml php-mbstring php-codesniffer phpunit gettext chromium
  fonts-noto-color-emoji)
if [ "${1:-}" = --install ]; then
  shift
  apt-get install --yes --no-install-recommends "${packages[@]}"
fi
for package in "${packages[@]}"; do
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || {
    echo "Debian's package $package is missing: apt-get install --no-install-recommends ${packages[*]}" >&2
    exit 1
  }
done

python=$1
pictures=${2:-build/wordpress}
here=integrations/wordpress
(cd "$here" && phpcs -q)
phpunit --do-not-cache-result --bootstrap "$here/tests/bootstrap.php" --fail-on-warning "$here/tests"
if command -v node >/dev/null; then
  node --check "$here/onrecord/assets/editor.js"
  node --test "$here/tests/"
fi
"$here/translations.sh" --check
PYTHONPATH=.:service exec "$python" -m integrations.wordpress.proof "$pictures"
