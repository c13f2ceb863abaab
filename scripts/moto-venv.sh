#!/usr/bin/env bash
# Makes the virtual environment in which moto runs for the third-party tests; does nothing where it is there and up to date.
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=test/third-party/requirements.txt
venv=.venv-moto
made_for="$venv/made-for.txt"

if [ -x "$venv/bin/moto_server" ] && cmp -s "$requirements" "$made_for"; then exit 0; fi
rm -rf "$venv"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
cp "$requirements" "$made_for"
