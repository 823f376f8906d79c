package dev.optima.backend.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// Tells what a file is by its content. Its name only says which of the kinds that look alike it is
/// (a `.docx` is a ZIP archive); against the content it counts for nothing.
final class MediaTypes {
  /// Anything: bytes, and no more is said of them.
  static final String BYTES = "application/octet-stream";

  /// What a browser may be told, since it runs nothing of it.
  private static final Set<String> PASSIVE =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/bmp",
          "application/pdf",
          "application/zip",
          "text/plain",
          "text/csv",
          "audio/mpeg",
          "audio/mp4",
          "audio/ogg",
          "audio/vnd.wave",
          "video/mp4",
          "video/webm",
          "video/quicktime",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation");

  private MediaTypes() {}

  /// Loaded with the first file, not when the server starts: it reads a large table.
  private static final class Table {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }

  /// The type without parameters, `application/octet-stream` if nobody knows.
  static String of(Path file, String name) throws IOException {
    if (Files.size(file) == 0) {
      return BYTES;
    }
    MediaType bare = detect(file, null);
    if (bare.equals(MediaType.OCTET_STREAM)) {
      return BYTES;
    }
    return detect(file, name).getBaseType().toString();
  }

  private static MediaType detect(Path file, @Nullable String name) throws IOException {
    Metadata metadata = new Metadata();
    if (name != null) {
      metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    try (InputStream in = TikaInputStream.get(file)) {
      return Table.TYPES.detect(in, metadata);
    }
  }

  /// What a browser is told: what could run there goes out as bytes.
  static String served(String mediaType) {
    if (!PASSIVE.contains(mediaType)) {
      return BYTES;
    }
    return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
  }
}
