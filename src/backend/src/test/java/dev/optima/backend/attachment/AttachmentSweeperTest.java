package dev.optima.backend.attachment;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.NewMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttachmentSweeperTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void whatNobodyWillAskForGoes(Engine engine) throws Exception {
    try (var world = new World(engine.open(directory))) {
      var folder = new AttachmentFolder(directory.resolve("files"));
      var examiner = new FileExaminer(folder, new Previews(folder), Optional.empty());
      var files =
          new AttachmentService(
              world.database, folder, AttachmentLimits.DEFAULT, examiner, world.clock);
      var sweeper = new AttachmentSweeper(world.database, folder, world.clock);
      Identity mert = world.applicant("mert");

      AttachmentId sent = upload(files, mert, 3);
      world.chat.send(mert, room(mert), new NewMessage("k", "", null, List.of(sent)));
      upload(files, mert, 3);
      upload(files, mert, 2);
      world.clock.advance(AttachmentSweeper.LIFE.minus(Duration.ofMinutes(1)));
      AttachmentId young = upload(files, mert, 2);
      AttachmentId orphan = new AttachmentId("f".repeat(32));
      folder.prepare(orphan);
      Files.writeString(folder.data(orphan), "lost");
      Path foreign = Files.writeString(folder.root().resolve("README"), "not ours");
      sweeper.sweep();
      assertThat(folder.present()).hasSize(4).doesNotContain(orphan);

      world.clock.advance(Duration.ofMinutes(2));
      sweeper.sweep();
      assertThat(folder.present()).containsExactlyInAnyOrder(sent, young);
      assertThat(foreign).exists();
      assertThat(files.content(mert, sent).size()).isEqualTo(3);
    }
  }

  private static AttachmentId upload(AttachmentService files, Identity who, int count) {
    AttachmentId id = files.begin(who, room(who), new NewAttachment("a", 3)).attachmentId();
    files.append(who, id, 0, new ByteArrayInputStream(new byte[count]));
    return id;
  }
}
