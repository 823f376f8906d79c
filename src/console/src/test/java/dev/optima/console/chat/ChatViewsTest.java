package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The thread as it is seen: its place, its composer, its search. Draws
/// `target/screens/chat-*.png`.
class ChatViewsTest {
  @TempDir Path home;

  private DeskRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show(double width, double height) {
    new SampleDesk(rig.backend(), rig.now()).fill();
    rig.show(Samples.elif(), width, height);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    rig.until("the thread is there", () -> list().getItems().size() > 5);
  }

  private void history(int count) {
    for (int i = 1; i <= count; i++) {
      rig.backend()
          .says(
              Samples.JOHNS_ROOM,
              Samples.JOHN,
              "John Doe",
              "message " + i + " ",
              rig.now().minusSeconds(100_000 - i * 60L));
    }
    rig.backend()
        .add(
            Samples.with(
                Samples.applicant("john", "John Doe", "Engineer", "en", "Europe/Berlin"),
                true,
                0,
                rig.backend().rooms().of(Samples.JOHNS_ROOM).getLast(),
                null));
    rig.show(Samples.elif(), 1200, 800);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    rig.until("the thread is there", () -> seen("message " + count + " "));
  }

  private ListView<?> list() {
    return (ListView<?>) rig.stage().getScene().lookup("#" + Ids.CHAT_LIST);
  }

  /// Whether a row with these words is in sight as a whole.
  private boolean seen(String words) {
    return top(words) >= 0;
  }

  /// Where a row with these words stands in the list, or -1 if it is not in sight as a whole.
  private double top(String words) {
    ListView<?> list = list();
    Set<Node> cells = list.lookupAll(".list-cell");
    for (Node node : cells) {
      if (node instanceof ThreadCell cell
          && cell.isVisible()
          && cell.getItem() instanceof ThreadItem.Said said
          && said.entry().body().equals(words)) {
        double y = list.sceneToLocal(cell.localToScene(0, 0)).getY();
        return y >= 0 && y + cell.getHeight() <= list.getHeight() + 6 ? y : -1;
      }
    }
    return -1;
  }

  private void resize(double height) {
    DeskRig.fx(
        () -> {
          rig.stage().setHeight(height);
          return true;
        });
  }

  @Test
  void staysAtItsEndWhateverTheHeight() {
    history(40);
    resize(500);
    rig.until("it is at its end when lower", () -> list().getHeight() < 400 && seen("message 40 "));
    resize(700);
    rig.until(
        "it is at its end when higher", () -> list().getHeight() > 400 && seen("message 40 "));
    ChatEntry next =
        rig.backend().says(Samples.JOHNS_ROOM, Samples.JOHN, "John Doe", "the newest", rig.now());
    rig.backend().socket().say(new ServerMessage.ChatMessage(next));
    rig.until("it is at its end when something comes", () -> seen("the newest"));
  }

  @Test
  void readsWhatIsBelowTheEdgeOnlyWhenOneGoesThere() throws Exception {
    history(40);
    assertThat(rig.backend().socket().next(ClientMessage.ChatRead.class).seq()).isEqualTo(40);
    DeskRig.fx(
        () -> {
          list().scrollTo(1);
          list().fireEvent(key(KeyCode.SHIFT));
          return true;
        });
    rig.await(Ids.CHAT_LATEST);
    ChatEntry next =
        rig.backend().says(Samples.JOHNS_ROOM, Samples.JOHN, "John Doe", "the newest", rig.now());
    rig.backend().socket().say(new ServerMessage.ChatMessage(next));
    rig.awaitText(Ids.CHAT_LATEST, "1");
    assertThat(rig.backend().socket().peek(ClientMessage.ChatRead.class)).isNull();
    rig.press(Ids.CHAT_LATEST);
    assertThat(rig.backend().socket().next(ClientMessage.ChatRead.class).seq()).isEqualTo(41);
  }

  @Test
  void showsWhatIsSentThoughOneReadsFurtherUp() {
    history(40);
    DeskRig.fx(
        () -> {
          list().scrollTo(1);
          list().fireEvent(key(KeyCode.SHIFT));
          return true;
        });
    rig.await(Ids.CHAT_LATEST);
    DeskRig.fx(
        () -> {
          var input = (TextArea) rig.stage().getScene().lookup("#" + Ids.CHAT_INPUT);
          input.setText("what I say");
          input.fireEvent(key(KeyCode.ENTER));
          return true;
        });
    rig.until("what was sent is in sight", () -> sending("what I say"));
  }

