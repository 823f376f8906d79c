package dev.optima.console.client;

import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One file on its way to a room, chunk by chunk. After a break [#run] goes on where the backend
/// has got to.
public final class FileUpload {
  private static final long BUSY_MILLIS = 500;

  private final ChatClient chat;
  private final RoomId room;
  private final Path file;
  private final String name;
  private volatile @Nullable AttachmentId id;
  private volatile boolean cancelled;

  /// @param name as the others will see it
  public FileUpload(ChatClient chat, RoomId room, Path file, String name) {
    this.chat = chat;
    this.room = room;
    this.file = file;
    this.name = name;
  }

  /// Sends what is missing. Waits for the network.
  ///
  /// @param sent told how many bytes of the file are there
  /// @throws ApiException if it broke off or was refused; it may be tried again
  /// @throws CancellationException if it was cancelled
  public Attachment run(LongConsumer sent) throws ApiException, IOException {
    AttachmentId known = id;
    Upload upload = known == null ? chat.begin(room, name, Files.size(file)) : chat.upload(known);
    id = upload.attachmentId();
    while (upload.attachment() == null) {
      check();
      sent.accept(upload.offset());
      upload = next(upload, sent);
    }
    check();
    return upload.attachment();
  }

  private Upload next(Upload at, LongConsumer sent) throws ApiException {
    long length = Math.min(at.maxChunk(), at.size() - at.offset());
    FileChunk chunk =
        new FileChunk(
            file,
            at.offset(),
            length,
            offset -> {
              check();
              sent.accept(offset);
            });
    try {
      return chat.send(at.attachmentId(), at.offset(), chunk);
    } catch (ApiException e) {
      if (e.is(ErrorCode.STALE)) {
        return elsewhere(at);
      }
      throw e;
    }
  }

  /// Where it is instead. If it has not moved, the backend still listens to a connection of ours
  /// that broke: it needs some seconds to notice.
  private Upload elsewhere(Upload at) throws ApiException {
    Upload now = chat.upload(at.attachmentId());
    if (now.attachment() == null && now.offset() == at.offset()) {
      try {
        TimeUnit.MILLISECONDS.sleep(BUSY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the upload was interrupted");
      }
    }
    return now;
  }

  private void check() {
    if (cancelled) {
      throw new CancellationException("the upload was cancelled");
    }
  }

  /// Ends it, now or at the next bytes.
  public void cancel() {
    cancelled = true;
  }

  /// Takes back what the backend has of it. Waits for the network.
  public void discard() throws ApiException {
    AttachmentId known = id;
    if (known != null) {
      chat.cancel(known);
    }
  }

  /// Forgets what the backend has of it: the next [#run] begins anew.
  public void restart() {
    id = null;
  }
}
