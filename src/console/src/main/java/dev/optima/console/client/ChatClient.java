package dev.optima.console.client;

import dev.optima.console.kept.WholeFile;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.SearchHits;
import dev.optima.protocol.rest.Upload;
import java.io.IOException;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// What the chat asks of the backend by REST, beside its messages: what changed, what matches, and
/// files. Every method waits for the network.
public final class ChatClient {
  private static final int MOST_PREVIEW_BYTES = 4 << 20;

  private final HttpExchange http;
  private final ApiClient api;

  ChatClient(HttpExchange http, ApiClient api) {
    this.http = http;
    this.api = api;
  }

  /// The entries that were changed after the change `after`, as they are now, in the order of
  /// change.
  public MessageList changes(RoomId room, long after, int limit) throws ApiException {
    HttpUrl.Builder url =
        api.path("rooms", room.value(), "messages")
            .addQueryParameter("changes_after", Long.toString(after))
            .addQueryParameter("limit", Integer.toString(limit));
    return http.send(api.request(url.build()), MessageList.class);
  }

  /// One entry as it is now.
  public ChatEntry message(RoomId room, MessageId message) throws ApiException {
    return http.send(api.to("rooms", room.value(), "messages", message.value()), ChatEntry.class);
  }

  /// What has these words, newest first.
  ///
  /// @param room an applicant's room with its notes; null for all rooms
  public SearchHits search(String words, @Nullable RoomId room, @Nullable String after, int limit)
      throws ApiException {
    HttpUrl.Builder url =
        api.path("search")
            .addQueryParameter("q", words)
            .addQueryParameter("limit", Integer.toString(limit));
    ApiClient.add(url, "room_id", room == null ? null : room.value());
    ApiClient.add(url, "after", after);
    return http.send(api.request(url.build()), SearchHits.class);
  }

  /// Begins an upload.
  ///
  /// @param size bytes
  public Upload begin(RoomId room, String name, long size) throws ApiException {
    return http.send(
        api.to("rooms", room.value(), "attachments").post(http.body(new NewAttachment(name, size))),
        Upload.class);
  }

  /// How far an upload is.
  public Upload upload(AttachmentId id) throws ApiException {
    return http.send(api.to("attachments", id.value()), Upload.class);
  }

  /// Sends the next bytes of an upload.
  ///
  /// @param offset where they begin
  public Upload send(AttachmentId id, long offset, RequestBody chunk) throws ApiException {
    return http.sendPatiently(
        api.to("attachments", id.value())
            .header("Upload-Offset", Long.toString(offset))
            .patch(chunk),
        Upload.class);
  }

  /// Gives up an upload that belongs to no message.
  public void cancel(AttachmentId id) throws ApiException {
    http.send(api.to("attachments", id.value()).delete());
  }

  /// Writes a file's bytes to `target`, which is replaced once they are all there.
  public Path download(AttachmentId id, Path target) throws Exception {
    WholeFile.write(
        target,
        out -> Download.to(out, http, api.to("attachments", id.value(), "content"), _ -> {}));
    return target;
  }

  /// The bytes of the picture of a file.
  public byte[] preview(AttachmentId id) throws ApiException {
    return http.stream(
        api.to("attachments", id.value(), "preview"),
        body -> {
          byte[] bytes = body.byteStream().readNBytes(MOST_PREVIEW_BYTES);
          if (bytes.length == MOST_PREVIEW_BYTES) {
            throw new IOException("a preview is never this large");
          }
          return bytes;
        });
  }
}
