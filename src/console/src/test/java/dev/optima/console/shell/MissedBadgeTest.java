package dev.optima.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.notify.Notifier.Standing;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Missed calls are seen on the window's picture and in the tray until one has looked at them.
class MissedBadgeTest {
  private static final Color RED = Color.web("#d1242f");

  @TempDir Path home;

  private DeskRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    new SampleDesk(rig.backend(), rig.now()).fill();
    rig.show(Samples.elif(), 1440, 800);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void comesWithThemAndGoesWhenTheyWereSeen() {
    assertThat(isMarked()).isFalse();
    misses("one");
    misses("two");
    rig.until("two in the tray", () -> standing().missed() == 2);
    rig.until("a badge on the window", this::isMarked);
    rig.press(Ids.NAV_CALLS);
    rig.until("none in the tray", () -> standing().missed() == 0);
    rig.until("no badge on the window", () -> !isMarked());
  }

  @Test
  void aPressInTheTrayLeadsToThem() {
    misses("one");
    rig.until("one in the tray", () -> standing().missed() == 1);
    standing().opened().run();
    rig.await(Ids.CALLS_HISTORY);
    rig.until("it was seen", () -> standing().missed() == 0);
  }

  @Test
  void goesWithTheDesk() throws Exception {
    misses("one");
    rig.until("a badge on the window", this::isMarked);
    rig.close();
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> DeskRig.fx(() -> !isMarked()));
    start();
  }

  private void misses(String id) {
    CallSnapshot rang =
        Samples.call(
            id,
            Samples.JOHN,
            "John Doe",
            Samples.ELIF,
            "Elif Kaya",
            CallState.RINGING,
            1,
            rig.now());
    rig.backend()
        .socket()
        .say(
            new ServerMessage.VideoCallEnded(
                Samples.ended(
                    rang,
                    CallState.MISSED,
                    CallOutcome.NO_ANSWER,
                    Duration.ZERO,
                    rig.now(),
                    null)));
  }

  private Standing standing() {
    List<Standing> all = rig.notifier().standings();
    return all.isEmpty() ? new Standing(-1, false, () -> {}) : all.getLast();
  }

  private boolean isMarked() {
    return rig.stage().getIcons().stream().anyMatch(MissedBadgeTest::isMarked);
  }

  private static boolean isMarked(Image picture) {
    int size = (int) picture.getWidth();
    return picture.getPixelReader().getColor(size - size / 4, size / 8).equals(RED);
  }
}
