package dev.optima.backend.attachment;

import dev.optima.backend.account.Identity;
import dev.optima.backend.attachment.StoredFile.Facts;
import dev.optima.backend.attachment.StoredFile.Picture;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files in pieces and gives them to those who are in the room. A piece is on the disk before
/// it is counted, and counted before it is acknowledged. All methods block.
public final class AttachmentService {
  /// The most bytes in one piece.
  public static final int MAX_CHUNK = 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentService.class);

  private final Database database;
  private final AttachmentFolder folder;
  private final AttachmentLimits limits;
  private final FileExaminer examiner;
  private final InstantSource clock;
  private final AttachmentStore store = new AttachmentStore();
  private final AttachmentQuota quota;

  public AttachmentService(
      Database database,
      AttachmentFolder folder,
      AttachmentLimits limits,
      FileExaminer examiner,
      InstantSource clock) {
    this.database = database;
    this.folder = folder;
    this.limits = limits;
    this.examiner = examiner;
    this.quota = new AttachmentQuota(store, limits);
    this.clock = clock;
  }

  /// Begins an upload, if there is room for all of it. A file without bytes is there at once.
  public Upload begin(Identity who, RoomId room, NewAttachment wanted) {
    AttachmentRights.demand(who, room);
    limits.checkSize(wanted.size());
    examiner.demandReady();
    var file =
        new StoredFile(
            new AttachmentId(Ids.secret()),
            room,
            who.userId(),
            null,
            FileName.harmless(wanted.name()),
            wanted.size(),
            0,
            null);
    database.<StoredFile>write(
        room.value(),
        tx -> {
          quota.demand(tx, room, who.userId(), file.size());
          store.insert(tx, file, clock.instant());
          return file;
        });
    return file.size() > 0
        ? file.upload()
        : append(who, file.id(), 0, InputStream.nullInputStream());
  }

  /// How far an upload is.
  public Upload status(Identity who, AttachmentId id) {
    return own(who, id).upload();
  }

  /// Takes the piece that begins at `offset`; with the last one the file is examined. A sender that
  /// breaks off loses nothing of what came. If nobody can examine it now, all of it is kept: the
  /// last piece, or an empty one at the end, asks to examine again.
  ///
  /// @throws Refusal `stale` if that is not where the upload is, or somebody else is writing;
  ///   `unavailable` if nobody could examine it
  public Upload append(Identity who, AttachmentId id, long offset, InputStream body) {
    own(who, id);
    try (UploadWriter writer =
        UploadWriter.claim(folder, id).orElseThrow(AttachmentService::elsewhere)) {
      StoredFile before = own(who, id);
      if (before.facts() != null || isLost(before)) {
        throw elsewhere();
      }
      if (waitsForScan(before) && offset >= before.size() - MAX_CHUNK && offset <= before.size()) {
        return accept(before);
      }
      if (before.stored() != offset) {
        throw elsewhere();
      }
      StoredFile after = advance(before, writer, body);
      return after.stored() == after.size() ? accept(after) : after.upload();
    } catch (IOException e) {
      LOG.error("The file {} cannot be stored", id, e);
      throw Refusal.unavailable("the file cannot be stored now; try again");
    }
  }

  /// Whether all bytes are there, and nobody has looked at them.
  private static boolean waitsForScan(StoredFile file) {
    return file.size() > 0 && file.stored() == file.size();
  }

  /// Whether the disk has less than what was counted, as after a backup was put back: then the
  /// upload goes on from there.
  private boolean isLost(StoredFile file) throws IOException {
    long there = Files.exists(folder.data(file.id())) ? Files.size(folder.data(file.id())) : 0;
    return there < file.stored()
        && database.<Boolean>write(
            file.room().value(), tx -> store.advance(tx, file.id(), file.stored(), there));
  }

  private StoredFile advance(StoredFile file, UploadWriter writer, InputStream body)
      throws IOException {
    long most = Math.min(MAX_CHUNK, file.size() - file.stored());
    UploadWriter.Written written = writer.write(body, file.stored(), most);
    long stored = file.stored() + written.bytes();
    boolean there =
        database.<Boolean>write(
            file.room().value(), tx -> store.advance(tx, file.id(), file.stored(), stored));
    if (!there) {
      folder.discard(List.of(file.id()));
      throw AttachmentRights.noFile();
    }
    IOException broken = written.broken();
    if (broken != null) {
      throw Refusal.of(ErrorCode.MALFORMED, "the body broke off: " + broken.getMessage());
    }
    return file.withStored(stored);
  }

  private Upload accept(StoredFile file) throws IOException {
    Facts facts;
    try {
      facts = examiner.examine(file);
    } catch (Refusal e) {
      LOG.warn("The file {} of {} was refused: {}", file.id(), file.uploader(), e.detail());
      if (e.code() != ErrorCode.UNAVAILABLE) {
        forget(file.id());
      }
      throw e;
    }
    boolean there =
        database.<Boolean>write(
            file.room().value(), tx -> store.complete(tx, file.id(), facts, clock.instant()));
    if (!there) {
      folder.discard(List.of(file.id()));
      throw AttachmentRights.noFile();
    }
    Files.deleteIfExists(folder.lock(file.id()));
    return file.withFacts(facts).upload();
  }

  /// Gives up an upload, or a file that was not sent.
  public void cancel(Identity who, AttachmentId id) {
    own(who, id);
    if (!forget(id)) {
      throw Refusal.of(ErrorCode.CONFLICT, "the file was sent; delete the message instead");
    }
  }

  private boolean forget(AttachmentId id) {
    boolean gone = database.<Boolean>write(tx -> store.cancel(tx, id));
    if (gone) {
      folder.discard(List.of(id));
    }
    return gone;
  }

  /// The file itself.
  public Download content(Identity who, AttachmentId id) {
    StoredFile file = readable(who, id);
    Facts facts = facts(file);
    return download(
        folder.data(id), MediaTypes.served(facts.mediaType()), facts.sha256(), file.name());
  }

  /// Its picture.
  public Download preview(Identity who, AttachmentId id) {
    StoredFile file = readable(who, id);
    Facts facts = facts(file);
    Picture picture = facts.preview();
    if (picture == null) {
      throw Refusal.notFound("there is no picture of this file");
    }
    return download(
        folder.preview(id),
        picture.mediaType(),
        "p-" + facts.sha256(),
        picture.mediaType().equals("image/png") ? "preview.png" : "preview.jpg");
  }

  /// What a backup did not bring back is not there, though the database knows of it.
  private static Download download(Path path, String mediaType, String tag, String name) {
    try {
      return new Download(path, Files.size(path), mediaType, tag, name);
    } catch (IOException e) {
      LOG.error("The file {} cannot be read: {}", path.getFileName(), e.toString());
      throw AttachmentRights.noFile();
    }
  }

  private StoredFile own(Identity who, AttachmentId id) {
    StoredFile file = find(id);
    if (!AttachmentRights.mayChange(who, file)) {
      throw AttachmentRights.noFile();
    }
    return file;
  }

  private StoredFile readable(Identity who, AttachmentId id) {
    StoredFile file = find(id);
    if (!AttachmentRights.mayRead(who, file)) {
      throw AttachmentRights.noFile();
    }
    return file;
  }

  private StoredFile find(AttachmentId id) {
    return database
        .<Optional<StoredFile>>read(tx -> store.find(tx, id))
        .orElseThrow(AttachmentRights::noFile);
  }

  private static Facts facts(StoredFile file) {
    Facts facts = file.facts();
    if (facts == null) {
      throw AttachmentRights.noFile();
    }
    return facts;
  }

  private static Refusal elsewhere() {
    return Refusal.of(
        ErrorCode.STALE,
        "the upload is at another offset, or somebody is writing; ask where it is");
  }
}
