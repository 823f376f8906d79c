#!/usr/bin/env bash
# Draws icons/png/*.png from icons/optima.svg (needs Chromium and ImageMagick).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p png
for size in 16 24 32 48 64 128 256; do
  printf '<!doctype html><style>body{margin:0}img{display:block;width:%spx;height:%spx}</style><img src="file://%s/optima.svg">' \
    "$size" "$size" "$PWD" > "$work/icon.html"
  chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/profile" --allow-file-access-from-files \
    --hide-scrollbars --default-background-color=00000000 --window-size=512,512 \
    --screenshot="$work/icon.png" "file://$work/icon.html" >/dev/null 2>&1
  convert "$work/icon.png" -crop "${size}x${size}+0+0" +repage -strip "png/optima-$size.png"
  echo "png/optima-$size.png"
done
