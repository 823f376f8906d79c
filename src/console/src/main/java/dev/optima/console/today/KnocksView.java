package dev.optima.console.today;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.Meeting;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who waits to be let in, a line each, above whatever page is shown.
public final class KnocksView extends VBox implements AutoCloseable {
  private final Words words;
  private final ObservableList<Meeting> knocking;
  private final Ways ways;
  private final Subscriptions subscriptions = new Subscriptions();

  /// What becomes of a knock.
  ///
  /// @param inRoom whether one is in the room of a meeting already
  /// @param admit lets in, and joins if told so
  public record Ways(Predicate<MeetingId> inRoom, BiConsumer<Meeting, Boolean> admit) {}

  /// @param call says by changing that one may be in another room
  public KnocksView(Words words, ObservableList<Meeting> knocking, Ways ways, Observable call) {
    this.words = words;
    this.knocking = knocking;
    this.ways = ways;
    subscriptions.list(knocking, this::show);
    subscriptions.update(this::show, call);
  }

  private void show() {
    getChildren().setAll(knocking.stream().map(this::line).toList());
  }

  private Node line(Meeting meeting) {
    boolean joins = !ways.inRoom().test(meeting.meetingId());
    Label who = Nodes.label(words.get("knock.text", meeting.applicantName(), meeting.title()));
    who.setMinWidth(0);
    Button admit =
        Nodes.button(
            Ids.KNOCK_ADMIT + meeting.meetingId(),
            words.get(joins ? "knock.admitAndJoin" : "knock.admit"),
            () -> ways.admit().accept(meeting, joins),
            "success",
            "small");
    admit.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(10, Nodes.icon(Feather.LOG_IN), who, Nodes.spring(), admit);
    bar.setId(Ids.KNOCK_BAR + meeting.meetingId());
    bar.getStyleClass().addAll("bar", "bar-return");
    return bar;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
