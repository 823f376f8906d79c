package dev.optima.console.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.call.HistoryFilter;
import dev.optima.console.call.HistoryFilter.Person;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.fx.UiThread;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CallAnalytics;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The page shows the figures of the answer, each of which leads to what it is made of.
class InsightsViewTest {
  private static final String ASKED = "GET /api/analytics/calls";
  private static final Instant NOW = Instant.parse("2026-11-22T11:48:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  private final HttpExchange http = HttpExchange.standard();
  private final CallAnalytics figures = SampleFigures.of(TODAY, 30);
  private final List<HistoryFilter> calls = new ArrayList<>();
  private final List<MeetingListViewModel> meetings = new ArrayList<>();
  private ScriptedBackend backend;
  private InsightsView view;
  private InsightsViewModel model;
  private Stage stage;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    backend.script(ASKED, Answer.json(figures));
    Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), new UiThread());
    ApiClient api = ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN);
    stage = FxToolkit.registerPrimaryStage();
    model = DeskRig.fx(() -> new InsightsViewModel(api, tasks, () -> NOW, SampleFigures.HERE));
    view =
        DeskRig.fx(
            () -> {
              Words words = Words.of(Language.EN, SampleFigures.HERE);
              ChartExport export =
                  new ChartExport(words, tasks, new ToastsViewModel(InstantSource.system()));
              export.ask((_, _, name) -> folder.resolve(name));
              InsightsView made =
                  new InsightsView(
                      words,
                      model,
                      export,
                      new InsightChoices(
                          FXCollections.observableArrayList(
                              new Meeting.Interviewer(Samples.ELIF, "Elif Kaya"),
                              new Meeting.Interviewer(Samples.MERT, "Mert Demir")),
                          () -> List.of("Designer", "Engineer")),
                      new InsightsView.Ways(
                          calls::add,
                          meetings::add,
                          failure -> {
                            throw new AssertionError(failure);
                          }));
              Styles.look(false);
              Scene scene = new Scene(made, 1200, 800);
              Styles.apply(scene);
              DeskRig.put(stage, scene);
              stage.show();
              model.show(true);
              return made;
            });
    until(() -> model.shown().get() != null);
    DeskRig.fx(
        () -> {
          view.applyCss();
          view.layout();
          return true;
        });
  }

  @AfterEach
  void stop() throws Exception {
    DeskRig.fx(
        () -> {
          view.close();
          return true;
        });
    backend.close();
    http.close();
  }

  private static void until(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> DeskRig.fx(holds));
  }

  private String figure(String id) {
    return ((Label) view.lookup("#" + Ids.FIGURE + id).lookup(".figure")).getText();
  }

  private void press(String id) {
    DeskRig.fx(
        () -> {
          ((ButtonBase) view.lookup("#" + id)).fire();
          return true;
        });
  }

  private Node plot(String chart) {
    return view.lookup("#" + Ids.CHART + chart).lookup(".plot");
  }

  private void keys(String chart, KeyCode... keys) {
    DeskRig.fx(
        () -> {
          Node plot = plot(chart);
          plot.requestFocus();
          for (KeyCode key : keys) {
            plot.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
          }
          return true;
        });
  }

  private HistoryFilter whole() {
    return HistoryFilter.ALL.period(figures.from(), figures.to());
  }

  @Test
  void showsTheFiguresOfTheAnswer() {
    assertThat(figure("interviews")).isEqualTo("12,345");
    assertThat(figure("answers")).isEqualTo("87%");
    assertThat(figure("noShows")).isEqualTo("6%");
    assertThat(figure("length")).isEqualTo("27 min");
    assertThat(figure("score")).isEqualTo("4.4");
    Label change = (Label) view.lookup("#" + Ids.FIGURE + "noShows").lookup(".chip");
    assertThat(change.getText()).isEqualTo("▼ 2 pt");
    assertThat(change.getStyleClass()).contains("chip-ok");
    assertThat(change.getAccessibleText()).isEqualTo("2 pt less than in the time before");
  }

  @Test
  void saysWhyAFigureIsEmptyAndComparesNothingWithNothing() throws Exception {
    backend.script(ASKED, Answer.json(SampleFigures.nothing(TODAY, 30)));
    DeskRig.fx(
        () -> {
          model.retry();
          return true;
        });
    until(() -> figure("interviews").equals("0"));
    assertThat(said("interviews")).contains("0 in the time before");
    assertThat(said("answers")).contains("—", "Nothing rang in this time.");
    assertThat(said("noShows")).contains("—", "No meetings were due in this time.");
    assertThat(said("length")).contains("—", "No interviews in this time.");
    assertThat(said("score")).contains("—", "No interview was measured in this time.");
  }

  private List<String> said(String id) {
    return DeskRig.fx(
        () ->
            view.lookup("#" + Ids.FIGURE + id).lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  @Test
  void eachFigureLeadsToItsRows() {
    press(Ids.FIGURE_LEAD + "interviews");
    press(Ids.FIGURE_LEAD + "answers");
    press(Ids.FIGURE_LEAD + "score");
    press(Ids.FIGURE_LEAD + "noShows");
    HistoryFilter interviews = whole().outcomes(CallOutcome.COMPLETED, CallOutcome.DROPPED);
    assertThat(calls).containsExactly(interviews, whole().rang(true), interviews.score(1.0, null));
    assertThat(meetings).hasSize(1);
  }

  @Test
  void eachPlaceOfAChartLeadsToItsRows() {
    HistoryFilter interviews = whole().outcomes(CallOutcome.COMPLETED, CallOutcome.DROPPED);
    keys("lengths", KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(calls.getLast()).isEqualTo(interviews.length(300L, 600L));
    keys("load", KeyCode.DOWN, KeyCode.ENTER);
    assertThat(calls.getLast())
        .isEqualTo(interviews.people(List.of(new Person(Samples.MERT, "Mert Demir"))));
    keys("answer-rate", KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(calls.getLast()).isEqualTo(whole().rang(true).hourOfWeek(1, 9));
    keys("quality", KeyCode.HOME, KeyCode.ENTER);
    LocalDate monday = LocalDate.of(2026, 10, 26);
    assertThat(calls.getLast().from())
        .isEqualTo(
            figures.quality().getFirst().date().atStartOfDay(SampleFigures.HERE).toInstant());
    assertThat(calls.getLast().minScore()).isEqualTo(1.0);
    keys("calls-a-day", KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.UP, KeyCode.ENTER);
    assertThat(calls.getLast())
        .isEqualTo(
            HistoryFilter.ALL
                .outcomes(CallOutcome.COMPLETED)
                .period(
                    monday.atStartOfDay(SampleFigures.HERE).toInstant(),
                    monday.plusDays(1).atStartOfDay(SampleFigures.HERE).toInstant()));
    int before = calls.size();
    keys("first-interview", KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(calls).as("no list has just those").hasSize(before);
    assertThat(meetings).isEmpty();
    keys("no-shows", KeyCode.UP, KeyCode.ENTER);
    assertThat(meetings).hasSize(1);
  }

  @Test
  void theMeetingsBehindAFigureAreThose() throws Exception {
    Instant at = Instant.parse("2026-11-10T09:00:00Z");
    backend.meetings().add(SampleMeeting.john("held", at).completed(NOW).build());
    backend.meetings().add(SampleMeeting.john("absent", at).noShow(Absent.APPLICANT, NOW).build());
    backend.meetings().add(SampleMeeting.john("us", at).noShow(Absent.RECRUITER, NOW).build());
    backend.meetings().add(SampleMeeting.john("planned", at).build());
    backend
        .meetings()
        .add(SampleMeeting.john("before", figures.from().minusSeconds(60)).completed(NOW).build());
    press(Ids.FIGURE_LEAD + "noShows");
    assertThat(ids(meetings.getLast())).containsExactlyInAnyOrder("held", "absent", "us");
    keys("no-shows", KeyCode.HOME, KeyCode.ENTER);
    assertThat(ids(meetings.getLast())).containsExactly("absent");
  }

  @Test
  void anApplicantWhoCannotBeReadIsLeftOutAndEachIsAskedForOnce() throws Exception {
    backend.add(Samples.applicant("john", "John Doe", "Engineer", "en", "Europe/Istanbul"));
    Instant at = Instant.parse("2026-11-10T09:00:00Z");
    backend.meetings().add(SampleMeeting.john("one", at).completed(NOW).build());
    backend.meetings().add(SampleMeeting.john("two", at).noShow(Absent.APPLICANT, NOW).build());
    backend
        .meetings()
        .add(SampleMeeting.of("gone", new UserId("gone"), "G. One", at).completed(NOW).build());
    backend.script("GET /api/applicants/gone", Answer.problem(404, ErrorCode.NOT_FOUND, null));
    MeetingListViewModel list =
        DeskRig.fx(
            () ->
                model.meetings(
                    new MeetingsAsked(
                        figures.from(),
                        figures.to(),
                        Set.of(MeetingStatus.COMPLETED, MeetingStatus.NO_SHOW),
                        null,
                        Set.of(),
                        List.of("Engineer"))));
    assertThat(ids(list)).containsExactlyInAnyOrder("one", "two");
    assertThat(list.problem().get()).isNull();
    assertThat(list.leftOut().get()).isEqualTo(1);
    assertThat(backend.requests())
        .filteredOn(asked -> asked.equals("GET /api/applicants/john"))
        .hasSize(1);
    list.close();
    backend.requests().clear();
    assertThat(ids(list)).hasSize(2);
    assertThat(backend.requests()).as("closed").isEmpty();
  }

  private static List<String> ids(MeetingListViewModel list) throws Exception {
    DeskRig.fx(
        () -> {
          list.load();
          return true;
        });
    until(() -> !list.loading().get());
    return DeskRig.fx(
        () -> list.meetings().stream().map(meeting -> meeting.meetingId().value()).toList());
  }

  @Test
  void theTeamIsNarrowedByAMenuThatStaysOpen() {
    MenuButton menu = (MenuButton) view.lookup("#" + Ids.INSIGHTS_PEOPLE);
    DeskRig.fx(
        () -> {
          menu.getItems().get(0).fire();
          menu.getItems().get(1).fire();
          return true;
        });
    assertThat(menu.getText()).isEqualTo("2 of the team");
    assertThat(model.filter().get().people())
        .extracting(Person::id)
        .containsExactly(Samples.ELIF, Samples.MERT);
    DeskRig.fx(
        () -> {
          menu.getItems().get(0).fire();
          return true;
        });
    assertThat(menu.getText()).isEqualTo("Mert Demir");
    DeskRig.fx(
        () -> {
          menu.getItems().getLast().fire();
          return true;
        });
    assertThat(model.filter().get().people()).isEmpty();
  }

  @Test
  void theMouseChoosesInTheMenuAndLeavesItOpen() {
    MenuButton menu = (MenuButton) view.lookup("#" + Ids.INSIGHTS_PEOPLE);
    FxRobot mouse = new FxRobot();
    mouse.interact(menu::show);
    for (int line : new int[] {0, 1}) {
      mouse.clickOn(((CustomMenuItem) menu.getItems().get(line)).getContent());
    }
    assertThat(DeskRig.fx(menu::isShowing)).isTrue();
    assertThat(DeskRig.fx(() -> model.filter().get().people())).hasSize(2);
    mouse.interact(menu::hide);
  }

  @Test
  void thePageGoesOutAsItIs() throws Exception {
    backend.script(ASKED, new Answer(200, "text/csv", "date,completed\r\n2026-11-22,8\r\n"));
    export(Ids.INSIGHTS_EXPORT_FIGURES);
    export(Ids.INSIGHTS_EXPORT_PICTURE);
    Path csv = folder.resolve("insights-2026-10-24-2026-11-22.csv");
    Path png = folder.resolve("insights-2026-10-24-2026-11-22.png");
    until(() -> Files.exists(csv) && Files.size(csv) > 10 && Files.exists(png) && isWhole(png));
    assertThat(Files.readString(csv)).isEqualTo("\ufeffdate,completed\r\n2026-11-22,8\r\n");
    BufferedImage picture = ImageIO.read(png.toFile());
    Node content = view.lookup("#" + Ids.INSIGHTS_CONTENT);
    assertThat(picture.getWidth())
        .isBetween(
            (int) (content.getLayoutBounds().getWidth() * 2) - 1,
            (int) (content.getLayoutBounds().getWidth() * 2) + 2);
    assertThat(picture.getHeight()).isGreaterThan(2000);
  }

  private static boolean isWhole(Path png) {
    try {
      return ImageIO.read(png.toFile()) != null;
    } catch (Exception e) {
      return false;
    }
  }

  private void export(String id) {
    MenuButton menu = (MenuButton) view.lookup("#" + Ids.INSIGHTS_EXPORT);
    DeskRig.fx(
        () -> {
          menu.getItems().stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire);
          return true;
        });
  }
}
