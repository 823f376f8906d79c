package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.protocol.message.CallSnapshot;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A call: who and how well above, the picture, the controls below, chat and profile beside.
public final class CallView extends BorderPane implements AutoCloseable {
  private static final double SIDE = 360;

  private final CallHeadView head;
  private final RoomKnocksView knocks;
  private final BooleanProperty sideShown = new SimpleBooleanProperty();
  private final BooleanProperty poppedOut = new SimpleBooleanProperty();
  private final CallStageView stage;
  private final CallControlsView controls;
  private final CallSideView side;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param node the page's picture
  /// @param colleagues who may be asked into it
  /// @param parts what stands beside the picture
  /// @param positionOf the applicant's position, if it is known
  public CallView(
      Words words,
      CallViewModel calls,
      ObservableValue<? extends @Nullable Node> node,
      CallSideView.Parts parts,
      InviteMenu colleagues,
      PositionOf positionOf) {
    setId(Ids.CALL_VIEW);
    getStyleClass().add("call-view");
    stage = new CallStageView(words, calls, node);
    controls = new CallControlsView(words, calls, sideShown, poppedOut, colleagues);
    side = new CallSideView(words, parts);
    side.setMinWidth(SIDE);
    side.setMaxWidth(SIDE);
    head = new CallHeadView(words, calls);
    knocks = new RoomKnocksView(words, calls.stage().room());
    VBox main = new VBox(head, knocks, stage, controls);
    main.getStyleClass().add("call-main");
    main.setMinWidth(0);
    VBox.setVgrow(stage, Priority.ALWAYS);
    setCenter(main);
    subscriptions.follow(calls.phase(), phase -> show(phase, positionOf));
    subscriptions.follow(sideShown, this::showSide);
  }

  /// Tells the position of the applicant of a call.
  @FunctionalInterface
  public interface PositionOf {
    String in(CallSnapshot call);
  }

  private void show(CallPhase phase, PositionOf positionOf) {
    if (phase instanceof CallPhase.Live(CallSnapshot call)) {
      head.show(call, positionOf.in(call));
      side.show(call);
    }
  }

  private void showSide(boolean shown) {
    setRight(shown ? side : null);
    side.active(shown);
  }

  /// With whom, for the title of a window.
  public ReadOnlyStringProperty title() {
    return head.name();
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
    head.close();
    knocks.close();
    stage.close();
    controls.close();
    side.close();
  }
}
