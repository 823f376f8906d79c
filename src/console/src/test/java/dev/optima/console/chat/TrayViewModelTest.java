package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Message;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files on their way: chunk by chunk, resumed, refused in words.
class TrayViewModelTest {
  private static final int SIZE = 200_000;

  @TempDir Path folder;

  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.on(folder.resolve("kept"));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private TrayViewModel tray() {
    return rig.thread().composer().tray();
  }

  private Path file(String name, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void sendsAFileInChunksAndThenTheMessage() throws Exception {
    rig.connect();
    Path file = file("cv.pdf", SIZE);
    tray().add(List.of(file));
    TrayItem item = tray().items().getFirst();
    assertThat(item.state().get()).isInstanceOf(TrayItem.State.Ready.class);
    assertThat(rig.backend.files().bytes(new AttachmentId("file1")))
        .isEqualTo(Files.readAllBytes(file));
    rig.thread().composer().send();
    ClientMessage.ChatSend sent = rig.backend.socket().next(ClientMessage.ChatSend.class);
    assertThat(sent.attachmentIds()).containsExactly(new AttachmentId("file1"));
    assertThat(sent.body()).isEmpty();
    assertThat(tray().items()).isEmpty();
  }

  @Test
  void goesOnWhereItBrokeOff() throws Exception {
    rig.backend.files().failNext(1);
    Path file = file("cv.pdf", SIZE);
    tray().add(List.of(file));
    TrayItem item = tray().items().getFirst();
    assertThat(item.state().get())
        .isInstanceOfSatisfying(
            TrayItem.State.Failed.class, failed -> assertThat(failed.again()).isTrue());
    rig.thread().composer().send();
    assertThat(rig.thread().composer().problem().get()).isEqualTo(Message.of("chat.files.wait"));
    tray().retry(item);
    assertThat(item.state().get()).isInstanceOf(TrayItem.State.Ready.class);
    assertThat(rig.backend.files().bytes(new AttachmentId("file1")))
        .isEqualTo(Files.readAllBytes(file));
    assertThat(rig.backend.files().count()).isEqualTo(1);
  }

  @Test
  void saysInWordsWhatIsRefused() throws Exception {
    rig.backend.files().refuse(Answer.problem(413, ErrorCode.TOO_LARGE, null));
    tray().add(List.of(file("film.mp4", 10)));
    assertThat(tray().items().getFirst().state().get())
        .isEqualTo(new TrayItem.State.Failed(Message.of("chat.files.tooLarge"), false));
    tray().add(List.of(folder));
    assertThat(Objects.requireNonNull(tray().problem().get()).key()).isEqualTo("chat.files.noFile");
    tray().remove(tray().items().getFirst());
    tray().add(List.of(file("empty.txt", 0)));
    assertThat(tray().items().getFirst().state().get())
        .isEqualTo(new TrayItem.State.Failed(Message.of("chat.files.empty"), false));
  }

  @Test
  void takesTenFilesAtMost() throws Exception {
    tray().add(Collections.nCopies(11, file("a.txt", 5)));
    assertThat(tray().items()).hasSize(TrayViewModel.MOST);
    assertThat(tray().problem().get()).isEqualTo(Message.of("chat.files.tooMany", 10));
  }

  @Test
  void throwsAwayWhatIsTakenOut() throws Exception {
    tray().add(List.of(file("a.txt", 5)));
    tray().remove(tray().items().getFirst());
    assertThat(rig.backend.files().count()).isZero();
    assertThat(tray().items()).isEmpty();
  }

  @Test
  void keepsFilesOfNotesApartFromThoseOfTheChat() throws Exception {
    tray().add(List.of(file("a.txt", 5)));
    rig.thread().composer().write(ComposerViewModel.Mode.NOTE);
    assertThat(tray().items()).isEmpty();
  }

  @Test
  void knowsWhatMayRunWhenItIsOpened() {
    assertThat(FilesViewModel.isRisky(attachment("setup.exe", "application/x-msdownload")))
        .isTrue();
    assertThat(FilesViewModel.isRisky(attachment("page.HTML", "text/html"))).isTrue();
    assertThat(FilesViewModel.isRisky(attachment("run", "text/plain"))).isTrue();
    assertThat(FilesViewModel.isRisky(attachment("cv.pdf", "application/pdf"))).isFalse();
    assertThat(FilesViewModel.isRisky(attachment("cv.pdf", "application/x-executable"))).isTrue();
    assertThat(FilesViewModel.safeName("a/b\\c:d\u0007.txt")).isEqualTo("a_b_c_d_.txt");
    assertThat(FilesViewModel.safeName("..")).isEqualTo("file");
  }

  private static dev.optima.protocol.message.Attachment attachment(String name, String type) {
    return new dev.optima.protocol.message.Attachment(
        new AttachmentId("x"), name, 1, type, true, null, null);
  }
}
