#!/usr/bin/env bash
# Draws icons/png/*.png from icons/optima.svg (needs Chromium and ImageMagick), and those of the installed page.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p png
# draw SIZE MARGIN BACKGROUND FILE: the sign with a margin around it, on a background.
draw() {
  printf '<!doctype html><style>body{margin:0;background:%s}img{display:block;padding:%spx;box-sizing:border-box;width:%spx;height:%spx}</style><img src="file://%s/optima.svg">' \
    "$3" "$2" "$1" "$1" "$PWD" > "$work/icon.html"
  chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/profile" --allow-file-access-from-files \
    --hide-scrollbars --default-background-color=00000000 --window-size=640,640 \
    --screenshot="$work/icon.png" "file://$work/icon.html" >/dev/null 2>&1
  convert "$work/icon.png" -crop "$1x$1+0+0" +repage -strip "$4"
  echo "$4"
}

for size in 16 24 32 48 64 128 256; do
  draw "$size" 0 transparent "png/optima-$size.png"
done
page=../src/pages/src/main/resources/pages/shared
draw 192 0 transparent "$page/icon-192.png"
draw 512 0 transparent "$page/icon-512.png"
# Phones cut a maskable icon to their own shape: all that matters lies in the inner circle of 80 %.
draw 512 64 '#0969da' "$page/icon-maskable-512.png"
