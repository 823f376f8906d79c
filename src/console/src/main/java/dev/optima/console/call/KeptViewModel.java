package dev.optima.console.call;

import dev.optima.console.client.RecordingClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.Transcript;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// What is kept of one call: whether it might be recorded and was, and what was said.
final class KeptViewModel {
  private static final Locale ROOT = Locale.ROOT;

  private final CallSnapshot call;
  private final RecordingClient client;
  private final Asked<Kept> kept;
  private final ObservableList<Transcript.Line> all = FXCollections.observableArrayList();
  private final FilteredList<Transcript.Line> lines = new FilteredList<>(all);
  private final StringProperty query = new SimpleStringProperty("");

  /// History and transcript as they came together.
  record Kept(RecordingHistory history, List<Transcript.Line> said) {}

  KeptViewModel(CallSnapshot call, RecordingClient client, Tasks tasks) {
    this.call = call;
    this.client = client;
    kept = new Asked<>(tasks, this::find);
    kept.answer().subscribe(this::took);
    query.addListener((_, _, wanted) -> lines.setPredicate(line -> has(line, wanted)));
  }

  /// Asks for it, for the first time or again.
  void load() {
    kept.load();
  }

  private Kept find() throws Exception {
    RecordingHistory found = client.history(call.callId());
    List<Transcript.Line> said =
        found.lines() > 0 ? client.transcript(call.callId()).lines() : List.of();
    return new Kept(found, said);
  }

  private void took(@Nullable Kept found) {
    if (found != null && !all.equals(found.said())) {
      all.setAll(found.said());
    }
  }

  /// Somebody answered, or a recording came to its end meanwhile.
  public void on(SignalEvent event) {
    if (event instanceof SignalEvent.Received(ServerMessage.VideoCallRecording news)
        && news.callId().equals(call.callId())) {
      load();
    }
  }

  private static boolean has(Transcript.Line line, String wanted) {
    String words = wanted.strip().toLowerCase(ROOT);
    return words.isEmpty()
        || line.text().toLowerCase(ROOT).contains(words)
        || line.speaker().toLowerCase(ROOT).contains(words);
  }

  Asked<Kept> kept() {
    return kept;
  }

  /// What was said and has the words that are looked for.
  public ObservableList<Transcript.Line> lines() {
    return lines;
  }

  /// All that was said.
  public ObservableList<Transcript.Line> transcript() {
    return all;
  }

  /// Which words are looked for.
  public StringProperty query() {
    return query;
  }
}
