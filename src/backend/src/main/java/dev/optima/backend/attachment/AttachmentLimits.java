package dev.optima.backend.attachment;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;

/// How much may be kept, in bytes.
///
/// @param file of one file
/// @param room of all files of a room; 0: no limit
/// @param total of all files; 0: no limit
public record AttachmentLimits(long file, long room, long total) {
  private static final long MEGABYTE = 1024L * 1024;

  /// What holds if nothing is configured.
  public static final AttachmentLimits DEFAULT = ofMegabytes(25, 500, 0);

  /// As they are configured.
  public static AttachmentLimits ofMegabytes(int file, int room, int total) {
    return new AttachmentLimits(file * MEGABYTE, room * MEGABYTE, total * MEGABYTE);
  }

  void checkSize(long size) {
    if (size < 0) {
      throw Refusal.invalid("size", "a size is not negative");
    }
    if (size > file) {
      throw Refusal.of(ErrorCode.TOO_LARGE, "a file has " + file / MEGABYTE + " MiB at most");
    }
  }
}
