package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.surface.SurfaceEvent.Closed;
import dev.optima.console.surface.SurfaceEvent.Crashed;
import dev.optima.console.surface.SurfaceEvent.Loaded;
import dev.optima.console.surface.SurfaceEvent.Media;
import dev.optima.console.surface.SurfaceEvent.State;
import dev.optima.console.surface.SurfaceEvent.Stats;
import dev.optima.console.surface.SurfaceEvent.Unreachable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Chromium in a scene on a real display. Run by [DisplayTest] in a JVM of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChromiumCases {
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
  void window() throws Exception {
    rig = new Rig(surfaces);
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

  private void openControls() throws Exception {
    rig.open(URI.create(pages.page("controls.html") + "#ticket=oct_1"));
    assertThat(rig.awaitNote("ready")).isEqualTo("ready ?host=console&lang=tr #ticket=oct_1");
  }

  /// What was drawn last may be the window of the test before.
  private void awaitPicture() throws Exception {
    Rig.until("a picture", () -> rig.surface().frames().shown() > 0);
    Rig.until("the red button", () -> isRed(rig.colour(30, 40)));
  }

  @Test
  void a_call_moves_in_the_scene() throws Exception {
    rig.open(pages.page("loopback.html"));
    rig.await(Loaded.class, loaded -> true);
    rig.await(Media.class, media -> media.video() && media.audio() && !media.screen());
    rig.await(State.class, state -> state.state() == PageState.CONNECTED);
    Stats stats = rig.await(Stats.class, each -> each.framesDecoded() > 60);
    assertThat(stats.width()).isGreaterThanOrEqualTo(640);
    assertThat(stats.height()).isGreaterThanOrEqualTo(360);

    long shown = rig.surface().frames().shown();
    WritableImage first = rig.picture();
    Rig.until("thirty more pictures", () -> rig.surface().frames().shown() > shown + 30);
    assertThat(differingPixels(first, rig.picture())).isGreaterThan(1_000);
  }

  @Test
  void a_click_and_letters_reach_the_page() throws Exception {
    openControls();
    awaitPicture();
    Rig.xdotool("search", "--name", "^rig$", "windowfocus", "--sync");
    rig.click(60, 40);
    rig.awaitNote("clicked");

    rig.click(60, 100);
    rig.awaitNote("focused");
    // A letter that is on no key is put on one for this long: the window must have seen it by then.
    Rig.xdotool("type", "--delay", "250", "Şişli ığüöç İ@1");
    assertThat(rig.awaitNote("text Şişli ığüöç İ@1")).isEqualTo("text Şişli ığüöç İ@1");
    Rig.xdotool("key", "BackSpace");
    assertThat(rig.awaitNote("key Backspace")).isEqualTo("key Backspace Backspace");
    rig.awaitNote("text Şişli ığüöç İ@");
    Rig.xdotool("key", "Left", "Left", "x");
    assertThat(rig.awaitNote("key ArrowLeft")).isEqualTo("key ArrowLeft ArrowLeft");
    assertThat(rig.awaitNote("text")).isEqualTo("text Şişli ığüöç xİ@");
    Rig.xdotool("key", "Return");
    assertThat(rig.awaitNote("key Enter")).isEqualTo("key Enter Enter");
  }

  @Test
  void the_tab_key_leads_into_the_page_and_out_again() throws Exception {
    openControls();
    awaitPicture();
    Button after =
        Rig.onFx(
            () -> {
              Button button = new Button("after");
              rig.pane().getChildren().add(button);
              return button;
            });
    Rig.xdotool("search", "--name", "^rig$", "windowfocus", "--sync");
    rig.click(400, 400);
    Rig.xdotool("key", "Tab", "Tab");
    rig.awaitNote("focused");
    Rig.xdotool("key", "Tab", "Tab");
    Rig.until("the button after the page", () -> Rig.onFx(after::isFocused));
  }

  @Test
  void the_wheel_scrolls_the_right_way() throws Exception {
    openControls();
    awaitPicture();
    rig.click(400, 400);
    Rig.xdotool("click", "5");
    assertThat(scrolled()).isPositive();
    Rig.xdotool("click", "--repeat", "5", "4");
    rig.awaitNote("scrolled 0");
  }

  private int scrolled() throws Exception {
    return Integer.parseInt(rig.awaitNote("scrolled").substring("scrolled ".length()));
  }

  @Test
  void the_list_of_a_select_opens_and_takes_a_choice() throws Exception {
    openControls();
    awaitPicture();
    rig.click(60, 160);
    Rig.until(
        "the open list",
        () -> rig.surface().node().lookupAll(".popup").stream().anyMatch(n -> n.isVisible()));
    Rig.xdotool("search", "--name", "^rig$", "windowfocus", "--sync");
    Rig.xdotool("key", "Down", "Return");
    rig.awaitNote("chosen two");
    Rig.until(
        "the closed list",
        () -> rig.surface().node().lookupAll(".popup").stream().noneMatch(n -> n.isVisible()));
  }

  @Test
  void it_takes_the_size_of_its_window() throws Exception {
    openControls();
    Rig.onFx(
        () -> {
          rig.stage().setWidth(900);
          rig.stage().setHeight(500);
          return true;
        });
    assertThat(rig.awaitNote("size 900x500")).isEqualTo("size 900x500@1");
  }

  @Test
  void it_moves_to_another_window_and_back_without_loading_again() throws Exception {
    openControls();
    awaitPicture();
    long loads = loads();
    StackPane other = Rig.onFx(StackPane::new);
    Stage popOut =
        Rig.onFx(
            () -> {
              rig.pane().getChildren().clear();
              other.getChildren().setAll(rig.surface().node());
              Stage window = Rig.window("pop-out", other);
              window.setWidth(700);
              window.setHeight(400);
              return window;
            });
    rig.awaitNote("size 700x400");
    rig.click(60, 40);
    rig.awaitNote("clicked");
    Rig.onFx(
        () -> {
          rig.pane().getChildren().setAll(rig.surface().node());
          popOut.close();
          return true;
        });
    rig.awaitNote("size 1280x720");
    rig.click(60, 40);
    rig.awaitNote("clicked");
    assertThat(loads()).isEqualTo(loads);
  }

  private long loads() {
    return pages.asked().stream().filter(asked -> asked.endsWith("/controls.html")).count();
  }

  @Test
  void commands_reach_the_page_in_order() throws Exception {
    rig.surface().send(new PageCommand.Audio(false));
    openControls();
    assertThat(rig.awaitNote("command")).isEqualTo("command {\"type\":\"audio\",\"on\":false}");
    rig.surface().send(new PageCommand.SelectDevice(DeviceKind.CAMERA, "a\"</script>ş"));
    assertThat(rig.awaitNote("command"))
        .isEqualTo("command {\"type\":\"device\",\"kind\":\"camera\",\"id\":\"a\\\"</script>ş\"}");
    rig.surface().send(new PageCommand.HangUp());
    assertThat(rig.awaitNote("command")).isEqualTo("command {\"type\":\"hang_up\"}");
  }

  @Test
  void nothing_leads_out_of_the_fence() throws Exception {
    openControls();
    rig.attempt("away");
    rig.attempt("popup");
    rig.awaitNote("popup refused");
    rig.attempt("fetch");
    rig.awaitNote("fetch refused");
    rig.attempt("alert");
    rig.awaitNote("alert over");
    rig.attempt("download");
    rig.awaitNote("download asked");
    rig.attempt("frame");
    rig.awaitNote("frame asked");
    rig.attempt("malformed");
    rig.awaitNote("malformed refused 400");
    assertThat(pages.asked()).noneMatch(asked -> asked.startsWith("localhost"));
  }

  @Test
  void a_frame_may_not_speak_to_the_console() throws Exception {
    openControls();
    rig.attempt("own_frame");
    rig.awaitNote("frame refused 403");
    assertThat(rig.rest()).noneMatch(event -> event.toString().contains("from a frame"));
  }

  @Test
  void a_file_dialog_is_refused() throws Exception {
    openControls();
    rig.attempt("file");
    rig.awaitNote("file refused");
  }

  @Test
  void the_screen_is_captured_only_when_the_console_says_so() throws Exception {
    openControls();
    rig.attempt("share");
    rig.awaitNote("share refused NotAllowedError");
    rig.attempt("camera_as_screen");
    rig.awaitNote("old share refused NotAllowedError");
    rig.surface().send(new PageCommand.Screen(true));
    rig.awaitNote("shared live");
    rig.attempt("share");
    rig.awaitNote("share refused NotAllowedError");
  }

  @Test
  void a_crashed_page_is_loaded_once_more() throws Exception {
    openControls();
    kill(renderers());
    assertThat(rig.await(Crashed.class, crashed -> true).retrying()).isTrue();
    assertThat(rig.awaitNote("ready")).endsWith("#ticket=oct_1");
    kill(renderers());
    assertThat(rig.await(Crashed.class, crashed -> true).retrying()).isFalse();
    rig.await(Closed.class, closed -> true);
  }

  @Test
  void an_address_that_does_not_answer_is_told_and_can_be_tried_again() throws Exception {
    rig.open(URI.create("http://127.0.0.1:" + freePort() + "/"));
    assertThat(rig.await(Unreachable.class, event -> true).code())
        .isEqualTo("ERR_CONNECTION_REFUSED");
    rig.surface().send(new PageCommand.Retry());
    rig.await(Unreachable.class, event -> true);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void a_page_that_is_not_there_is_told() throws Exception {
    rig.open(pages.page("nowhere"));
    assertThat(rig.await(Unreachable.class, event -> true).code()).isEqualTo("HTTP_404");
  }

  @Test
  void calls_follow_one_another_and_leave_no_page_behind() throws Exception {
    for (int call = 0; call < 3; call++) {
      openControls();
      rig.close();
      rig.again();
    }
    // Chromium keeps one process ready for the next page.
    Rig.until("no page is left", () -> renderers().size() <= 1);
  }

  /// Chromium's processes that run pages.
  private static List<ProcessHandle> renderers() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> ProcessTime.commandLine(process).contains("--type=renderer"))
        .toList();
  }

  private static void kill(List<ProcessHandle> processes) {
    assertThat(processes).isNotEmpty();
    processes.forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isRed(Color colour) {
    return colour.getRed() > 0.7 && colour.getGreen() < 0.3 && colour.getBlue() < 0.3;
  }

  private static int differingPixels(WritableImage one, WritableImage other) {
    int count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
          count++;
        }
      }
    }
    return count;
  }
}
