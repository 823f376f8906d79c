package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.QualityBars;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A call: who and how well above, the picture, the controls below, chat and profile beside.
public final class CallView extends BorderPane implements AutoCloseable {
  private static final double SIDE = 360;

  private final Words words;
  private final CallViewModel calls;
  private final Label name = Nodes.label("", "name-large");
  private final Label position = Nodes.label("", "call-dim");
  private final Label state = Nodes.label("", "chip");
  private final QualityBars bars = new QualityBars();
  private final Label quality = Nodes.label("", "small");
  private final Label length = Nodes.label("0:00", "tabular");
  private final BooleanProperty sideShown = new SimpleBooleanProperty();
  private final BooleanProperty poppedOut = new SimpleBooleanProperty();
  private final CallStageView stage;
  private final CallControlsView controls;
  private final CallSideView side;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param node the page's picture
  /// @param parts what stands beside the picture
  /// @param positionOf the applicant's position, if it is known
  public CallView(
      Words words,
      CallViewModel calls,
      ObservableValue<? extends @Nullable Node> node,
      CallSideView.Parts parts,
      PositionOf positionOf) {
    this.words = words;
    this.calls = calls;
    setId(Ids.CALL_VIEW);
    getStyleClass().add("call-view");
    stage = new CallStageView(words, calls, node);
    controls = new CallControlsView(words, calls, sideShown, poppedOut);
    side = new CallSideView(words, parts);
    side.setMinWidth(SIDE);
    side.setMaxWidth(SIDE);
    VBox main = new VBox(head(), stage, controls);
    main.getStyleClass().add("call-main");
    main.setMinWidth(0);
    VBox.setVgrow(stage, Priority.ALWAYS);
    setCenter(main);
    subscriptions.follow(calls.phase(), phase -> show(phase, positionOf));
    subscriptions.follow(calls.stage().stats(), this::show);
    subscriptions.follow(calls.length(), now -> length.setText(Formats.length(now)));
    subscriptions.follow(sideShown, this::showSide);
  }

  /// Tells the position of the applicant of a call.
  @FunctionalInterface
  public interface PositionOf {
    String in(CallSnapshot call);
  }

  private Node head() {
    name.setId(Ids.CALL_NAME);
    state.setId(Ids.CALL_STATE);
    quality.setId(Ids.CALL_QUALITY);
    length.setId(Ids.CALL_LENGTH);
    length.setMinWidth(USE_PREF_SIZE);
    quality.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(12, name, position, state, Nodes.spring(), bars, quality, length);
    head.getStyleClass().add("call-head");
    return head;
  }

  private void show(CallPhase phase, PositionOf positionOf) {
    if (!(phase instanceof CallPhase.Live(CallSnapshot call))) {
      return;
    }
    name.setText(call.applicantName());
    position.setText(positionOf.in(call));
    state.getStyleClass().setAll("label", "chip", "chip-warn");
    Nodes.present(state, call.state() != CallState.ACTIVE);
    state.setText(
        words.get(
            call.state() == CallState.RECONNECTING ? "state.reconnecting" : "state.connecting"));
    side.show(call);
  }

  private void show(SurfaceEvent.@Nullable Stats stats) {
    Nodes.present(bars, stats != null);
    if (stats == null) {
      quality.setText("");
      return;
    }
    bars.show(stats.bars());
    Double rtt = stats.rtt();
    Double loss = stats.loss();
    quality.setText(
        rtt == null || loss == null
            ? ""
            : words.get("call.quality", Math.round(rtt * 1000), loss * 100));
  }

  private void showSide(boolean shown) {
    setRight(shown ? side : null);
    side.active(shown);
  }

  /// With whom, for the title of a window.
  public ReadOnlyStringProperty title() {
    return name.textProperty();
  }

  /// Whether the call has a window of its own.
  public BooleanProperty poppedOut() {
    return poppedOut;
  }

  /// Whether chat and profile are shown beside it.
  public BooleanProperty sideShown() {
    return sideShown;
  }

  @Override
  public void close() {
    subscriptions.close();
    stage.close();
    controls.close();
    side.close();
  }
}
