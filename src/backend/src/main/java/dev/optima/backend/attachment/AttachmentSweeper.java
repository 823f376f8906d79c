package dev.optima.backend.attachment;

import dev.optima.backend.store.Database;
import dev.optima.protocol.id.AttachmentId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes what nobody will ask for: uploads that were not finished or not sent within a day, and
/// bytes that no row of the database knows, as after a kill between a deletion and its effect.
public final class AttachmentSweeper {
  /// How long a file may wait to be sent.
  static final Duration LIFE = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentSweeper.class);

  private final Database database;
  private final AttachmentFolder folder;
  private final InstantSource clock;
  private final AttachmentStore store = new AttachmentStore();

  public AttachmentSweeper(Database database, AttachmentFolder folder, InstantSource clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
  }

  /// Blocks; never fails.
  public void sweep() {
    try {
      Instant limit = clock.instant().minus(LIFE);
      List<AttachmentId> old = database.write(tx -> store.expire(tx, limit));
      folder.discard(old);
      List<AttachmentId> orphans = orphans();
      folder.discard(orphans);
      if (!old.isEmpty() || !orphans.isEmpty()) {
        LOG.info(
            "Swept {} files that were not sent, {} that nobody knew", old.size(), orphans.size());
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The files could not be swept: {}", e.toString());
    }
  }

  /// First what is on the disk, then what is known: a row is older than its bytes, so what has none
  /// now has lost it.
  private List<AttachmentId> orphans() throws IOException {
    List<AttachmentId> present = folder.present();
    return database.read(
        tx -> {
          var unknown = new ArrayList<AttachmentId>();
          for (AttachmentId id : present) {
            if (store.find(tx, id).isEmpty()) {
              unknown.add(id);
            }
          }
          return unknown;
        });
  }
}
