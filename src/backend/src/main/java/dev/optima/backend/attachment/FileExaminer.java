package dev.optima.backend.attachment;

import dev.optima.backend.attachment.StoredFile.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Looks at a file whose bytes are all there: what it is, and whether it may be kept.
public final class FileExaminer {
  private static final int BUFFER = 64 * 1024;

  private final AttachmentFolder folder;
  private final Previews previews;
  private final Optional<ClamdScanner> scanner;

  /// @param scanner empty if nobody scans
  public FileExaminer(AttachmentFolder folder, Previews previews, Optional<ClamdScanner> scanner) {
    this.folder = folder;
    this.previews = previews;
    this.scanner = scanner;
  }

  /// Refuses at once what would be refused at the end.
  void demandReady() {
    scanner.ifPresent(ClamdScanner::demandReachable);
  }

  /// What was found.
  ///
  /// @throws dev.optima.backend.refusal.Refusal if it may not be kept
  Facts examine(StoredFile file) throws IOException {
    Path data = folder.data(file.id());
    scanner.ifPresent(present -> present.demandClean(data));
    String mediaType = MediaTypes.of(data, file.name());
    String hash = sha256(data);
    Preview preview = previews.make(file.id(), mediaType);
    return new Facts(mediaType, hash, scanner.isPresent(), preview.pages(), preview.picture());
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count; (count = in.read(buffer)) >= 0; ) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
