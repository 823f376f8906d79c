package dev.optima.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.SampleFigures;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.rest.CallAnalytics.Day;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Charts tell their values to eyes, pointer, keyboard and screen readers, and go out as they are.
class ChartsTest {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 22);
  private static final ZoneId UTC = ZoneId.of("UTC");

  @TempDir Path folder;

  private final Words words = Words.of(Language.EN, UTC);
  private final ToastsViewModel toasts = new ToastsViewModel(InstantSource.system());
  private Stage stage;

  @BeforeEach
  void start() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
  }

  private ChartCard card(Plot plot, double width) {
    ChartExport export = new ChartExport(words, new Tasks(Runnable::run, Runnable::run), toasts);
    export.ask((_, _, name) -> folder.resolve(name));
    ChartCard card =
        new ChartCard(words, export, new ChartCard.About("days", "Calls a day", "Why"), plot);
    card.period("9 – 22 Nov 2026");
    card.setMaxHeight(StackPane.USE_PREF_SIZE);
    Styles.look(false);
    Scene scene = new Scene(new StackPane(card), width, 500);
    Styles.apply(scene);
    DeskRig.put(stage, scene);
    stage.show();
    return card;
  }

  private static void press(Node plot, KeyCode... keys) {
    for (KeyCode key : keys) {
      plot.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
  }

  @Test
  void daysAreReadAndFollowedByKeys() {
    List<String> picked = new ArrayList<>();
    DeskRig.fx(
        () -> {
          StackedDays plot = new StackedDays(words);
          card(plot, 600);
          plot.onPick((day, part) -> picked.add(day + " " + part));
          plot.show(
              List.of(DayPart.COMPLETED, DayPart.MISSED, DayPart.REJECTED, DayPart.NO_SHOW),
              List.of(
                  new Day(LAST.minusDays(1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                  new Day(LAST, 8, 0, 3, 0, 0, 0, 0, 0, 1, 0)));
          plot.layout();
          plot.requestFocus();
          press(plot, KeyCode.END, KeyCode.ENTER, KeyCode.UP, KeyCode.UP, KeyCode.ENTER);
          assertThat(plot.getAccessibleText()).isEqualTo("Calls a day: Sun 22 Nov 2026, Missed: 3");
          press(plot, KeyCode.HOME, KeyCode.ENTER);
          assertThat(plot.getAccessibleText()).isEqualTo("Calls a day: Sat 21 Nov 2026, Nothing");
          assertThat(plot.legend().stream().map(Legend.Entry::name))
              .containsExactly("Completed", "Missed", "No-show");
          return true;
        });
    assertThat(picked).containsExactly("2026-11-22 null", "2026-11-22 MISSED");
  }

  @Test
  void newsLeaveTheKeyboardWhereItIs() {
    DeskRig.fx(
        () -> {
          StackedDays plot = new StackedDays(words);
          card(plot, 600);
          List<DayPart> parts = List.of(DayPart.COMPLETED, DayPart.MISSED);
          Day before = new Day(LAST.minusDays(1), 2, 0, 1, 0, 0, 0, 0, 0, 0, 0);
          plot.show(parts, List.of(before, new Day(LAST, 8, 0, 3, 0, 0, 0, 0, 0, 0, 0)));
          plot.layout();
          plot.requestFocus();
          press(plot, KeyCode.HOME, KeyCode.UP);
          List<Node> drawn = List.copyOf(plot.getChildrenUnmodifiable());
          plot.show(parts, List.of(before, new Day(LAST, 8, 0, 3, 0, 0, 0, 0, 0, 0, 0)));
          assertThat(plot.getChildrenUnmodifiable()).as("equal figures").isEqualTo(drawn);
          plot.show(parts, List.of(before, new Day(LAST, 9, 0, 3, 0, 0, 0, 0, 0, 0, 0)));
          assertThat(plot.getAccessibleText())
              .isEqualTo("Calls a day: Sat 21 Nov 2026, Completed: 2");
          plot.show(parts, List.of(new Day(LAST, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0)));
          press(plot, KeyCode.UP, KeyCode.UP);
          plot.show(parts, List.of(new Day(LAST, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
          assertThat(plot.getAccessibleText())
              .as("what is no more is not told")
              .doesNotContain("Missed");
          return true;
        });
  }

  @Test
  void ninetyDaysHaveLabelsThatDoNotTouch() {
    List<Label> shown =
        DeskRig.fx(
            () -> {
              StackedDays plot = new StackedDays(words);
              card(plot, 520);
              plot.show(DayPart.CALLS, SampleFigures.of(LAST, 90).days());
              plot.getScene().getRoot().applyCss();
              plot.getScene().getRoot().layout();
              return plot.lookupAll(".axis-label").stream()
                  .map(Label.class::cast)
                  .filter(Node::isVisible)
                  .filter(label -> label.getText().contains(" "))
                  .toList();
            });
    assertThat(shown).hasSizeGreaterThan(3);
    for (Label one : shown) {
      assertThat(
              shown.stream()
                  .filter(other -> other != one)
                  .filter(other -> other.getBoundsInParent().intersects(one.getBoundsInParent())))
          .isEmpty();
    }
  }

  @Test
  void aLineIsBrokenWhereNothingWasMeasured() {
    DeskRig.fx(
        () -> {
          LineChart plot = new LineChart(words);
          card(plot, 600);
          Instant at = Instant.parse("2026-11-22T10:00:00Z");
          plot.show(
              TimeAxis.clock(at, at.plusSeconds(60), UTC, words.texts().locale()),
              new ValueAxis(Steps.upTo(0.2), value -> Math.round(value * 1000) + " ms"),
              List.of(
                  new LineChart.Series(
                      "John Doe",
                      List.of(
                          new LineChart.Point(at, 0.1),
                          new LineChart.Point(at.plusSeconds(5), 0.2),
                          new LineChart.Point(at.plusSeconds(10), null),
                          new LineChart.Point(at.plusSeconds(15), 0.15))),
                  new LineChart.Series(
                      "Elif Kaya", List.of(new LineChart.Point(at.plusSeconds(5), 0.05)))));
          plot.getScene().getRoot().applyCss();
          plot.getScene().getRoot().layout();
          javafx.scene.shape.Path first = (javafx.scene.shape.Path) plot.lookup(".line-0");
          assertThat(first.getElements().stream().filter(MoveTo.class::isInstance)).hasSize(2);
          press(plot, KeyCode.HOME, KeyCode.RIGHT);
          assertThat(plot.getAccessibleText())
              .isEqualTo("Calls a day: 10:00:05, John Doe: 200 ms, Elif Kaya: 50 ms");
          assertThat(plot.legend()).hasSize(2);
          assertThat(plot.table().csv())
              .contains("2026-11-22T10:00:05Z,0.2,0.05", "2026-11-22T10:00:15Z,0.15,\r\n");
          return true;
        });
  }

  @Test
  void anHourOfWhichNothingIsKnownIsNotAnHourOfNothing() {
    List<String> picked = new ArrayList<>();
    DeskRig.fx(
        () -> {
          HeatMap plot = new HeatMap(words);
          card(plot, 700);
          plot.onPick((day, hour) -> picked.add(day + " " + hour));
          plot.show(
              List.of(
                  new HeatMap.Cell(1, 8, 0, List.of("0 of 3")),
                  new HeatMap.Cell(2, 23, 1, List.of("2 of 2"))),
              new Table(List.of("x"), List.of()));
          plot.getScene().getRoot().applyCss();
          plot.getScene().getRoot().layout();
          assertThat(plot.lookupAll(".heat-0")).isNotEmpty();
          press(plot, KeyCode.HOME, KeyCode.ENTER);
          assertThat(plot.getAccessibleText()).contains("Monday 08:00 – 09:00, 0 of 3");
          press(plot, KeyCode.DOWN, KeyCode.ENTER);
          assertThat(plot.getAccessibleText()).contains("Tuesday 08:00 – 09:00, No data");
          press(plot, KeyCode.END, KeyCode.ENTER);
          assertThat(plot.getAccessibleText()).contains("Tuesday 23:00 – 00:00, 2 of 2");
          return true;
        });
    assertThat(picked).containsExactly("1 8", "2 23");
  }

  @Test
  void goesOutAsAPictureAndAsItsFigures() throws Exception {
    double[] size =
        DeskRig.fx(
            () -> {
              StackedDays plot = new StackedDays(words);
              ChartCard card = card(plot, 640);
              plot.show(DayPart.CALLS, SampleFigures.of(LAST, 14).days());
              card.getScene().getRoot().applyCss();
              card.getScene().getRoot().layout();
              card.savePicture();
              card.saveFigures();
              assertThat(card.lookupAll("." + Picture.NOT_IN_PICTURE).stream())
                  .filteredOn(node -> node.getStyleClass().contains("button-icon"))
                  .allMatch(Node::isVisible);
              return new double[] {card.getWidth(), card.getHeight()};
            });
    File png = folder.resolve("days.png").toFile();
    BufferedImage picture = ImageIO.read(png);
    assertThat(picture.getWidth()).isEqualTo((int) Math.ceil(size[0] * 2));
    assertThat(picture.getHeight()).isEqualTo((int) Math.ceil(size[1] * 2));
    List<String> lines = Files.readString(folder.resolve("days.csv")).lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo(
            "\ufeffDay,Completed,Dropped,Missed,Missed (offline),Rejected,Cancelled,Not connected");
    assertThat(lines).hasSize(15);
    Day first = SampleFigures.of(LAST, 14).days().getFirst();
    assertThat(lines.get(1))
        .isEqualTo(
            "%s,%d,%d,%d,%d,%d,%d,%d"
                .formatted(
                    first.date(),
                    first.completed(),
                    first.dropped(),
                    first.missed(),
                    first.offline(),
                    first.rejected(),
                    first.cancelled(),
                    first.failed()));
  }

  @Test
  void saysSoWhenThereIsNothing() {
    DeskRig.fx(
        () -> {
          StackedDays plot = new StackedDays(words);
          ChartCard card = card(plot, 600);
          plot.show(DayPart.CALLS, SampleFigures.nothing(LAST, 14).days());
          assertThat(plot.isVisible()).isFalse();
          card.say("Loading…");
          plot.show(DayPart.CALLS, SampleFigures.of(LAST, 14).days());
          assertThat(plot.isVisible()).isFalse();
          card.say(null);
          assertThat(plot.isVisible()).isTrue();
          return true;
        });
  }
}
