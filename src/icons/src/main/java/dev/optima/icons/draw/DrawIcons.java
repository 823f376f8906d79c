package dev.optima.icons.draw;

import dev.optima.icons.Badge;
import dev.optima.icons.Icons;
import dev.optima.icons.Panel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Draws all icons of the product. The build runs it; the same design gives the same bytes.
public final class DrawIcons {
  private static final List<Integer> PNGS =
      List.of(16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024);
  private static final List<Integer> WINDOWS = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256);
  private static final List<Integer> MACOS = List.of(16, 32, 64, 128, 256, 512, 1024);
  private static final int LINUX = 512;
  private static final int FOR_COUNTS = 10;

  /// The forms for a browser's tab, and for all larger sizes.
  private static final int TAB = 16;

  private static final int LARGE = 64;

  private final Design design;
  private final Path folder;

  private DrawIcons(Design design, Path folder) {
    this.design = design;
    this.folder = folder;
  }

  /// Draws.
  ///
  /// @param arguments the design, the folder for all pictures, and the folder of the classes, which
  ///   get those that [Icons] names
  public static void main(String[] arguments) throws IOException {
    Path svg = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    draw(svg, folder);
    Path packed = Path.of(arguments[2], "dev", "optima", "icons");
    Files.createDirectories(packed);
    for (String name : packedNames()) {
      Files.copy(folder.resolve(name), packed.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void draw(Path svg, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    DrawIcons drawing = new DrawIcons(Design.read(svg), folder);
    Files.copy(svg, folder.resolve("optima.svg"), StandardCopyOption.REPLACE_EXISTING);
    drawing.apps();
    drawing.trays();
    drawing.systems();
    drawing.pages();
  }

  private void apps() throws IOException {
    for (int size : PNGS) {
      write(design.app(size, Badge.NONE), Icons.windowName(size, Badge.NONE));
    }
    for (int size : Icons.WINDOW) {
      for (Badge badge : badges(size)) {
        write(design.app(size, badge), Icons.windowName(size, badge));
      }
    }
  }

  private void trays() throws IOException {
    for (Panel panel : Panel.values()) {
      for (int size : Icons.TRAY) {
        for (Badge badge : badges(size)) {
          write(design.tray(panel, size, badge), Icons.trayName(panel, size, badge));
        }
      }
    }
  }

  private void systems() throws IOException {
    write(design.app(LINUX, Badge.NONE), "optima.png");
    List<BufferedImage> windows = new ArrayList<>();
    for (int size : WINDOWS) {
      windows.add(design.app(size, Badge.NONE));
    }
    IcoFile.write(windows, folder.resolve("optima.ico"));
    List<BufferedImage> macos = new ArrayList<>();
    for (int size : MACOS) {
      macos.add(design.mac(size));
    }
    IcnsFile.write(macos, folder.resolve("optima.icns"));
  }

  /// What `src/pages` has. Its files are served as they lie there, so they are kept there.
  private void pages() throws IOException {
    write(design.app(192, Badge.NONE), "pages/icon-192.png");
    write(design.app(512, Badge.NONE), "pages/icon-512.png");
    write(design.maskable(512), "pages/icon-maskable-512.png");
    text(design.svg(LARGE, Badge.NONE), "pages/icon.svg");
    text(design.svg(TAB, Badge.NONE), "pages/favicon.svg");
    text(design.svg(TAB, Badge.DOT), "pages/favicon-alert.svg");
  }

  private void write(BufferedImage picture, String name) throws IOException {
    PngFile.write(picture, folder.resolve(name));
  }

  private void text(String svg, String name) throws IOException {
    Files.writeString(folder.resolve(name), svg, StandardCharsets.UTF_8);
  }

  private static Set<Badge> badges(int size) {
    Set<Badge> badges = new LinkedHashSet<>();
    for (int missed = 0; missed <= FOR_COUNTS; missed++) {
      badges.add(Badge.of(missed, size));
    }
    return badges;
  }

  private static List<String> packedNames() {
    List<String> names = new ArrayList<>();
    for (int size : Icons.WINDOW) {
      badges(size).forEach(badge -> names.add(Icons.windowName(size, badge)));
    }
    for (Panel panel : Panel.values()) {
      for (int size : Icons.TRAY) {
        badges(size).forEach(badge -> names.add(Icons.trayName(panel, size, badge)));
      }
    }
    return names;
  }
}
