package dev.optima.console.call;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.console.look.QualityBars;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A live call: with whom, how it stands, how long, how well. Changes in place, so that the
/// keyboard stays where it is.
final class LiveCardView extends VBox {
  private final Words words;
  private final LiveCallsViewModel model;
  private final LiveActs acts;
  private final Label name = Nodes.label("", "name");
  private final Label people = Nodes.wrapped("", "small", "muted");
  private final Tooltip whole = new Tooltip();
  private final QualityBars bars = new QualityBars();
  private final Tooltip quality = new Tooltip();
  private final Label time = Nodes.label("", "tabular");
  private final FlowPane chips = new FlowPane(8, 6);
  private final HBox enter = new HBox();
  private final HBox more = new HBox();
  private LiveCall live;
  private @Nullable Long drawn;

  LiveCardView(Words words, LiveCallsViewModel model, LiveActs acts, LiveCall live) {
    super(12);
    this.words = words;
    this.model = model;
    this.acts = acts;
    this.live = live;
    CallSnapshot call = live.call();
    setId(Ids.CALLS_LIVE_CARD + call.callId());
    getStyleClass().addAll("card", "live-card");
    time.setId(Ids.CALLS_LIVE_TIME + call.callId());
    time.setMinWidth(USE_PREF_SIZE);
    name.setTooltip(whole);
    people.setTooltip(whole);
    Tooltip.install(bars, quality);
    VBox who = new VBox(1, name, people);
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    HBox signs = new HBox(2, bars, more);
    signs.setAlignment(Pos.CENTER_RIGHT);
    HBox head = new HBox(10, new Avatar(words, call.applicantName(), 32), who, signs);
    head.setAlignment(Pos.CENTER_LEFT);
    chips.setMinWidth(0);
    chips.setRowValignment(VPos.CENTER);
    chips.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(chips, Priority.ALWAYS);
    enter.setMinWidth(USE_PREF_SIZE);
    enter.setAlignment(Pos.CENTER_RIGHT);
    more.setMinWidth(USE_PREF_SIZE);
    HBox foot = new HBox(10, chips, enter);
    foot.setAlignment(Pos.CENTER_LEFT);
    // else it would be as high as if each chip had a line of its own
    foot.widthProperty().subscribe(_ -> wrap(foot));
    enter.widthProperty().subscribe(_ -> wrap(foot));
    getChildren().addAll(head, foot);
    show(live);
  }

  private void wrap(HBox foot) {
    chips.setPrefWrapLength(Math.max(60, foot.getWidth() - enter.getWidth() - foot.getSpacing()));
  }

  /// Shows what has become of it.
  void show(LiveCall now) {
    live = now;
    CallSnapshot call = now.call();
    boolean mine = model.isMine(call);
    name.setText(call.applicantName());
    people.setText(people(mine));
    whole.setText(call.applicantName() + "\n" + people.getText());
    getStyleClass().remove("mine");
    if (mine) {
      getStyleClass().add("mine");
    }
    showQuality();
    chips.getChildren().setAll(chips());
    if (drawn == null || drawn != call.version()) {
      drawn = call.version();
      Nodes.refill(enter, List.of(acts.enter(call, mine)));
      Nodes.refill(more, List.of(acts.more(call, call.callerId().equals(model.me()))));
    }
    tick();
  }

  /// `Backend engineer · with you, Mert Demir`.
  private String people(boolean mine) {
    String others =
        live.call().participants().stream()
            .filter(person -> person.role() != Side.APPLICANT && person.leftAt() == null)
            .filter(person -> !person.userId().equals(model.me()))
            .map(CallSnapshot.Person::name)
            .collect(Collectors.joining(", "));
    String with =
        !mine
            ? others
            : others.isEmpty()
                ? words.get("calls.withYou")
                : words.get("calls.withYou") + ", " + others;
    return Stream.of(live.position(), live.meetingTitle(), with)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private List<Label> chips() {
    CallSnapshot call = live.call();
    List<Label> all = new ArrayList<>();
    all.add(chip(words.get(Outcomes.word(call)), Outcomes.tone(call)));
    all.add(time);
    if (live.recording() == CallRecording.State.RECORDING) {
      Label chip = chip(words.get("calls.recording"), "bad");
      chip.setTooltip(new Tooltip(words.get("calls.recording.text")));
      all.add(chip);
    }
    if (live.waiting()) {
      all.add(Nodes.chip(words.get("calls.waiting"), "warn"));
    }
    return all;
  }

  private static Label chip(String text, String tone) {
    Label chip = Nodes.chip("● " + text, tone);
    chip.setAccessibleText(text);
    return chip;
  }

  /// The worst of the sides, which is what the talk is like; nothing while nothing is known.
  private void showQuality() {
    Optional<LiveCall.Quality> worst =
        live.quality().stream().min(Comparator.comparingInt(LiveCall.Quality::bars));
    Nodes.present(bars, worst.isPresent());
    worst.ifPresent(side -> bars.show(side.bars()));
    String told =
        live.quality().stream()
            .map(side -> words.get("calls.receives", name(side.userId()), side.bars()))
            .collect(Collectors.joining("\n"));
    quality.setText(told);
    bars.setAccessibleText(told);
  }

  private String name(UserId user) {
    return live.call().participants().stream()
        .filter(person -> person.userId().equals(user))
        .map(CallSnapshot.Person::name)
        .findFirst()
        .orElse("");
  }

  /// Lets time go by.
  void tick() {
    CallSnapshot call = live.call();
    time.setText(
        call.state() == CallState.RINGING
            ? Formats.length(model.rung(live))
                + " / "
                + Formats.length(CallViewModel.ringTime(call))
            : Formats.length(model.length(live)));
  }
}
