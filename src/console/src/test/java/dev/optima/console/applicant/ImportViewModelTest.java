package dev.optima.console.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.applicant.ImportViewModel.Step;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.ImportReport.Trouble;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of applicants is tried first, and only what was seen is added.
class ImportViewModelTest {
  private static final String CSV =
      "Name,E-mail\nZeynep Şahin,zeynep@example.org\nNobody,nothing\nAli,ali@example.org\n";

  @TempDir Path home;

  private final HttpExchange http = HttpExchange.standard();
  private final AtomicInteger imported = new AtomicInteger();
  private ScriptedBackend backend;
  private ImportViewModel model;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    model =
        new ImportViewModel(
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN),
            new Tasks(Runnable::run, Runnable::run),
            Language.TR,
            ZoneId.of("Europe/Istanbul"),
            imported::incrementAndGet);
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void showsWhatWouldHappenBeforeAnythingIsAdded() throws Exception {
    model.choose(file(CSV, StandardCharsets.UTF_8));
    assertThat(model.step().get())
        .isInstanceOfSatisfying(
            Step.Seen.class,
            seen -> {
              assertThat(seen.report().added()).isEqualTo(2);
              assertThat(seen.report().rows()).hasSize(3);
              assertThat(seen.report().unknownColumns()).isNotEmpty();
            });
    assertThat(imported).hasValue(0);
    model.importSeen();
    assertThat(model.step().get())
        .isInstanceOfSatisfying(
            Step.Done.class, done -> assertThat(done.report().added()).isEqualTo(2));
    assertThat(imported).hasValue(1);
    model.importSeen();
    assertThat(imported).as("once").hasValue(1);
  }

  @Test
  void saysWhatIsTheMatterWithTheFile() throws Exception {
    model.choose(home.resolve("gone.csv"));
    assertThat(model.step().get()).isEqualTo(refused("import.unreadable"));
    model.choose(file("x".repeat(1_000_000), StandardCharsets.UTF_8));
    assertThat(model.step().get()).isEqualTo(refused("import.tooLarge"));
    model.choose(file("Name,E-mail\n", StandardCharsets.UTF_8));
    assertThat(model.step().get()).isEqualTo(refused("import.empty"));
    backend.script("POST /api/applicants/import", Answer.problem(422, ErrorCode.INVALID, null));
    model.choose(file(CSV, StandardCharsets.UTF_8));
    assertThat(model.step().get()).isEqualTo(refused("import.invalid"));
  }

  @Test
  void readsWhatSpreadsheetsWrite() {
    String text = "Ad;E-posta\nİnci Işık Şahin Öz;i@example.org";
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
      assertThat(CsvFile.decode(text.getBytes(charset))).isEqualTo(text);
      assertThat(CsvFile.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(text);
    }
    assertThat(CsvFile.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(text);
    assertThat(CsvFile.decode(text.getBytes(Charset.forName("windows-1254")))).isEqualTo(text);
  }

  @Test
  void savesASampleThatItReadsItself() throws Exception {
    Path sample = home.resolve("adaylar.csv");
    model.saveSample(sample);
    assertThat(CsvFile.read(sample)).startsWith("Ad soyad;E-posta").contains("Ayşe Yılmaz");
  }

  @Test
  void putsTroubleIntoWords() {
    assertThat(ImportViewModel.explain(new Trouble("email", ErrorCode.CONFLICT, "")))
        .isEqualTo(Message.of("import.trouble.conflict"));
    assertThat(ImportViewModel.explain(new Trouble("time_zone", ErrorCode.INVALID, "")))
        .isEqualTo(Message.of("import.trouble.zone"));
    assertThat(ImportViewModel.explain(new Trouble("salary", ErrorCode.INVALID, "")))
        .isEqualTo(Message.of("import.trouble.other", "salary"));
    assertThat(ImportViewModel.explain(new Trouble("row", ErrorCode.UNAVAILABLE, "")))
        .isEqualTo(Message.of("import.trouble.unavailable"));
  }

  private static Step refused(String key) {
    return new Step.Choose(Message.of(key));
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.writeString(Files.createTempFile(home, "people", ".csv"), text, charset);
  }
}
