package dev.optima.console.call;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingActs;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.CallSnapshot;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The calls of the team: figures above, what is live and what became of the others at the left,
/// what is next and the last days at the right; one below the other where the window is narrow.
public final class CallsView extends BorderPane implements AutoCloseable {
  private static final double TWO_COLUMNS = 940;
  private static final double LEFT = 57.4;
  private static final double HISTORY = 320;

  private final Subscriptions subscriptions = new Subscriptions();
  private final CallsViewModel model;
  private final LiveCallsView live;
  private final UpNextView next;
  private final HistoryView history;
  private final ChartCard days;
  private final GridPane columns = new GridPane(16, 16);
  private final VBox left = new VBox(16);
  private final VBox right = new VBox(16);
  private final BesidePane side = new BesidePane();
  private boolean wide = true;

  /// What the page leads to.
  ///
  /// @param callBack rings the applicant of a room
  /// @param open opens a room
  public record Actions(
      Consumer<RoomId> callBack,
      Consumer<RoomId> open,
      Consumer<CallSnapshot> details,
      LiveActs live,
      MeetingDoors doors,
      MeetingActs acts,
      Ways ways,
      Choices choices) {}

  /// The ways out of the page.
  ///
  /// @param find opens the palette
  /// @param findKeys the keys that do so too
  /// @param newCall asks whom to ring
  /// @param meetings shows the meetings behind a figure
  /// @param openFile hands a file to the system
  public record Ways(
      Runnable find,
      String findKeys,
      Runnable newCall,
      Meetings meetings,
      Consumer<URI> openFile) {}

  /// Shows meetings.
  @FunctionalInterface
  public interface Meetings {
    /// @param from inclusive, by when they were planned for
    /// @param to exclusive
    /// @param ends what became of them: one of these
    void show(Instant from, Instant to, Set<MeetingStatus> ends);
  }

  /// What the history may be narrowed to.
  ///
  /// @param people the team
  /// @param positions that applicants applied for
  public record Choices(
      HistoryFilter.Person me,
      Supplier<List<HistoryFilter.Person>> people,
      Supplier<List<String>> positions) {}

  public CallsView(
      Words words, CallsViewModel model, InstantSource clock, ChartExport charts, Actions actions) {
    this.model = model;
    setId(Ids.CALLS);
    getStyleClass().add("page");
    CallsHeadView head = new CallsHeadView(words, model, actions);
    setTop(head);
    FiguresView figures =
        new FiguresView(
            words, model.figures(), new FiguresView.Leads(this::show, actions.ways().meetings()));
    live = new LiveCallsView(words, model.live(), actions.live(), model.moment());
    next =
        new UpNextView(
            words,
            model.upNext(),
            new UpNextView.Ways(
                actions.choices().me().id(),
                model.live(),
                actions.live()::back,
                actions.callBack(),
                actions.open(),
                actions.doors(),
                actions.acts()),
            model.now());
    history = new HistoryView(words, model.history(), clock, actions);
    LastDays last =
        new LastDays(words, model.figures(), charts, this::show, actions.ways().meetings());
    days = last.card();
    VBox.setVgrow(history, Priority.ALWAYS);
    history.setMinHeight(HISTORY);
    VBox.setVgrow(columns, Priority.ALWAYS);
    VBox body = new VBox(16, figures.node(), columns);
    body.getStyleClass().add("page-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.viewportBoundsProperty().subscribe(seen -> body.setMinHeight(seen.getHeight()));
    StackPane.setAlignment(side, Pos.CENTER_RIGHT);
    Nodes.present(side, false);
    setCenter(new StackPane(scroll, side));
    List.<Runnable>of(
            head::close, figures::close, live::close, next::close, history::close, last::close)
        .forEach(subscriptions::add);
    subscriptions.onChange(model.now(), history::tick);
    arrange(true);
    widthProperty().addListener((_, _, now) -> fit(now.doubleValue() >= TWO_COLUMNS));
  }

  private void fit(boolean now) {
    if (now != wide) {
      arrange(now);
    }
  }

  private void arrange(boolean now) {
    wide = now;
    columns.getChildren().clear();
    left.getChildren().clear();
    right.getChildren().clear();
    if (now) {
      left.getChildren().setAll(live, history);
      right.getChildren().setAll(next, days);
      columns.getColumnConstraints().setAll(share(LEFT), share(100 - LEFT));
      columns.addRow(0, left, right);
    } else {
      left.getChildren().setAll(live, next, history, days);
      columns.getColumnConstraints().setAll(share(100));
      columns.addRow(0, left);
    }
    left.setMinWidth(0);
    right.setMinWidth(0);
    GridPane.setVgrow(left, Priority.ALWAYS);
  }

  private static ColumnConstraints share(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  /// Whether something fits beside the history.
  public boolean hasRoomBeside() {
    return wide;
  }

  /// Shows something at the right, over all but the history.
  ///
  /// @param escape what Escape does there
  public void beside(Region content, Runnable escape) {
    side.show(content, escape);
  }

  /// Takes it away; the keyboard goes back to the history.
  public void besideGone() {
    side.hide();
    history.focusRows();
  }

  /// Shows the calls of a filter.
  public void show(HistoryFilter filter, HistoryOrder order) {
    model.history().order().set(order);
    model.history().filter().set(filter);
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
