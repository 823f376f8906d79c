package dev.optima.backend.attachment;

import dev.optima.backend.attachment.StoredFile.Picture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// What the server asks the worker, and how both say it: one task, one answer.
///
/// @param source the file
/// @param target where the picture is to be written
record PreviewTask(String mediaType, Path source, Path target) {
  private static final int NO_PAGES = -1;

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(mediaType);
    out.writeUTF(source.toString());
    out.writeUTF(target.toString());
    out.flush();
  }

  static PreviewTask read(DataInputStream in) throws IOException {
    return new PreviewTask(in.readUTF(), Path.of(in.readUTF()), Path.of(in.readUTF()));
  }

  static void answer(DataOutputStream out, Preview preview) throws IOException {
    Integer pages = preview.pages();
    out.writeInt(pages == null ? NO_PAGES : pages);
    Picture picture = preview.picture();
    out.writeBoolean(picture != null);
    if (picture != null) {
      out.writeUTF(picture.mediaType());
      out.writeInt(picture.width());
      out.writeInt(picture.height());
    }
    out.flush();
  }

  static Preview readAnswer(DataInputStream in) throws IOException {
    int pages = in.readInt();
    Picture picture =
        in.readBoolean() ? new Picture(in.readUTF(), in.readInt(), in.readInt()) : null;
    return new Preview(pages == NO_PAGES ? null : pages, picture);
  }
}
