#!/bin/sh
# Install the Debian programs that some tests need, where we may; say what is missing where we may not.
# `debian.sh packs` installs what make check-packs needs as well.
set -u
programs="chromium apertium ffmpeg openssl php mariadb"
packages="chromium libpango-1.0-0 libpangoft2-1.0-0 ffmpeg openssl openssh-server openssh-client fonts-noto-core apertium apertium-eng-spa apertium-eng-cat apertium-en-gl apertium-es-pt apertium-fra-cat apertium-spa-ita php-symfony-translation wordpress php-cli php-mysql php-xml php-mbstring php-gd mariadb-server"

if [ "${1:-}" = packs ]; then
    programs="$programs java mp3val node npm"
    packages="$packages default-jre-headless mp3val nodejs npm"
fi

missing=""
for program in $programs; do
    command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
# It carries the schemas of XLIFF.
[ -e /usr/share/php/Symfony/Component/Translation/Resources/schemas ] || missing="$missing php-symfony-translation"
[ -d /usr/share/wordpress ] || missing="$missing wordpress"
[ -x /usr/sbin/sshd ] || missing="$missing openssh-server"
[ -z "$missing" ] && exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing$missing from Debian ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null 2>&1
    # One at a time: a release without one of the Apertium pairs still gets the others.
    apt-get install -qq -y --no-install-recommends $packages >/dev/null 2>&1 ||
        for package in $packages; do
            apt-get install -qq -y --no-install-recommends "$package" >/dev/null 2>&1 || echo "not to be had: $package"
        done
else
    echo "Missing:$missing. The tests that need them are skipped; as root, this script installs them."
fi
exit 0
