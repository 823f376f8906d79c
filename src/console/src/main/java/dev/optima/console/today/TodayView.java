package dev.optima.console.today;

import dev.optima.console.call.CallsViewModel;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingActs;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.message.Meeting;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page that begins the day: what is next at the left, what waits for the recruiter at the
/// right; one above the other where the window is narrow.
public final class TodayView extends BorderPane implements AutoCloseable {
  private static final double TWO_COLUMNS = 940;
  private static final double RIGHT = 420;

  private final Words words;
  private final TodayViewModel model;
  private final CallsViewModel calls;
  private final Actions actions;
  private final TodayRows rows;
  private final NextView next;
  private final VBox questions = new VBox(12);
  private final VBox left;
  private final VBox right;
  private final HBox columns = new HBox(16);
  private final VBox body = new VBox(16);
  private final Subscriptions subscriptions = new Subscriptions();

  /// What the page leads to.
  ///
  /// @param call rings the applicant of a room
  /// @param open opens a room
  public record Actions(
      Consumer<RoomId> call, Consumer<RoomId> open, MeetingDoors doors, MeetingActs acts) {}

  public TodayView(Words words, TodayViewModel model, CallsViewModel calls, Actions actions) {
    this.words = words;
    this.model = model;
    this.calls = calls;
    this.actions = actions;
    rows = new TodayRows(words, model, actions);
    next = new NextView(words, model, actions);
    setId(Ids.TODAY);
    getStyleClass().add("page");
    setTop(head());
    questions.setId(Ids.TODAY_QUESTIONS);
    left = new VBox(16, questions, next, later());
    right = new VBox(16, waiting(), review(), absences(), missed());
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    right.setMinWidth(0);
    body.getStyleClass().add("page-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
    arrange(false);
    widthProperty().addListener((_, _, now) -> arrange(now.doubleValue() >= TWO_COLUMNS));
    subscriptions.list(model.questions(), this::showQuestions);
  }

  private HBox head() {
    Label day = Nodes.label("", "muted");
    subscriptions.follow(model.now(), now -> day.setText(words.formats().longDay(now)));
    HBox head = new HBox(12, Nodes.label(words.get("today.title"), "title"), day);
    head.getStyleClass().add("page-head");
    return head;
  }

  private void arrange(boolean wide) {
    if (wide) {
      right.setPrefWidth(RIGHT);
      right.setMaxWidth(RIGHT);
      right.setMinWidth(RIGHT);
      columns.getChildren().setAll(left, right);
      body.getChildren().setAll(columns);
    } else {
      columns.getChildren().clear();
      right.setMinWidth(0);
      right.setMaxWidth(Double.MAX_VALUE);
      body.getChildren().setAll(left, right);
    }
  }

  private void showQuestions() {
    Nodes.present(questions, !model.questions().isEmpty());
    questions
        .getChildren()
        .setAll(
            model.questions().stream()
                .map(meeting -> new QuestionCard(words, meeting, model, actions))
                .toList());
  }

  private Node later() {
    return section(Ids.TODAY_LATER, "today.later", null, model.later(), rows::later);
  }

  private Node waiting() {
    Section section =
        new Section(Ids.TODAY_WAITING, words.get("today.waiting"), words.get("today.waiting.none"));
    Runnable show =
        () -> section.show(model.waiting().stream().map(rows::waiting).toList(), someSaidYes());
    subscriptions.list(model.waiting(), show);
    subscriptions.list(model.later(), show);
    subscriptions.update(show, model.next());
    return section;
  }

  /// Where nothing is planned, it would be wrong that everybody said yes.
  private boolean someSaidYes() {
    Meeting next = model.next().get();
    return next != null
        && Stream.concat(Stream.of(next), model.later().stream())
            .anyMatch(meeting -> meeting.answer() == MeetingAnswer.ACCEPTED);
  }

  private Node review() {
    return section(Ids.TODAY_REVIEW, "today.review", null, model.review(), rows::review);
  }

  private Node absences() {
    return section(Ids.TODAY_ABSENCES, "today.absences", null, model.absences(), rows::absence);
  }

  private Node section(
      String id,
      String title,
      @Nullable String none,
      ObservableList<Meeting> meetings,
      Function<Meeting, Node> row) {
    Section section = new Section(id, words.get(title), none == null ? null : words.get(none));
    subscriptions.list(meetings, () -> section.show(meetings.stream().map(row).toList()));
    return section;
  }

  private Node missed() {
    Section section =
        new Section(Ids.TODAY_MISSED, words.get("today.missed"), words.get("today.missed.none"));
    subscriptions.list(calls.toCallBack(), () -> section.show(missedRows().toList()));
    return section;
  }

  private Stream<Node> missedRows() {
    return calls.toCallBack().stream()
        .map(call -> new MissedLine(words, call, model.now().get(), actions));
  }

  @Override
  public void close() {
    subscriptions.close();
    next.close();
  }
}
