package dev.optima.console.sample;

import com.sun.net.httpserver.HttpExchange;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The files of [ScriptedBackend]: taken chunk by chunk, kept in memory, and refused as ordered.
public final class ScriptedFiles {
  private static final int CHUNK = 64 << 10;

  private final Map<AttachmentId, Stored> files = new ConcurrentHashMap<>();
  private final Map<AttachmentId, byte[]> previews = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger failing = new AtomicInteger();
  private volatile @Nullable Answer refusal;

  private record Stored(NewAttachment made, ByteArrayOutputStream bytes) {}

  /// The next chunks are lost on their way: stored, but not answered as such.
  public void failNext(int chunks) {
    failing.set(chunks);
  }

  /// Refuses every new upload in this way; null takes them.
  public void refuse(@Nullable Answer with) {
    refusal = with;
  }

  /// A picture for a file of this id.
  public void preview(AttachmentId id, byte[] png) {
    previews.put(id, png);
  }

  /// The bytes that came of a file.
  public byte[] bytes(AttachmentId id) {
    Stored stored = files.get(id);
    return stored == null ? new byte[0] : stored.bytes().toByteArray();
  }

  public int count() {
    return files.size();
  }

  Answer begin(String body) throws JsonRefusal {
    Answer refused = refusal;
    if (refused != null) {
      return refused;
    }
    AttachmentId id = new AttachmentId("file" + ids.incrementAndGet());
    files.put(id, new Stored(Json.read(body, NewAttachment.class), new ByteArrayOutputStream()));
    return Answer.json(upload(id));
  }

  private Upload upload(AttachmentId id) {
    Stored stored = Objects.requireNonNull(files.get(id));
    NewAttachment made = stored.made();
    boolean whole = stored.bytes().size() == made.size();
    return new Upload(
        id,
        stored.bytes().size(),
        made.size(),
        CHUNK,
        whole
            ? new Attachment(id, made.name(), made.size(), "application/zip", true, null, null)
            : null);
  }

  /// Answers what concerns one file; writes bytes itself.
  ///
  /// @return null if it has answered
  @Nullable Answer answer(HttpExchange exchange, String[] path, byte[] body) throws IOException {
    AttachmentId id = new AttachmentId(path[3]);
    if (path.length == 5) {
      byte[] bytes = path[4].equals("preview") ? previews.get(id) : bytes(id);
      if (bytes == null) {
        return Answer.problem(404, ErrorCode.NOT_FOUND, null);
      }
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
      return null;
    }
    Stored stored = files.get(id);
    if (stored == null) {
      return Answer.problem(404, ErrorCode.NOT_FOUND, null);
    }
    return switch (exchange.getRequestMethod()) {
      case "DELETE" -> {
        files.remove(id);
        yield Answer.json(Map.of());
      }
      case "PATCH" -> take(exchange, id, stored, body);
      default -> Answer.json(upload(id));
    };
  }

  private Answer take(HttpExchange exchange, AttachmentId id, Stored stored, byte[] body) {
    long offset = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"));
    if (offset != stored.bytes().size() || body.length > CHUNK) {
      return Answer.problem(409, ErrorCode.STALE, null);
    }
    stored.bytes().writeBytes(body);
    return failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0
        ? Answer.problem(503, ErrorCode.UNAVAILABLE, null)
        : Answer.json(upload(id));
  }
}
