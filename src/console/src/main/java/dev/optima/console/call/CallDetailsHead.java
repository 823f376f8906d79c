package dev.optima.console.call;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.console.look.ProviderWords;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallDetails;
import dev.optima.protocol.rest.CallRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// With whom a call was, when, how long, how it ended and how well it went; and the next steps.
final class CallDetailsHead extends VBox {
  private final Words words;
  private final CallDetailsViewModel model;
  private final Label name = Nodes.wrapped("", "heading");
  private final Label when = Nodes.wrapped("", "muted");
  private final Label who = Nodes.wrapped("", "muted", "small");
  private final Label how = Nodes.wrapped("", "muted", "small");
  private final FlowPane chips = new FlowPane(6, 4);
  private final Button callBack;

  CallDetailsHead(Words words, CallDetailsViewModel model, CallDetailsView.Actions actions) {
    super(10);
    this.words = words;
    this.model = model;
    VBox text = new VBox(2, name, when, who, how);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button close =
        Nodes.iconButton(
            Ids.CALL_DETAILS_CLOSE, Feather.X, words.get("common.close"), actions.close());
    HBox top = new HBox(12, text, close);
    callBack =
        Nodes.button(
            Ids.CALL_DETAILS_CALL_BACK,
            words.get("call.callBack"),
            () -> actions.callBack().accept(model.latest().roomId()),
            "small");
    callBack.setGraphic(Nodes.icon(Feather.PHONE_CALL));
    Button room =
        Nodes.button(
            Ids.CALL_DETAILS_ROOM,
            words.get("calls.open"),
            () -> actions.room().accept(model.latest().roomId()),
            "small");
    room.setGraphic(Nodes.icon(Feather.MESSAGE_SQUARE));
    HBox.setHgrow(chips, Priority.ALWAYS);
    chips.setMinWidth(0);
    chips.setAlignment(Pos.CENTER_LEFT);
    HBox foot = new HBox(8, chips, callBack, room);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(top, foot);
    show(null);
  }

  /// @param details null until they came
  void show(@Nullable CallDetails details) {
    CallSnapshot call = model.latest();
    CallRow row = details == null ? null : details.call();
    name.setText(call.applicantName());
    String length =
        call.duration() > 0 ? " · " + Formats.length(Duration.ofSeconds(call.duration())) : "";
    when.setText(words.formats().dateAndTime(call.createdAt()) + length);
    who.setText(words.get("record.with", people(call)));
    String carried =
        row == null
            ? ""
            : Stream.of(
                    row.position(),
                    row.meetingTitle(),
                    words.get(ProviderWords.name(row.provider())))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
    how.setText(carried);
    Nodes.present(how, !carried.isEmpty());
    chips.getChildren().setAll(chips(call, row));
    Nodes.present(callBack, call.state().isTerminal());
  }

  private static String people(CallSnapshot call) {
    String all =
        call.participants().stream()
            .filter(person -> person.role() != Side.APPLICANT)
            .map(CallSnapshot.Person::name)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? call.callerName() : all;
  }

  private List<Label> chips(CallSnapshot call, @Nullable CallRow row) {
    List<Label> all = new ArrayList<>();
    all.add(
        row == null
            ? Nodes.chip(words.get(Outcomes.word(call)), Outcomes.tone(call))
            : Nodes.chip(words.get(Outcomes.word(row)), Outcomes.tone(row)));
    Double score = row == null ? null : row.score();
    if (score != null) {
      String key =
          score >= 4 ? "calls.score.good" : score >= 3 ? "calls.score.fair" : "calls.score.poor";
      all.add(
          Nodes.chip(
              words.get(key, words.numbers().decimal(score)),
              score >= 4 ? "ok" : score >= 3 ? "warn" : "bad"));
    }
    return all;
  }
}