  /// Whether the row of what is being sent is in sight.
  private boolean sending(String words) {
    return list().lookupAll(".list-cell").stream()
        .anyMatch(
            node ->
                node instanceof ThreadCell cell
                    && cell.isVisible()
                    && cell.getItem() instanceof ThreadItem.Sending sending
                    && sending.unsent().body().equals(words));
  }

  @Test
  void keepsItsPlaceWhenOlderPagesComeInAndOffersTheWayBack() {
    history(200);
    DeskRig.fx(
        () -> {
          list().scrollTo(1);
          list().fireEvent(key(KeyCode.SHIFT));
          return true;
        });
    rig.until("older ones came", () -> list().getItems().size() > 90);
    rig.await(Ids.CHAT_LATEST);
    rig.until("the row that was in sight still is", () -> seen("message 152 "));
    assertThat(seen("message 149 ")).as("what came is above").isFalse();
    rig.press(Ids.CHAT_LATEST);
    rig.until("it is back at the end", () -> seen("message 200 "));
    rig.awaitGone(Ids.CHAT_LATEST);
  }

  @Test
  void showsPlainlyThatOneWritesANote() throws Exception {
    show(1440, 900);
    shoot("chat-room");
    rig.press(Ids.MODE_NOTE);
    TextArea input = (TextArea) rig.await(Ids.CHAT_INPUT);
    assertThat(rig.text(Ids.SEND)).isEqualTo("Add note");
    assertThat(DeskRig.<String>fx(input::getPromptText))
        .isEqualTo("Note for the team. John never sees it.");
    type(input, "Good with people");
    shoot("chat-note");
    DeskRig.fx(
        () -> {
          input.fireEvent(key(KeyCode.ENTER));
          return true;
        });
    assertThat(rig.backend().socket().next(ClientMessage.ChatSend.class).roomId())
        .isEqualTo(ChatRig.NOTES);
  }

  @Test
  void changesTheLastMessageByArrowUpAndLeavesByEscape() throws Exception {
    show(1440, 900);
    TextArea input = (TextArea) rig.await(Ids.CHAT_INPUT);
    DeskRig.fx(
        () -> {
          input.fireEvent(key(KeyCode.UP));
          return true;
        });
    rig.await(Ids.AIM);
    assertThat(DeskRig.<String>fx(input::getText)).startsWith("Thank you! Shall we");
    shoot("chat-edit");
    DeskRig.fx(
        () -> {
          input.fireEvent(key(KeyCode.ESCAPE));
          return true;
        });
    rig.awaitGone(Ids.AIM);
    assertThat(DeskRig.<String>fx(input::getText)).isEmpty();
  }

  @Test
  void searchesTheThreadAndPicksEmoji() throws Exception {
    show(1000, 760);
    Node input = rig.await(Ids.CHAT_INPUT);
    DeskRig.fx(
        () -> {
          input.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "f", "f", KeyCode.F, false, true, false, false));
          return true;
        });
    javafx.scene.control.TextField field =
        (javafx.scene.control.TextField) rig.await(Ids.SEARCH_FIELD);
    DeskRig.fx(
        () -> {
          field.setText("14:00");
          return true;
        });
    rig.skip(java.time.Duration.ofSeconds(1));
    ListView<?> hits = (ListView<?>) rig.await(Ids.SEARCH_HITS);
    rig.until("two are found", () -> hits.getItems().size() == 2);
    shoot("chat-search");
    DeskRig.fx(
        () -> {
          field.fireEvent(key(KeyCode.ESCAPE));
          return true;
        });
    rig.awaitGone(Ids.ROOM_SEARCH);
    rig.press(Ids.EMOJI);
    rig.await(Ids.EMOJI_PICKER);
    shoot("chat-emoji");
  }

  @Test
  void showsFilesOnTheirWay() throws Exception {
    show(1100, 760);
    Path file =
        Files.write(home.resolve("portfolio-with-a-very-long-name-2026.pdf"), new byte[90_000]);
    rig.backend().files().failNext(1);
    DeskRig.fx(
        () -> {
          ThreadView view = (ThreadView) rig.stage().getScene().lookup(".thread");
          Objects.requireNonNull(view.shown()).composer().tray().add(List.of(file, file));
          return true;
        });
    rig.await(Ids.TRAY);
    shoot("chat-tray");
  }

  private static void type(TextArea input, String text) {
    DeskRig.fx(
        () -> {
          input.setText(text);
          return true;
        });
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private void shoot(String name) throws IOException {
    org.testfx.util.WaitForAsyncUtils.waitForFxEvents(20);
    WritableImage image = DeskRig.fx(() -> rig.stage().getScene().snapshot(null));
    Path file = Path.of("target", "screens", name + ".png");
    Files.createDirectories(file.getParent());
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
  }
}
