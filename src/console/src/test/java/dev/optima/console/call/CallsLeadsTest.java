package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CallRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Where the page of calls leads to, and what it lets one choose.
class CallsLeadsTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");

  @TempDir Path home;

  private DeskRig rig;
  private SampleCalls sample;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    rig.backend()
        .add(Samples.applicant("john", "John Doe", "Backend engineer", "en", "Europe/Istanbul"));
    sample = new SampleCalls(rig.backend(), rig.now());
    sample.fill();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private ListView<CallRow> show(int rows) {
    rig.show(Samples.elif(), 1440, 900);
    rig.press(Ids.NAV_CALLS);
    @SuppressWarnings("unchecked")
    ListView<CallRow> list = (ListView<CallRow>) rig.await(Ids.CALLS_HISTORY);
    rig.until(rows + " rows", () -> list.getItems().size() == rows);
    return list;
  }

  private static void fx(Runnable work) {
    DeskRig.fx(
        () -> {
          work.run();
          return true;
        });
  }

  private List<String> meetings(int count) {
    @SuppressWarnings("unchecked")
    ListView<Meeting> list = (ListView<Meeting>) rig.await(Ids.INSIGHTS_MEETINGS);
    rig.until(count + " meetings", () -> list.getItems().size() == count);
    List<String> ids =
        DeskRig.fx(
            () -> list.getItems().stream().map(meeting -> meeting.meetingId().value()).toList());
    rig.press(Ids.DIALOG_CANCEL);
    rig.awaitGone(Ids.INSIGHTS_MEETINGS);
    return ids;
  }

  @Test
  void whoDidNotComeLeadsToThoseMeetings() {
    Instant before = TUESDAY.minus(Duration.ofDays(7));
    rig.backend()
        .meetings()
        .add(SampleMeeting.john("absent", TUESDAY).noShow(Absent.APPLICANT, TUESDAY).build());
    rig.backend().meetings().add(SampleMeeting.john("held", TUESDAY).completed(TUESDAY).build());
    rig.backend()
        .meetings()
        .add(SampleMeeting.john("long-ago", before).noShow(Absent.APPLICANT, before).build());
    show(8);
    rig.until(
        "counted",
        () ->
            rig.stage().getScene().lookup("#" + Ids.CALLS_FIGURE + "noShows") instanceof Node node
                && node.getAccessibleText().contains("6%"));

    rig.press(Ids.CALLS_FIGURE + "noShows");
    assertThat(meetings(2)).containsExactlyInAnyOrder("absent", "held");

    Node plot = rig.await(Ids.CHART + "lastDays").lookup(".plot");
    fx(
        () -> {
          plot.requestFocus();
          press(plot, KeyCode.END, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
          press(plot, KeyCode.LEFT, KeyCode.UP, KeyCode.UP, KeyCode.UP);
          assertThat(plot.getAccessibleText()).endsWith("Tue 17 Nov 2026, No-show: 1");
          press(plot, KeyCode.ENTER);
        });
    assertThat(meetings(1)).containsExactly("absent");
  }

  private static void press(Node plot, KeyCode... keys) {
    for (KeyCode key : keys) {
      plot.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
  }

  @Test
  void positionsThatCameLaterCanBeChosen() {
    show(8);
    fx(() -> ((ToggleButton) rig.stage().getScene().lookup("#" + Ids.CALLS_FILTERS)).fire());
    MenuButton menu = (MenuButton) rig.await(Ids.CALLS_BY_POSITION);
    fx(
        () -> {
          assertThat(menu.isDisabled()).isFalse();
          menu.getOnShowing().handle(null);
          assertThat(menu.getItems()).hasOnlyElementsOfType(CustomMenuItem.class).isNotEmpty();
        });
  }

  @Test
  void theMouseChoosesAnOutcome() {
    ListView<CallRow> list = show(8);
    fx(() -> ((ToggleButton) rig.stage().getScene().lookup("#" + Ids.CALLS_FILTERS)).fire());
    MenuButton menu = (MenuButton) rig.await(Ids.CALLS_BY_OUTCOME);
    FxRobot mouse = new FxRobot();
    mouse.interact(menu::show);
    Node line = ((CustomMenuItem) menu.getItems().getFirst()).getContent().getParent();
    mouse.clickOn(line);
    rig.until("narrowed", () -> !list.getItems().isEmpty() && list.getItems().size() < 8);
    mouse.clickOn(line);
    rig.until("all again", () -> list.getItems().size() == 8);
    mouse.interact(menu::hide);
  }

  @Test
  void aLastDayBeforeTheFirstIsToldAndNotAskedFor() {
    show(8);
    fx(() -> ((ToggleButton) rig.stage().getScene().lookup("#" + Ids.CALLS_FILTERS)).fire());
    MenuButton period = (MenuButton) rig.await(Ids.CALLS_BY_PERIOD);
    fx(() -> period.getItems().getLast().fire());
    DatePicker from = (DatePicker) rig.await(Ids.CALLS_FROM);
    DatePicker to = (DatePicker) rig.await(Ids.CALLS_TO);
    fx(
        () -> {
          from.setValue(LocalDate.of(2026, 11, 20));
          to.setValue(LocalDate.of(2026, 11, 18));
        });
    rig.await(Ids.CALLS_BACKWARD);
    fx(() -> to.setValue(LocalDate.of(2026, 11, 21)));
    rig.awaitGone(Ids.CALLS_BACKWARD);
    rig.until(
        "asked",
        () -> rig.backend().requests().stream().anyMatch(it -> it.contains("to=2026-11-21T21")));
    assertThat(rig.backend().requests()).noneMatch(it -> it.contains("to=2026-11-18T21"));
  }

  @Test
  void onlyADoublePressOnARowOpensItsDetails() {
    rig.backend()
        .calls()
        .add(
            SampleCalls.row(
                "odd",
                "a_strange_name",
                rig.now().minusSeconds(90),
                CallOutcome.NO_ANSWER,
                0,
                null,
                0,
                Samples.MERT));
    ListView<CallRow> list = show(9);
    fx(() -> list.getSelectionModel().clearAndSelect(0));
    Button back = (Button) rig.await(Ids.CALLS_CALL_BACK + "call-odd");
    fx(
        () -> {
          assertThat(list.lookupAll(".name-link").stream().map(node -> (Button) node))
              .filteredOn(button -> button.getText().equals("a_strange_name"))
              .singleElement()
              .matches(button -> !button.isMnemonicParsing());
          list.fireEvent(twice());
          back.fireEvent(twice());
        });
    assertThat(rig.stage().getScene().lookup("#" + Ids.CALL_DETAILS)).isNull();
    fx(() -> list.lookup(".call-row").fireEvent(twice()));
    rig.await(Ids.CALL_DETAILS);
  }

  private static MouseEvent twice() {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        2,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }
}
