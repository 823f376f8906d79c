package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.QualityBars;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Above the picture: with whom, whether it is recorded, how well it goes, how long.
final class CallHeadView extends HBox implements AutoCloseable {
  private final Words words;
  private final Label recording = Nodes.label("", "chip");
  private final Label name = Nodes.label("", "name-large");
  private final Label position = Nodes.label("", "call-dim");
  private final Label state = Nodes.label("", "chip");
  private final QualityBars bars = new QualityBars();
  private final Label quality = Nodes.label("", "small");
  private final Label length = Nodes.label("0:00", "tabular");
  private final Subscriptions subscriptions = new Subscriptions();

  CallHeadView(Words words, CallViewModel calls) {
    super(12);
    this.words = words;
    recording.setId(Ids.CALL_RECORDING);
    name.setId(Ids.CALL_NAME);
    state.setId(Ids.CALL_STATE);
    quality.setId(Ids.CALL_QUALITY);
    length.setId(Ids.CALL_LENGTH);
    List.of(recording, length, quality).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
    getChildren().addAll(recording, name, position, state, Nodes.spring(), bars, quality, length);
    getStyleClass().add("call-head");
    subscriptions.follow(calls.stage().stats(), this::show);
    subscriptions.follow(calls.stage().room().room(), this::show);
    subscriptions.follow(calls.length(), now -> length.setText(Formats.length(now)));
  }

  void show(CallSnapshot call, String positionOf) {
    name.setText(call.applicantName());
    position.setText(positionOf);
    state.getStyleClass().setAll("label", "chip", "chip-warn");
    Nodes.present(state, call.state() != CallState.ACTIVE);
    state.setText(
        words.get(
            call.state() == CallState.RECONNECTING ? "state.reconnecting" : "state.connecting"));
  }

  private void show(SurfaceEvent.Room room) {
    CallRecording.State now = room.recording();
    Nodes.present(recording, now != CallRecording.State.OFF || room.transcribing());
    recording.getStyleClass().setAll("label", "chip", room.records() ? "chip-bad" : "chip-plain");
    recording.setText(
        words.get(
            switch (now) {
              case OFF -> "room.transcribing";
              case ASKED -> "room.recording.asked";
              case AGREED -> "room.recording.agreed";
              case REFUSED -> "room.recording.refused";
              case WITHDRAWN -> "room.recording.withdrawn";
              case RECORDING -> room.records() ? "room.recording.on" : "room.transcribing";
            }));
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

  /// With whom.
  ReadOnlyStringProperty name() {
    return name.textProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
