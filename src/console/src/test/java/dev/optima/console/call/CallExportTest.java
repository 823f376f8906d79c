package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.CutTable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is filtered leaves the console as it is shown.
class CallExportTest {
  private static final Instant NOW = Instant.parse("2026-11-22T11:48:00Z");
  private static final ZoneId HERE = ZoneId.of("Europe/Istanbul");

  @TempDir Path folder;

  private final HttpExchange http = HttpExchange.standard();
  private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
  private final ToastsViewModel toasts = new ToastsViewModel(InstantSource.fixed(NOW));
  private ScriptedBackend backend;
  private CallHistoryViewModel history;
  private CallExportViewModel export;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    new SampleCalls(backend, NOW).fill();
    var client =
        ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN).callRecords();
    history = new CallHistoryViewModel(client, tasks, InstantSource.fixed(NOW), HERE, () -> 0);
    export = new CallExportViewModel(client, history, tasks, toasts, HERE);
  }

  @AfterEach
  void close() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void writesWhatFitsTheFilter() throws Exception {
    history.filter().set(HistoryFilter.ALL.outcomes(CallOutcome.REJECTED));
    Path file = folder.resolve("calls.csv");
    export.csv(file);
    assertThat(Files.readString(file)).contains("Tom Becker").doesNotContain("Maria Rossi");
    assertThat(toasts.toasts().getFirst().text().key()).isEqualTo("calls.export.saved");
    assertThat(export.busy().get()).isNull();
    assertThat(Files.readString(file)).as("for programs for tables").startsWith("\ufeffapplicant");
    assertThat(backend.requests().getLast())
        .as("local times are those of here")
        .contains("time_zone=Europe%2FIstanbul");
  }

  @Test
  void saysThatNotAllFitIntoTheFile() {
    backend.script(
        "GET /api/video-calls",
        new Answer(200, "text/csv", "call_id\r\nc1\r\n" + CutTable.line(100_000) + "\r\n"));
    export.csv(folder.resolve("calls.csv"));
    Message said = toasts.toasts().getFirst().text();
    assertThat(said).isEqualTo(Message.of("calls.export.cut", "calls.csv", 100_000));
    assertThat(Words.of(Language.EN, HERE).get(said)).contains("first 100,000 calls");
    assertThat(Words.of(Language.TR, HERE).get(said)).contains("ilk 100.000 görüşme");
  }

  @Test
  void keepsTheFileThatWasThereIfTheNewOneDoesNotCome() throws Exception {
    Path file = Files.writeString(folder.resolve("calls.csv"), "of last week");
    backend.script("GET /api/video-calls", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    export.csv(file);
    assertThat(file).hasContent("of last week");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    backend.unscript("GET /api/video-calls");
    export.csv(file);
    assertThat(Files.readString(file)).contains("Tom Becker");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void leavesNoFileBehindThatIsNotWholeAndOffersToTryAgain() {
    backend.script("GET /api/video-calls", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    Path file = folder.resolve("calls.csv");
    export.csv(file);
    assertThat(file).doesNotExist();
    Toast toast = toasts.toasts().getFirst();
    assertThat(toast.tone()).isEqualTo(Toast.Tone.PROBLEM);
    backend.unscript("GET /api/video-calls");
    toasts.take(toast);
    assertThat(file).exists();
  }

  @Test
  void saysThatAFileCannotBeWritten() {
    export.csv(folder.resolve("no-such-folder").resolve("calls.csv"));
    assertThat(toasts.toasts().getFirst().text().key()).isEqualTo("calls.export.notSaved");
  }

  @Test
  void opensAReportInTheLanguageOfTheConsole() throws Exception {
    history.sort(HistoryOrder.Column.LENGTH);
    List<URI> opened = new ArrayList<>();
    export.report(Language.TR, opened::add);
    assertThat(Files.readString(Path.of(opened.getFirst()))).contains("<!doctype html>");
    assertThat(backend.requests().getLast())
        .startsWith("GET /api/video-calls/report?")
        .contains("sort=length")
        .contains("language=tr")
        .contains("time_zone=Europe%2FIstanbul");
  }
}
