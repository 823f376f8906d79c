package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Three and four call pages in one Chromium: several interviewers and an applicant, each connected
/// to each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PanelPageTest {
  private static final Path SCREENS = Path.of("target/screens");
  private static final String OUTSIDE =
      """
      () => {
        const stage = document.querySelector('.tiles').getBoundingClientRect();
        const boxes = [...document.querySelectorAll('.tile')].map(tile => tile.getBoundingClientRect());
        const out = b => b.left < stage.left - 1 || b.right > stage.right + 1 || b.top < stage.top - 1 || b.bottom > stage.bottom + 1 || b.width < 60 || b.height < 60;
        const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return boxes.some(out) || boxes.some((a, i) => boxes.slice(i + 1).some(b => meet(a, b)))
          || document.documentElement.scrollWidth > document.documentElement.clientWidth;
      }
      """;

  private Browsers browsers;
  private PageServer server;
  private Panel panel;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices("--use-fake-ui-for-media-stream", Browsers.CALM_CAMERA);
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
  void people() {
    panel = new Panel(browsers.browser(), server.origin());
    panel.enter(Story.ELIF, Role.RECRUITER);
    panel.enter(Panel.MERT, Role.RECRUITER);
  }

  @AfterEach
  void leave() {
    panel.close();
  }

  private static LocatorAssertions.IsVisibleOptions within(int seconds) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
  }

  private Locator tile(UserId at, UserId of) {
    return panel.of(at).page.locator("[data-testid=tile][data-id=" + of + "]");
  }

  private void seeEachOther(UserId... people) {
    for (UserId at : people) {
      assertThat(panel.of(at).by("tile")).hasCount(people.length - 1);
      for (UserId of : people) {
        if (!at.equals(of)) {
          assertThat(
                  panel
                      .of(at)
                      .page
                      .locator("[data-testid=tile][data-link=connected][data-id=" + of + "]"))
              .isVisible(within(60));
          moves(at, of);
        }
      }
    }
  }

  /// Pictures of somebody come in.
  private void moves(UserId at, UserId of) {
    Locator video = tile(at, of).getByTestId("remote-video");
    long before = frames(video);
    panel
        .of(at)
        .page
        .waitForCondition(
            () -> frames(video) >= before + 3,
            new Page.WaitForConditionOptions().setTimeout(60_000));
  }

  private static long frames(Locator video) {
    return ((Number) video.evaluate("v => v.getVideoPlaybackQuality().totalVideoFrames"))
        .longValue();
  }

  private void look(UserId at, String name, int width, int height) {
    Page page = panel.of(at).page;
    page.setViewportSize(width, height);
    page.waitForTimeout(400);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENS.resolve("panel-" + name + "-" + width + "x" + height + ".png")));
    assertThat(page.evaluate(OUTSIDE)).as(name + " at " + width).isEqualTo(false);
  }

  private void lookEverywhere(UserId at, String name) {
    look(at, name, 390, 844);
    look(at, name, 320, 568);
    look(at, name, 844, 390);
    look(at, name, 900, 560);
    look(at, name, 1440, 900);
  }

  @Test
  void threeSeeEachOtherAndEachIsToldApart() {
    for (UserId user : List.of(Story.JOHN, Story.ELIF, Panel.MERT)) {
      panel.open(user);
    }
    seeEachOther(Story.JOHN, Story.ELIF, Panel.MERT);
    assertThat(panel.signalsOf(Story.ELIF)).containsOnlyKeys(Story.JOHN, Panel.MERT);
    assertThat(tile(Story.JOHN, Panel.MERT).getByTestId("peer-name")).hasText("Mert Öztürk");

    panel.of(Panel.MERT).by("mute").click();
    for (UserId at : List.of(Story.JOHN, Story.ELIF)) {
      assertThat(tile(at, Panel.MERT).getByTestId("peer-muted")).isVisible();
    }
    assertThat(tile(Story.JOHN, Story.ELIF).getByTestId("peer-muted")).isHidden();
    panel.of(Panel.MERT).by("camera").click();
    assertThat(tile(Story.ELIF, Panel.MERT).getByTestId("avatar")).isVisible();
    assertThat(tile(Story.ELIF, Story.JOHN).getByTestId("avatar")).isHidden();
    assertThat(tile(Story.ELIF, Story.JOHN).getByTestId("tile-bars")).isVisible();
    lookEverywhere(Story.ELIF, "three");

    panel.of(Story.ELIF).by("screen").click();
    for (UserId at : List.of(Story.JOHN, Panel.MERT)) {
      assertThat(panel.of(at).page.locator("[data-testid=tile][data-shared=on]"))
          .hasAttribute("data-id", "elif");
      moves(at, Story.ELIF);
    }
    lookEverywhere(Story.JOHN, "three-shared");
    panel.of(Story.ELIF).by("screen").click();
    assertThat(panel.of(Story.JOHN).page.locator("[data-testid=tile][data-shared=on]")).hasCount(0);
    moves(Story.JOHN, Story.ELIF);
  }

  @Test
  void aFourthComesLateOneLeavesAndReturns() {
    for (UserId user : List.of(Story.JOHN, Story.ELIF, Panel.MERT)) {
      panel.open(user);
    }
    seeEachOther(Story.JOHN, Story.ELIF, Panel.MERT);
    panel.enter(Panel.AYLA, Role.RECRUITER);
    assertThat(tile(Story.JOHN, Panel.AYLA).getByTestId("tile-wait")).hasText("Not here yet");
    look(Story.JOHN, "four-awaited", 1440, 900);
    panel.open(Panel.AYLA);
    seeEachOther(Story.JOHN, Story.ELIF, Panel.MERT, Panel.AYLA);
    lookEverywhere(Story.ELIF, "four");

    panel.of(Panel.MERT).by("hang-up").click();
    assertThat(panel.of(Panel.MERT).by("over")).containsText("You have left the call");
    assertThat(tile(Story.JOHN, Panel.MERT)).hasCount(0);
    seeEachOther(Story.JOHN, Story.ELIF, Panel.AYLA);
    panel.of(Panel.MERT).page.waitForTimeout(2_500);
    assertThat(panel.of(Panel.MERT).backend.requests)
        .as("said once is enough: said again it might end the call of the others")
        .doesNotContain("POST /api/video-calls/c1/end");

    panel.of(Panel.MERT).page.reload();
    seeEachOther(Story.JOHN, Story.ELIF, Panel.MERT, Panel.AYLA);
    panel.of(Story.JOHN).page.reload();
    seeEachOther(Story.JOHN, Story.ELIF, Panel.MERT, Panel.AYLA);
    look(Story.JOHN, "four-again", 1440, 900);
  }

  @Test
  void aFifthIsToldThatThereIsNoPlace() {
    Side elif = panel.of(Story.ELIF);
    panel.open(Story.ELIF);
    assertThat(elif.body("[data-socket=up]")).isVisible();
    elif.backend.say(ServerMessage.Failure.of(ErrorCode.FULL, "the room is full", null));
    assertThat(elif.body("[data-state=failed][data-problem=room_full]")).isVisible();
    assertThat(elif.by("problem-retry")).isVisible();
    look(Story.ELIF, "full", 1440, 900);
    look(Story.ELIF, "full", 390, 844);
  }
}
