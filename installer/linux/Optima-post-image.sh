#!/bin/sh
# jpackage runs this in the root of the package before it packs it, for deb and rpm alike. What belongs to the desktop
# becomes the package's own files: the package manager takes them away again, and refreshes menus by its triggers.
set -eu
cd "$JpAppImageDir"

mkdir -p usr/bin usr/share/doc/optima
cp -R opt/optima/lib/share/. usr/share/
rm -r opt/optima/lib/share
ln -s /opt/optima/bin/Optima usr/bin/optima
if [ -f opt/optima/share/doc/copyright ]; then
  mv opt/optima/share/doc/copyright usr/share/doc/optima/copyright
  rmdir opt/optima/share/doc opt/optima/share
fi

# jpackage's copies are as new as this hour; the cache of the start knows the jars by the time that ConsoleFiles gave them.
find opt/optima -name '*.jar' -exec touch -d 2026-01-01T00:00:00Z {} +
