package dev.optima.console.insight;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws the page of insights in all its forms, to `target/screens/<language>-insights-*.png`.
class InsightScreensTest {
  private static final String ASKED = "GET /api/analytics/calls";

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init") // The test opens it first.
  private DeskRig rig;

  private Language language = Language.EN;

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsInsights(Language spoken) throws Exception {
    language = spoken;
    rig = DeskRig.of(Samples.elif(), home, language);
    try (DeskRig open = rig) {
      new SampleDesk(open.backend(), open.now()).fill();
      LocalDate today = open.now().atZone(SampleFigures.HERE).toLocalDate();
      open.backend().script(ASKED, Answer.json(SampleFigures.of(today, 30)));
      open.show(Samples.elif(), 1440, 900);
      size(1440, 900);
      open.awaitText(Ids.ROOM_NAME, "John Doe");
      open.press(Ids.NAV_INSIGHTS);
      open.await(Ids.CHART + "calls-a-day");
      shoot("wide");
      leads();
      point("calls-a-day", KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
      shoot("pointed");
      scroll(0.5);
      shoot("middle");
      point("answer-rate", KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
      shoot("middle-pointed");
      scroll(1);
      shoot("end");
      dark(true);
      shoot("end-dark");
      scroll(0);
      shoot("dark");
      scroll(0.5);
      shoot("middle-dark");
      dark(false);
      scroll(0);
      open.backend().script(ASKED, Answer.json(SampleFigures.of(today, 90)));
      choose(Span.SEASON);
      shoot("season");
      size(900, 600);
      shoot("narrow");
      scroll(0.4);
      shoot("narrow-middle");
      scroll(1);
      shoot("narrow-end");
      dark(true);
      scroll(0.6);
      shoot("narrow-dark");
      dark(false);
      size(1440, 900);
      scroll(0);
      open.backend().script(ASKED, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
      choose(Span.CUSTOM);
      open.await(Ids.INSIGHTS_RETRY);
      shoot("failed");
      open.backend().script(ASKED, Answer.json(SampleFigures.nothing(today, 30)));
      open.press(Ids.INSIGHTS_RETRY);
      open.await(Ids.INSIGHTS_NOTHING);
      shoot("nothing");
    }
  }

  private void leads() throws Exception {
    Instant day = rig.now().minus(Duration.ofDays(3));
    for (Absent who : Absent.values()) {
      rig.backend()
          .meetings()
          .add(SampleMeeting.john("absent-" + who, day).noShow(who, day).build());
    }
    rig.backend().meetings().add(SampleMeeting.john("held", day).completed(day).build());
    rig.press(Ids.CHART_WHY + "calls-a-day");
    rig.press(Ids.FIGURE_LEAD + "noShows");
    ListView<?> list = (ListView<?>) rig.await(Ids.INSIGHTS_MEETINGS);
    rig.until("they are there", () -> list.getItems().size() == 4);
    shoot("meetings");
    rig.press(Ids.INSIGHTS_OPEN);
    rig.await(Ids.SCHEDULE);
    rig.press(Ids.CARD_CLOSE);
    rig.awaitGone(Ids.CARD_CLOSE);
    rig.press(Ids.NAV_INSIGHTS);
    rig.press(Ids.FIGURE_LEAD + "interviews");
    rig.await(Ids.CALLS);
    rig.until(
        "the history is asked for those",
        () ->
            rig.backend().requests().stream()
                .anyMatch(
                    asked ->
                        asked.startsWith("GET /api/video-calls?")
                            && asked.contains("outcome=completed&outcome=dropped")
                            && asked.contains("from=2026-10-23T21")));
    shoot("calls");
    rig.press(Ids.NAV_INSIGHTS);
    rig.press(Ids.CHART_WHY + "calls-a-day");
  }

  private void choose(Span span) {
    rig.press(Ids.INSIGHTS_SPAN + span);
    rig.skip(Duration.ofSeconds(1));
    rig.until(
        "it is there",
        () -> !((Node) rig.stage().getScene().lookup("#" + Ids.INSIGHTS_BUSY)).isVisible());
  }

  private void point(String chart, KeyCode... keys) {
    Node plot = rig.await(Ids.CHART + chart).lookup(".plot");
    fx(plot::requestFocus);
    for (KeyCode key : keys) {
      fx(
          () ->
              plot.fireEvent(
                  new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }
  }

  private void scroll(double to) {
    ScrollPane pane = (ScrollPane) rig.await(Ids.INSIGHTS_SCROLL);
    fx(() -> pane.setVvalue(to));
  }

  private void dark(boolean now) {
    fx(() -> Styles.look(now));
  }

  private void size(double width, double height) {
    fx(
        () -> {
          rig.stage().setWidth(width);
          rig.stage().setHeight(height);
        });
  }

  private static void fx(Runnable work) {
    DeskRig.fx(
        () -> {
          work.run();
          return true;
        });
  }

  private void shoot(String name) throws Exception {
    rig.skip(Duration.ofMillis(300));
    Shots.shoot(rig, language, "insights-" + name);
  }
}
