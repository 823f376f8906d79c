package dev.optima.console.call;

import dev.optima.console.call.HistoryOrder.Column;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallRow;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A call of the history. What can be done with it appears at its end where the pointer or the
/// selection is.
final class HistoryCell extends ListCell<CallRow> {
  private static final String NOTHING = "—";

  private final Words words;
  private final InstantSource clock;
  private final CallsView.Actions actions;
  private final IntConsumer seen;
  private final Button name = Nodes.button("", "", this::open, "name-link");
  private final Label when = Nodes.label("");
  private final Label length = Nodes.label("", "tabular");
  private final Label outcome = Nodes.chip("", "plain");
  private final Label quality = Nodes.label("", "tabular");
  private final Label who = Nodes.label("");
  private final Tooltip whole = new Tooltip();
  private final Tooltip people = new Tooltip();
  private final Tooltip judged = new Tooltip();
  private final Map<Column, Region> cells = new EnumMap<>(Column.class);
  private final HBox row = new HBox(HistoryColumns.GAP);
  private final HBox acts = new HBox(2);
  private final StackPane all = new StackPane(row, acts);

  /// @param width of the list
  /// @param seen told the index of each row that comes into sight
  HistoryCell(
      Words words,
      InstantSource clock,
      CallsView.Actions actions,
      ObservableValue<HistoryColumns> columns,
      ObservableDoubleValue width,
      IntConsumer seen) {
    this.words = words;
    this.clock = clock;
    this.actions = actions;
    this.seen = seen;
    setPrefWidth(0);
    setText(null);
    name.setMinWidth(0);
    name.setMnemonicParsing(false);
    name.setTooltip(whole);
    name.setFocusTraversable(false);
    outcome.setMinWidth(0);
    cells.put(Column.APPLICANT, box(name));
    cells.put(Column.WHEN, when);
    cells.put(Column.LENGTH, length);
    cells.put(Column.OUTCOME, box(outcome));
    cells.put(Column.QUALITY, quality);
    cells.put(Column.INTERVIEWER, who);
    cells.forEach(HistoryColumns::fit);
    row.getStyleClass().add("call-row");
    row.prefWidthProperty().bind(Bindings.subtract(width, HistoryColumns.BAR));
    row.setMaxWidth(Region.USE_PREF_SIZE);
    StackPane.setAlignment(row, Pos.CENTER_LEFT);
    acts.getStyleClass().add("call-row-acts");
    acts.setAlignment(Pos.CENTER_RIGHT);
    acts.setMaxWidth(Region.USE_PREF_SIZE);
    StackPane.setAlignment(acts, Pos.CENTER_RIGHT);
    all.getStyleClass().add("call-row-whole");
    // the cell is held by its list only: what it listens to lives as long as the list
    columns.subscribe(this::show);
    hoverProperty().subscribe(this::offer);
    selectedProperty().subscribe(this::offer);
  }

  private static StackPane box(Node content) {
    StackPane box = new StackPane(content);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private void show(HistoryColumns columns) {
    row.getChildren().setAll(columns.shown().stream().map(cells::get).toList());
  }

  private void open() {
    CallRow call = getItem();
    if (call != null) {
      actions.open().accept(call.call().roomId());
    }
  }

  @Override
  protected void updateItem(@Nullable CallRow call, boolean empty) {
    super.updateItem(call, empty);
    if (empty || call == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    fill(call);
    setGraphic(all);
    offer();
    seen.accept(getIndex());
  }

  private void fill(CallRow row) {
    CallSnapshot call = row.call();
    name.setText(call.applicantName());
    whole.setText(call.applicantName());
    when.setText(words.formats().dayAndTime(call.createdAt(), clock.instant()));
    when.setTooltip(new Tooltip(words.formats().dateAndTime(call.createdAt())));
    length.setText(
        call.duration() > 0 ? Formats.length(Duration.ofSeconds(call.duration())) : NOTHING);
    String ended = words.get(Outcomes.word(row));
    outcome.setText(ended);
    outcome.getStyleClass().removeIf(style -> style.startsWith("chip-"));
    outcome.getStyleClass().add("chip-" + Outcomes.tone(row));
    outcome.setTooltip(
        new Tooltip(
            row.drops() == 0 ? ended : ended + "\n" + words.get("calls.drops", row.drops())));
    judge(row);
    who.setText(call.callerName());
    people.setText(
        call.participants().stream()
            .filter(person -> person.role() != Side.APPLICANT)
            .map(CallSnapshot.Person::name)
            .collect(Collectors.joining(", ")));
    who.setTooltip(people);
    setAccessibleText(
        String.join(
            ", ",
            call.applicantName(),
            when.getText(),
            length.getText(),
            ended,
            judged.getText(),
            call.callerName()));
  }

  /// The colour is only a hint: the figure says it too, and in words beneath the pointer.
  private void judge(CallRow row) {
    Double score = row.score();
    quality.getStyleClass().removeAll("good", "poor", "muted");
    if (score == null) {
      quality.setText(NOTHING);
      quality.getStyleClass().add("muted");
      judged.setText(words.get("calls.score.none"));
    } else {
      String number = words.numbers().decimal(score);
      quality.setText(number);
      String key =
          score >= 4 ? "calls.score.good" : score >= 3 ? "calls.score.fair" : "calls.score.poor";
      judged.setText(words.get(key, number));
      if (score >= 4) {
        quality.getStyleClass().add("good");
      } else if (score < 3) {
        quality.getStyleClass().add("poor");
      }
    }
    quality.setTooltip(judged);
  }

  private void offer() {
    CallRow call = getItem();
    boolean offered = call != null && !isEmpty() && (isHover() || isSelected());
    acts.setVisible(offered);
    if (offered) {
      acts.getChildren().setAll(callBack(call), details(call));
    } else {
      acts.getChildren().clear();
    }
  }

  private Button callBack(CallRow row) {
    String word =
        words.get(Outcomes.invitesCallBack(row.call()) ? "call.callBack" : "calls.callAgain");
    return act(
        Nodes.iconButton(
            Ids.CALLS_CALL_BACK + row.call().callId(),
            Feather.PHONE_CALL,
            word,
            () -> actions.callBack().accept(row.call().roomId())));
  }

  private Button details(CallRow row) {
    return act(
        Nodes.iconButton(
            Ids.CALLS_DETAILS + row.call().callId(),
            Feather.INFO,
            words.get("details.title"),
            () -> actions.details().accept(row.call())));
  }

  /// The keyboard has Enter and the menu for these.
  private static Button act(Button button) {
    button.setFocusTraversable(false);
    return button;
  }
}
