package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A call page that holds the frame of a media provider, on another site, so that Chromium runs it
/// in a process of its own. Run by [DisplayTest] in a JVM of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProviderFrameCases {
  private static final String FAKE_DEVICES = "--use-fake-device-for-media-stream=fps=30";

  private PageServer pages;
  private CallSurfaces surfaces;
  private Rig rig;

  @BeforeAll
  void start() throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    pages = new PageServer();
    surfaces = Rig.surfaces(Path.of(System.getProperty("optima.test.home")), FAKE_DEVICES);
    surfaces.warm();
  }

  @BeforeEach
  void openRoom() throws Exception {
    rig = new Rig(surfaces);
    rig.open(new CallTarget(pages.page("room.html"), "en", Set.of(pages.neighbour()), null));
    assertThat(rig.awaitNote("here")).isEqualTo("here function");
  }

  @AfterEach
  void closeWindow() throws Exception {
    rig.surface().close();
    Rig.onFx(
        () -> {
          rig.stage().close();
          return true;
        });
  }

  @AfterAll
  void end() {
    surfaces.close();
    pages.close();
    Platform.exit();
  }

  @Test
  void the_screen_is_captured_by_the_frame_only_when_the_console_says_so() throws Exception {
    rig.attempt("share");
    assertThat(rig.awaitNote("shared")).isEqualTo("shared refused NotAllowedError");
    rig.surface().send(new PageCommand.Screen(true));
    assertThat(rig.awaitNote("shared")).isEqualTo("shared live");
    rig.attempt("share");
    assertThat(rig.awaitNote("shared")).isEqualTo("shared refused NotAllowedError");
  }

  @Test
  void the_old_way_to_the_screen_is_closed_however_it_is_asked_for() throws Exception {
    rig.attempt("old_share");
    assertThat(rig.awaitNote("old share"))
        .isEqualTo(
            "old share plainly:NotAllowedError toJSON:NotAllowedError video:audio"
                + " mandatory:audio well:audio,video");
  }

  @Test
  void a_page_that_answers_itself_captures_nothing() throws Exception {
    rig.attempt("fake_bridge");
    assertThat(rig.awaitNote("faked")).isEqualTo("faked refused NotAllowedError");
  }

  @Test
  void a_frame_within_the_frame_captures_nothing() throws Exception {
    rig.attempt("blank_frame");
    assertThat(rig.awaitNote("blank")).isEqualTo("blank refused NotAllowedError");
    rig.attempt("inner_frame");
    assertThat(rig.awaitNote("inner"))
        .isIn("inner refused NotAllowedError", "inner refused SecurityError");
  }

  @Test
  void what_the_frame_receives_is_told_to_the_page() throws Exception {
    rig.attempt("connect");
    rig.awaitNote("joined");
    FrameReading first = reading();
    assertThat(first.connected()).isTrue();
    FrameReading later = reading();
    assertThat(later.received()).isGreaterThan(first.received());
    assertThat(later.bytes()).isGreaterThan(first.bytes());
    assertThat(later.decoded()).isGreaterThan(first.decoded());
    assertThat(later.at() - first.at()).isGreaterThan(1_000);
    assertThat(later.width()).as("as wide as the machine can").isBetween(80, 640);
    assertThat(later.height()).isBetween(45, 360);
    assertThat(later.rtt()).isNotNull().isBetween(0.0, 1.0);
    assertThat(later.lost()).isZero();

    rig.attempt("close");
    rig.awaitNote("closed");
    rig.attempt("speak");
    rig.awaitNote("speak");
    assertThat(rig.rest()).as("nothing is known").isEmpty();
  }

  private FrameReading reading() throws Exception {
    return Json.MAPPER.readValue(
        rig.awaitNote("reading").substring("reading ".length()), FrameReading.class);
  }

  @Test
  void the_frame_may_say_nothing_else() throws Exception {
    rig.attempt("speak");
    assertThat(rig.awaitNote("speak")).isEqualTo("speak refused 400");
    rig.attempt("lie");
    assertThat(rig.awaitNote("lie")).isEqualTo("lie refused 400");
    assertThat(rig.rest()).noneMatch(SurfaceEvent.ScreenAsk.class::isInstance);
  }

  @Test
  void the_frame_leads_nowhere_else() throws Exception {
    rig.attempt("popup");
    assertThat(rig.awaitNote("popup")).isEqualTo("popup refused");
    rig.attempt("away");
    assertThat(rig.awaitNote("away")).isEqualTo("away SecurityError");
    rig.attempt("plain");
    assertThat(rig.awaitNote("plain")).isEqualTo("plain refused");
    rig.attempt("cdn");
    rig.awaitNote("cdn");
    rig.attempt("out");
    rig.attempt("speak");
    rig.awaitNote("speak");
    assertThat(pages.asked()).noneMatch(asked -> asked.endsWith("/other"));
  }

  /// Such as `meet.example.org` beside `optima.example.org`: Chromium runs both in one process.
  @Test
  void a_frame_of_the_same_site_is_guarded_too() throws Exception {
    try (PageServer sister = new PageServer()) {
      URI frame = sister.page("provider.html");
      rig.close();
      rig.again();
      rig.open(
          new CallTarget(
              URI.create(pages.page("room.html") + "?frame=" + frame),
              "en",
              Set.of(Origin.of(frame)),
              null));
      assertThat(rig.awaitNote("here")).isEqualTo("here function");
      rig.attempt("share");
      assertThat(rig.awaitNote("shared")).isEqualTo("shared refused NotAllowedError");
      rig.surface().send(new PageCommand.Screen(true));
      assertThat(rig.awaitNote("shared")).isEqualTo("shared live");
      rig.attempt("connect");
      rig.awaitNote("joined");
      assertThat(reading().connected()).isTrue();
    }
  }
}
