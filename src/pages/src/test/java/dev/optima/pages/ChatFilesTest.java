package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.optima.protocol.message.ClientMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Files in the chat: on their way, broken off, refused, shown.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatFilesTest {

  private static final String DROP =
      """
      ([type, names]) => {
        const data = new DataTransfer();
        names.forEach(name => data.items.add(new File(['some bytes'], name, {type: 'image/png'})));
        const target = document.querySelector(type === 'paste' ? '[data-testid=composer]' : '[data-testid=messages]');
        const event = type === 'paste'
          ? new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})
          : new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
        target.dispatchEvent(event);
      }
      """;

  private Browsers browsers;
  private PageServer server;
  private Visit john;

  @BeforeAll
  void open() {
    browsers = Browsers.withoutDevices();
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  @BeforeEach
  void arrive() {
    john = new Visit(browsers.browser(), server.origin());
  }

  @AfterEach
  void leave() {
    john.close();
  }

  private static FilePayload file(String name, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return new FilePayload(name, "application/octet-stream", bytes);
  }

  private void choose(FilePayload... files) {
    john.by("file-input").setInputFiles(files);
  }

  private Locator tray(String state) {
    return john.page.locator("[data-testid=tray-file][data-state=" + state + "]");
  }

  @Test
  void aFileGoesUpInPiecesAndThenWithTheMessage() {
    john.room.files.maxChunk = 1_000;
    john.open();
    choose(file("order-book.zip", 3_500));
    assertThat(tray("done")).hasCount(1);
    assertThat(john.room.files.received("f1")).isEqualTo(file("x", 3_500).buffer);
    john.write("Here it is");

    assertThat(john.message(1).locator("[data-testid=file]")).containsText("order-book.zip");
    assertThat(john.message(1)).containsText("4 KB · checked");
    assertThat(john.message(1).locator("[data-testid=download]"))
        .hasAttribute("href", "/api/attachments/f1/content");
    assertThat(john.by("tray-file")).hasCount(0);
    assertThat(john.heard(ClientMessage.ChatSend.class).getFirst().attachmentIds()).hasSize(1);
  }

  @Test
  void aBrokenUploadGoesOnFromWhereItWas() {
    john.room.files.maxChunk = 1_000;
    john.room.files.piecesUntilBreak = 2;
    john.open();
    choose(file("portfolio.pdf", 4_000));
    assertThat(tray("waiting")).hasText("portfolio.pdfWaiting for connection");
    john.room.files.piecesUntilBreak = -1;
    assertThat(tray("done")).hasCount(1);
    assertThat(john.room.files.received("f1")).isEqualTo(file("x", 4_000).buffer);
    assertThat(john.backend.requests).contains("GET /api/attachments/f1");
  }

  @Test
  void whatIsTooLargeOrInfectedIsSaidAndHoldsTheMessageBack() {
    john.room.files.refused.put("huge.iso", "too_large");
    john.room.files.refused.put("bad.exe", "infected");
    john.room.files.refused.put("full.zip", "quota_exceeded");
    john.open();
    choose(file("huge.iso", 10), file("bad.exe", 10), file("full.zip", 10), file("good.zip", 10));
    assertThat(tray("failed")).hasCount(3);
    assertThat(tray("failed").nth(0)).containsText("Larger than is allowed here");
    assertThat(tray("failed").nth(1)).containsText("A virus was found in this file");
    assertThat(tray("failed").nth(2)).containsText("There is no room left");
    john.write("with files");
    assertThat(john.by("composer-problem")).containsText("A file was not accepted.");
    for (int left = 3; left > 0; left--) {
      tray("failed").first().getByTestId("tray-remove").click();
      assertThat(tray("failed")).hasCount(left - 1);
    }
    john.by("send").click();
    assertThat(john.message(1).locator("[data-testid=file]")).containsText("good.zip");
  }

  @Test
  void sendingWaitsForTheFiles() {
    john.room.files.piecesUntilBreak = 0;
    john.open();
    choose(file("cv.pdf", 500));
    assertThat(tray("waiting")).hasCount(1);
    john.write("my CV");
    assertThat(john.by("send")).containsText("Sends after upload");
    assertThat(john.heard(ClientMessage.ChatSend.class)).isEmpty();
    john.room.files.piecesUntilBreak = -1;
    assertThat(john.message(1)).containsText("my CV");
    assertThat(john.message(1).locator("[data-testid=file]")).containsText("3 pages");
  }

  @Test
  void anUploadThatIsStoppedIsTakenBack() {
    john.room.files.piecesUntilBreak = 0;
    john.open();
    choose(file("cv.pdf", 500));
    assertThat(tray("waiting")).hasCount(1);
    john.by("tray-remove").click();
    assertThat(john.by("tray-file")).hasCount(0);
    john.until(() -> john.backend.requests.contains("DELETE /api/attachments/f1"));
  }

  @Test
  void picturesArePastedAndDropped() {
    john.open();
    john.page.evaluate(DROP, List.of("paste", List.of("screenshot.png")));
    assertThat(tray("done")).hasCount(1);
    john.page.evaluate(DROP, List.of("drop", List.of("a.png", "b.png")));
    assertThat(tray("done")).hasCount(3);
    john.by("composer").press("Enter");
    assertThat(john.message(1).getByTestId("picture")).hasCount(3);
  }

  @Test
  void oneMessageTakesTenFiles() {
    john.open();
    choose(
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> file(i + ".zip", 20))
            .toArray(FilePayload[]::new));
    assertThat(john.by("tray-file")).hasCount(10);
    assertThat(john.by("composer-problem")).containsText("10 files at most");
    assertThat(john.by("attach")).isDisabled();
  }

  @Test
  void aPictureKeepsItsPlaceFreeAndOpensLarge() {
    john.room.entries.add(
        Story.text(1, Story.ELIF, "the office", Instant.now())
            .withAttachments(List.of(ScriptedFiles.attachment("f9", "office.png", 200_000))));
    john.room.ownRead = 1;
    john.open();
    Locator img = john.by("picture").locator("img");
    assertThat(img).hasAttribute("width", "320");
    assertThat(img).hasAttribute("height", "180");
    john.by("picture").click();
    assertThat(john.by("large")).isVisible();
    assertThat(john.by("large-download")).hasAttribute("href", "/api/attachments/f9/content");
    john.page.keyboard().press("Escape");
    assertThat(john.by("large")).hasCount(0);
    assertThat(john.by("picture")).isFocused();
  }

  @Test
  void filesThatAreUpSurviveAReloadAndOthersAreNamed() {
    john.open();
    choose(file("up.zip", 100));
    assertThat(tray("done")).hasCount(1);
    john.room.files.piecesUntilBreak = 0;
    choose(file("down.zip", 100));
    assertThat(tray("waiting")).hasCount(1);
    john.until(
        () ->
            john.page
                .evaluate(
                    "Object.values(localStorage).some(v => v.includes('up.zip') && v.includes('down.zip'))")
                .equals(true));
    john.page.onDialog(dialog -> dialog.accept());
    john.reload();
    assertThat(tray("done")).containsText("up.zip");
    assertThat(tray("failed")).containsText("Was not sent to its end");
    tray("failed").getByTestId("tray-remove").click();
    john.by("composer").press("Enter");
    assertThat(john.message(1).locator("[data-testid=file]")).containsText("up.zip");
  }

  @Test
  void namesAreCutInTheMiddleAndNeverReversed() {
    String name = "\u202egpj.a very long name that goes on and on and on and on for ever.pdf";
    john.room.entries.add(
        Story.text(1, Story.ELIF, "", Instant.now())
            .withAttachments(
                Arrays.asList(
                    ScriptedFiles.attachment("f1", name, 10_000),
                    ScriptedFiles.attachment("f2", "تقرير المقابلة الأولى مع الفريق.zip", 9_000))));
    john.room.ownRead = 1;
    john.open();
    for (Locator ending : john.page.locator(".file-ending").all()) {
      assertThat(ending).isVisible();
      assertThat(
              (boolean)
                  ending.evaluate(
                      "e => e.getBoundingClientRect().right <= e.closest('.file-card').getBoundingClientRect().right"))
          .isTrue();
    }
    assertThat(john.page.locator(".file-ending").first()).hasText(".pdf");
  }
}
