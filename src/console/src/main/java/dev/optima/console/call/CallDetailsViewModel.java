package dev.optima.console.call;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.RecordingClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.Transcript;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// What is kept of one call: whether it might be recorded and was, and what was said.
public final class CallDetailsViewModel {
  private static final Locale ROOT = Locale.ROOT;

  private final CallSnapshot call;
  private final RecordingClient client;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<@Nullable RecordingHistory> history =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<Transcript.Line> all = FXCollections.observableArrayList();
  private final FilteredList<Transcript.Line> lines = new FilteredList<>(all);
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private int asked;

  public CallDetailsViewModel(CallSnapshot call, RecordingClient client, Tasks tasks) {
    this.call = call;
    this.client = client;
    this.tasks = tasks;
    query.addListener((_, _, wanted) -> lines.setPredicate(line -> has(line, wanted)));
  }

  /// History and transcript as they came together.
  private record Found(RecordingHistory history, Transcript transcript) {}

  /// Asks for it, for the first time or again.
  public void load() {
    loading.set(true);
    int mine = ++asked;
    tasks.run(
        this::find,
        found -> {
          if (mine == asked) {
            took(found);
          }
        },
        failure -> {
          if (mine == asked) {
            failed(failure);
          }
        });
  }

  private Found find() throws Exception {
    RecordingHistory found = client.history(call.callId());
    Transcript said =
        found.lines() > 0 ? client.transcript(call.callId()) : new Transcript(List.of());
    return new Found(found, said);
  }

  private void took(Found found) {
    loading.set(false);
    problem.set(null);
    history.set(found.history());
    if (!all.equals(found.transcript().lines())) {
      all.setAll(found.transcript().lines());
    }
  }

  private void failed(Exception failure) {
    loading.set(false);
    problem.set(ApiFailures.explain(failure));
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

  public CallSnapshot call() {
    return call;
  }

  /// Null until it came.
  public ReadOnlyObjectProperty<@Nullable RecordingHistory> history() {
    return history.getReadOnlyProperty();
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

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /// Why it could not be had.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
