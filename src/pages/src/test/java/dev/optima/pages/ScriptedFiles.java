package dev.optima.pages;

import dev.optima.pages.ScriptedBackend.Answer;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.Upload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Uploads and downloads of the scripted backend.
final class ScriptedFiles {

  private final String room;
  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  private final Map<String, ByteArrayOutputStream> bytes = new LinkedHashMap<>();

  int maxChunk = 1_000_000;

  /// The code with which new files are refused, by name.
  final Map<String, String> refused = new LinkedHashMap<>();

  /// How many further pieces are taken before the connection breaks; negative for ever.
  int piecesUntilBreak = -1;

  ScriptedFiles(String room) {
    this.room = room + "/attachments";
  }

  Optional<Answer> answer(Asked asked, String path) {
    if (path.equals(room)) {
      return Optional.of(begin(asked));
    }
    if (!path.startsWith("/api/attachments/")) {
      return Optional.empty();
    }
    String[] parts = path.substring("/api/attachments/".length()).split("/");
    if (parts.length > 1) {
      return Optional.of(new Answer(200, picture()));
    }
    Upload upload = uploads.get(parts[0]);
    if (upload == null) {
      return Optional.of(problem(404, "not_found"));
    }
    return Optional.of(
        switch (asked.method()) {
          case "PATCH" -> piece(upload, asked);
          case "DELETE" -> {
            uploads.remove(parts[0]);
            yield new Answer(204, null);
          }
          default -> new Answer(200, upload);
        });
  }

  private Answer begin(Asked asked) {
    NewAttachment wanted = read(asked);
    String code = refused.getOrDefault(wanted.name(), "");
    if (code.equals("too_large") || code.equals("quota_exceeded")) {
      return problem(413, code);
    }
    var id = new AttachmentId("f" + (uploads.size() + bytes.size() + 1));
    var upload = new Upload(id, 0, wanted.size(), maxChunk, null);
    uploads.put(id.value(), upload);
    names.put(id.value(), wanted.name());
    bytes.put(id.value(), new ByteArrayOutputStream());
    return new Answer(201, upload);
  }

  private static NewAttachment read(Asked asked) {
    try {
      return Json.read(Objects.requireNonNull(asked.postData()), NewAttachment.class);
    } catch (JsonRefusal e) {
      throw new AssertionError(e);
    }
  }

  private Answer piece(Upload upload, Asked asked) {
    if (piecesUntilBreak == 0) {
      return new Answer(0, null);
    }
    piecesUntilBreak--;
    String id = upload.attachmentId().value();
    byte[] piece = Optional.ofNullable(asked.postDataBuffer()).orElse(new byte[0]);
    if (Long.parseLong(asked.headers().getOrDefault("upload-offset", "-1")) != upload.offset()) {
      return problem(409, "stale");
    }
    String name = names.getOrDefault(id, "");
    long offset = upload.offset() + piece.length;
    bytes.getOrDefault(id, new ByteArrayOutputStream()).writeBytes(piece);
    boolean whole = offset == upload.size();
    if (whole && refused.containsKey(name)) {
      return problem(422, refused.getOrDefault(name, ""));
    }
    var now =
        new Upload(
            upload.attachmentId(),
            offset,
            upload.size(),
            maxChunk,
            whole ? attachment(id, name, upload.size()) : null);
    uploads.put(id, now);
    return new Answer(200, now);
  }

  /// The bytes that came of a file.
  byte[] received(String id) {
    return bytes.getOrDefault(id, new ByteArrayOutputStream()).toByteArray();
  }

  static Attachment attachment(String id, String name, long size) {
    boolean image = name.endsWith(".png");
    boolean pdf = name.endsWith(".pdf");
    Attachment.Preview preview =
        image ? new Attachment.Preview(640, 360) : pdf ? new Attachment.Preview(453, 640) : null;
    String type = image ? "image/png" : pdf ? "application/pdf" : "application/zip";
    return new Attachment(new AttachmentId(id), name, size, type, true, pdf ? 3 : null, preview);
  }

  @Nullable List<Attachment> of(@Nullable List<AttachmentId> ids) {
    return ids == null
        ? null
        : ids.stream()
            .map(id -> Optional.ofNullable(uploads.get(id.value())).map(Upload::attachment))
            .flatMap(Optional::stream)
            .toList();
  }

  private static Answer problem(int status, String code) {
    return new Answer(status, Map.of("code", code, "status", status));
  }

  private static byte[] picture() {
    var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x0969da), 640, 360, new Color(0x8250df)));
    pen.fillRect(0, 0, 640, 360);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
