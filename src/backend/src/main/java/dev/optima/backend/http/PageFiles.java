package dev.optima.backend.http;

import dev.optima.backend.account.Secrets;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The files of the module `pages`, from the class path: small, and kept in memory once read.
final class PageFiles {
  private static final Pattern NAME =
      Pattern.compile("pages(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\\.([a-z0-9]+)");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("mp3", "audio/mpeg"));

  /// One file.
  ///
  /// @param tag what its ETag is: changes with the content
  record PageFile(Buffer content, String type, String tag) {

    static PageFile of(byte[] content, String type) {
      String text = new String(content, StandardCharsets.ISO_8859_1);
      String tag = "\"" + Secrets.hash(text).substring(0, 20) + "\"";
      return new PageFile(Buffer.buffer(content), type, tag);
    }

    static PageFile of(String content, String type) {
      return of(content.getBytes(StandardCharsets.UTF_8), type);
    }
  }

  private final Map<String, PageFile> known = new ConcurrentHashMap<>();

  /// The file of a name like `pages/shared/base.css`.
  Optional<PageFile> find(String name) {
    PageFile file = known.get(name);
    if (file == null) {
      Optional<PageFile> loaded = load(name);
      loaded.ifPresent(found -> known.put(name, found));
      return loaded;
    }
    return Optional.of(file);
  }

  private static Optional<PageFile> load(String name) {
    var matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String type = TYPES.get(matcher.group(2));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(PageFile.of(in.readAllBytes(), type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
