package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.call.CallOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Nothing of the page of calls lies over something else, and all columns stay in line, whatever
/// became of the window.
class CallsFitTest {
  @TempDir Path home;

  private DeskRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    SampleCalls sample = new SampleCalls(rig.backend(), rig.now());
    sample.fill();
    sample.many(9);
    rig.backend()
        .calls()
        .add(
            SampleCalls.row(
                "lastyear",
                "Last Year",
                rig.now().minus(Duration.ofDays(330)),
                CallOutcome.COMPLETED,
                7199,
                1.0,
                1,
                Samples.MERT));
    rig.backend()
        .calls()
        .add(
            SampleCalls.row(
                "maximiliane",
                "Maximiliane Freifrau von Hohenlohe-Württemberg",
                rig.now().minusSeconds(90),
                CallOutcome.OFFLINE,
                0,
                null,
                0,
                Samples.MERT));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void aWindowThatChangedWhileAnotherPageWasShown() {
    rig.show(Samples.elif(), 1440, 900);
    calls();
    rig.press(Ids.NAV_INSIGHTS);
    rig.await(Ids.INSIGHTS);
    size(900, 600);
    calls();
    assertInPlace();
    size(1440, 900);
    assertInPlace();
    size(1000, 700);
    assertInPlace();
    rig.press(Ids.NAV_INSIGHTS);
    rig.await(Ids.INSIGHTS);
    size(1440, 900);
    calls();
    assertInPlace();
  }

  private void calls() {
    rig.press(Ids.NAV_CALLS);
    rig.await(Ids.CALLS);
    rig.await(Ids.CALLS_LIVE_CARD + "live-ayse");
    ListView<?> list = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    rig.until("19 rows", () -> list.getItems().size() == 19);
  }

  private void size(double width, double height) {
    DeskRig.fx(
        () -> {
          rig.stage().setWidth(width);
          rig.stage().setHeight(height);
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents(10);
  }

  private void assertInPlace() {
    Bounds figures = place(rig.await(Ids.CALLS_FIGURE + "length"));
    Bounds live = place(rig.await(Ids.CALLS_LIVE));
    assertThat(live.getMinY()).as("live below the figures").isGreaterThan(figures.getMaxY());
    Bounds card = place(rig.await(Ids.CALLS_LIVE_CARD + "live-ayse"));
    assertThat(card.getMaxY()).as("cards inside").isLessThanOrEqualTo(live.getMaxY());
    ListView<?> list = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    ScrollBar bar = (ScrollBar) list.lookup(".scroll-bar:vertical");
    for (HistoryOrder.Column column : DeskRig.fx(() -> shown(list))) {
      Node head = rig.await(Ids.CALLS_SORT + column);
      double left = DeskRig.fx(() -> place(head.lookup(".text")).getMinX());
      double below = DeskRig.fx(() -> left(list, column));
      assertThat(left)
          .as("%s with a bar %s of %s", column, bar.isVisible(), bar.getWidth())
          .isCloseTo(below, within(1.0));
    }
  }

  private static List<HistoryOrder.Column> shown(ListView<?> list) {
    return ((HistoryList) list).columns().get().shown();
  }

  /// Where the cell of a column begins in the first row that can be seen.
  private static double left(ListView<?> list, HistoryOrder.Column column) {
    int index = shown(list).indexOf(column);
    return list.lookupAll(".call-row").stream()
        .filter(Node::isVisible)
        .map(row -> ((HBox) row).getChildren().get(index))
        .mapToDouble(cell -> place(cell).getMinX())
        .findFirst()
        .orElseThrow();
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void atTheSizeOfTheDrawingAllColumnsAreThereAndWholeInTurkish() {
    rig.speak(Language.TR);
    rig.show(Samples.elif(), 1440, 900);
    calls();
    ListView<?> list = (ListView<?>) rig.await(Ids.CALLS_HISTORY);
    WaitForAsyncUtils.waitForFxEvents(10);
    DeskRig.fx(
        () -> {
          list.scrollTo(18);
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents(10);
    assertThat(DeskRig.fx(() -> shown(list))).containsExactly(HistoryOrder.Column.values());
    assertThat(
            DeskRig.fx(
                () ->
                    list.lookupAll(".call-row .label").stream().map(Labeled.class::cast).toList()))
        .isNotEmpty()
        .allSatisfy(label -> assertThat(drawn(label)).isEqualTo(label.getText()));
  }

  private static String drawn(Labeled label) {
    return DeskRig.fx(() -> ((Text) label.lookup(".text")).getText());
  }
}
