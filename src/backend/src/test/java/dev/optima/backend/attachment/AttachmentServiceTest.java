package dev.optima.backend.attachment;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.NewMessage;
import dev.optima.protocol.rest.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttachmentServiceTest {
  private static final AttachmentLimits SMALL = new AttachmentLimits(1000, 2500, 4000);

  @TempDir private Path folder;

  private interface Story {
    void tell(World world, AttachmentService files, Identity ayse, Identity mert) throws Exception;
  }

  private void on(Engine engine, Story story) throws Exception {
    try (var world = new World(engine.open(folder))) {
      var place = new AttachmentFolder(folder.resolve("files"));
      var examiner = new FileExaminer(place, new Previews(place), Optional.empty());
      var files = new AttachmentService(world.database, place, SMALL, examiner, world.clock);
      story.tell(world, files, world.recruiter("ayse"), world.applicant("mert"));
    }
  }

  private static ErrorCode refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run).code();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static AttachmentId whole(
      AttachmentService files, Identity who, RoomId room, String name, String text) {
    Upload begun = files.begin(who, room, new NewAttachment(name, text.length()));
    Upload done = files.append(who, begun.attachmentId(), 0, bytes(text));
    assertThat(done.attachment()).isNotNull();
    return begun.attachmentId();
  }

  private static ServerMessage.ChatAck send(
      World world, Identity who, String key, List<AttachmentId> files) {
    return world.chat.send(who, room(World.identity("mert")), new NewMessage(key, "", null, files));
  }

  /// Gives what it has, and then the connection is lost.
  private static InputStream broken(String text) {
    return new InputStream() {
      private final InputStream before = bytes(text);

      @Override
      public int read() throws IOException {
        int next = before.read();
        if (next < 0) {
          throw new IOException("lost");
        }
        return next;
      }

      @Override
      public int read(byte[] to, int offset, int length) throws IOException {
        int count = before.read(to, offset, length);
        if (count < 0) {
          throw new IOException("lost");
        }
        return count;
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void anUploadGoesOnWhereItBroke(Engine engine) throws Exception {
    on(
        engine,
        (world, files, ayse, mert) -> {
          Upload begun = files.begin(mert, room(mert), new NewAttachment("a.txt", 10));
          AttachmentId id = begun.attachmentId();
          assertThat(begun.offset()).isZero();
          assertThat(files.append(mert, id, 0, bytes("0123")).offset()).isEqualTo(4);
          assertThat(refused(() -> files.append(mert, id, 4, broken("45"))))
              .isEqualTo(ErrorCode.MALFORMED);
          assertThat(refused(() -> files.append(mert, id, 4, bytes("456789"))))
              .isEqualTo(ErrorCode.STALE);
          Upload status = files.status(mert, id);
          assertThat(status.offset()).isEqualTo(6);
          assertThat(status.attachment()).isNull();
          Upload done = files.append(mert, id, 6, bytes("6789"));
          assertThat(done.offset()).isEqualTo(10);
          assertThat(done.attachment()).isNotNull();
          assertThat(done.attachment().mediaType()).isEqualTo("text/plain");
          assertThat(done.attachment().checked()).isFalse();
          Download download = files.content(mert, id);
          assertThat(download.path()).hasContent("0123456789");
          assertThat(download.tag()).isEqualTo(FileExaminer.sha256(download.path()));
          assertThat(files.status(mert, id).attachment()).isEqualTo(done.attachment());
        });
  }

  @ParameterizedTest
  @EnumSource
  void sizesThatLieAreRefused(Engine engine) throws Exception {
    on(
        engine,
        (world, files, ayse, mert) -> {
          assertThat(refused(() -> files.begin(mert, room(mert), new NewAttachment("a", 1001))))
              .isEqualTo(ErrorCode.TOO_LARGE);
          assertThat(refused(() -> files.begin(mert, room(mert), new NewAttachment("a", -1))))
              .isEqualTo(ErrorCode.INVALID);
          AttachmentId id = files.begin(mert, room(mert), new NewAttachment("a", 5)).attachmentId();
          assertThat(refused(() -> files.append(mert, id, 0, bytes("123456"))))
              .isEqualTo(ErrorCode.TOO_LARGE);
          assertThat(files.status(mert, id).offset()).isZero();
          files.append(mert, id, 0, bytes("123"));
          assertThat(refused(() -> send(world, mert, "k", List.of(id))))
              .isEqualTo(ErrorCode.INVALID);
          assertThat(refused(() -> files.content(mert, id))).isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(files.append(mert, id, 3, bytes("45")).attachment()).isNotNull();
          Upload empty = files.begin(mert, room(mert), new NewAttachment("empty.pdf", 0));
          assertThat(empty.attachment()).isNotNull();
          assertThat(empty.attachment().mediaType()).isEqualTo("application/octet-stream");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aMessageCarriesItsFilesEverywhere(Engine engine) throws Exception {
    on(
        engine,
        (world, files, ayse, mert) -> {
          AttachmentId first = whole(files, mert, room(mert), "../cv.txt", "mine");
          AttachmentId second = whole(files, mert, room(mert), "b.txt", "more");
          ServerMessage.ChatAck ack = send(world, mert, "k", List.of(second, first));
          assertThat(send(world, mert, "k", List.of(second, first))).isEqualTo(ack);
          assertThat(refused(() -> send(world, mert, "again", List.of(first))))
              .isEqualTo(ErrorCode.INVALID);

          ChatEntry listed =
              world.chat.history().messages(ayse, room(mert), null, null, 10).messages().getFirst();
          assertThat(listed.attachments())
              .extracting(a -> a.name())
              .containsExactly("b.txt", "cv.txt");
          assertThat(world.chat.history().missed(ayse, room(mert), 0)).containsExactly(listed);
          assertThat(
                  world.bus.to(mert.userId()).stream()
                      .filter(ServerMessage.ChatMessage.class::isInstance))
              .singleElement()
              .satisfies(
                  told -> assertThat(((ServerMessage.ChatMessage) told).entry()).isEqualTo(listed));
          assertThat(world.chat.history().changes(ayse, room(mert), 0, 10).messages()).isEmpty();
          assertThat(files.content(ayse, first).path()).hasContent("mine");

          assertThat(world.chat.edit(mert, room(mert), ack.messageId(), "words").attachments())
              .hasSize(2);
          assertThat(world.chat.edit(mert, room(mert), ack.messageId(), "").attachments())
              .hasSize(2);
          assertThat(world.chat.delete(mert, room(mert), ack.messageId()).attachments()).isNull();
          assertThat(world.discarded).containsExactlyInAnyOrder(first, second);
          assertThat(refused(() -> files.content(mert, first))).isEqualTo(ErrorCode.NOT_FOUND);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsForThoseInTheRoom(Engine engine) throws Exception {
    on(
        engine,
        (world, files, ayse, mert) -> {
          Identity deniz = world.applicant("deniz");
          AttachmentId id = whole(files, mert, room(mert), "a.txt", "mine");
          assertThat(refused(() -> files.content(ayse, id))).isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> send(world, ayse, "k", List.of(id))))
              .isEqualTo(ErrorCode.INVALID);
          assertThat(refused(() -> files.status(ayse, id))).isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> files.cancel(deniz, id))).isEqualTo(ErrorCode.NOT_FOUND);
          send(world, mert, "k", List.of(id));
          assertThat(files.content(ayse, id).size()).isEqualTo(4);
          assertThat(refused(() -> files.content(deniz, id))).isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> files.cancel(mert, id))).isEqualTo(ErrorCode.CONFLICT);
          assertThat(refused(() -> files.begin(deniz, room(mert), new NewAttachment("a", 1))))
              .isEqualTo(ErrorCode.NOT_FOUND);

          RoomId notes = RoomId.teamOf(mert.userId());
          AttachmentId secret = whole(files, ayse, notes, "n.txt", "note");
          assertThat(refused(() -> send(world, ayse, "x", List.of(secret))))
              .as("a file stays in its room")
              .isEqualTo(ErrorCode.INVALID);
          world.chat.send(ayse, notes, new NewMessage("k", "", null, List.of(secret)));
          assertThat(refused(() -> files.content(mert, secret))).isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(files.content(world.recruiter("ece"), secret).size()).isEqualTo(4);
        });
  }

  @ParameterizedTest
  @EnumSource
  void thoseWhoBeginAtOnceTakeNoMoreThanThereIs(Engine engine) throws Exception {
    on(
        engine,
        (world, files, ayse, mert) -> {
          Queue<ErrorCode> refusals = new ConcurrentLinkedQueue<>();
          Queue<AttachmentId> begun = new ConcurrentLinkedQueue<>();
          RoomId[] rooms = {room(mert), room(world.applicant("deniz"))};
          var together = new Phaser(12);
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
              RoomId room = rooms[i % 2];
              threads.execute(
                  () -> {
                    together.arriveAndAwaitAdvance();
                    try {
                      begun.add(
                          files.begin(ayse, room, new NewAttachment("a", 800)).attachmentId());
                    } catch (Refusal e) {
                      refusals.add(e.code());
                    }
                  });
            }
          }
          assertThat(begun).as("3 in a room, 5 in all").hasSize(5);
          assertThat(refusals).hasSize(7).containsOnly(ErrorCode.QUOTA_EXCEEDED);
          files.cancel(ayse, begun.element());
          assertThat(files.begin(ayse, rooms[0], new NewAttachment("a", 100)).offset()).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoWritersOneWins(Engine engine) throws Exception {
    on(
        engine,
        (world, files, ayse, mert) -> {
          String a = "a".repeat(900);
          AttachmentId id =
              files.begin(mert, room(mert), new NewAttachment("a", 900)).attachmentId();
          Queue<ErrorCode> refusals = new ConcurrentLinkedQueue<>();
          Queue<String> written = new ConcurrentLinkedQueue<>();
          var together = new Phaser(8);
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
              String text = a.replace('a', (char) ('a' + i));
              threads.execute(
                  () -> {
                    together.arriveAndAwaitAdvance();
                    try {
                      files.append(mert, id, 0, bytes(text));
                      written.add(text);
                    } catch (Refusal e) {
                      refusals.add(e.code());
                    }
                  });
            }
          }
          assertThat(refusals).hasSize(7).containsOnly(ErrorCode.STALE);
          assertThat(files.content(mert, id).path()).hasContent(written.element());
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatTheDiskLostIsSentAgain(Engine engine) throws Exception {
    on(
        engine,
        (world, files, ayse, mert) -> {
          AttachmentId id = files.begin(mert, room(mert), new NewAttachment("a", 6)).attachmentId();
          files.append(mert, id, 0, bytes("1234"));
          Path data;
          try (var all = Files.walk(folder.resolve("files"))) {
            data = all.filter(p -> p.toString().endsWith(".data")).findFirst().orElseThrow();
          }
          // An attempt that was killed before it was counted, then one that the disk lost.
          Files.writeString(data, "1234garbage");
          assertThat(files.append(mert, id, 4, bytes("5")).offset()).isEqualTo(5);
          assertThat(data).hasContent("12345");
          Files.writeString(data, "12");
          assertThat(refused(() -> files.append(mert, id, 5, bytes("6"))))
              .isEqualTo(ErrorCode.STALE);
          assertThat(files.status(mert, id).offset()).isEqualTo(2);
          files.append(mert, id, 2, bytes("3456"));
          assertThat(files.content(mert, id).path()).hasContent("123456");
        });
  }
}
