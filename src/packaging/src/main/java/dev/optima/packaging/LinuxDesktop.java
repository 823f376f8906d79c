package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Linux desktop knows a program by: its entry in the menu, which also opens `optima://`
/// links, and its icon in all sizes. It lies in the image as it will lie in `/usr/share`, where
/// `installer/linux/Optima-post-image.sh` moves it as files of the package itself. jpackage's own
/// way copies them there after the installation, by a tool that fails on systems without menus.
final class LinuxDesktop {
  private static final String FOLDER = "lib/share";
  private static final Pattern ICON = Pattern.compile("optima-(\\d+)\\.png");

  /// The largest that themes have a folder for.
  private static final int LARGEST = 512;

  private final Path entry;
  private final Path icons;

  /// @param icons as `src/icons` draws them
  LinuxDesktop(Path entry, Path icons) {
    this.entry = entry;
    this.icons = icons;
  }

  void layOut(Path image) throws IOException {
    Path share = Tree.fresh(image.resolve(FOLDER));
    Path menu = Files.createDirectories(share.resolve("applications"));
    Files.copy(entry, menu.resolve("optima.desktop"));
    for (Path icon : Tree.files(icons)) {
      Matcher matcher = ICON.matcher(icon.getFileName().toString());
      if (matcher.matches() && Integer.parseInt(matcher.group(1)) <= LARGEST) {
        String size = matcher.group(1) + "x" + matcher.group(1);
        Path theme = share.resolve("icons/hicolor").resolve(size).resolve("apps");
        Files.copy(icon, Files.createDirectories(theme).resolve("optima.png"));
      }
    }
  }
}
