package dev.optima.backend.attachment;

import dev.optima.backend.attachment.StoredFile.Picture;
import org.jspecify.annotations.Nullable;

/// What can be shown of a file without opening it.
///
/// @param pages of a document, if known
/// @param picture the one that was written, if there is one
record Preview(@Nullable Integer pages, @Nullable Picture picture) {
  /// There is nothing to be shown.
  static final Preview NONE = new Preview(null, null);
}
