package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.kept.WholeFile;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.ImportReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Importing applicants: a file is read and tried first; only what was seen is added.
public final class ImportViewModel {
  private static final String SAMPLE_EN =
      "Name,E-mail,Phone,Position,Language,Time zone,Stage\n"
          + "John Doe,john@example.org,+49 30 1234567,Backend engineer,en,Europe/Berlin,new\n";
  private static final String SAMPLE_TR =
      "Ad soyad;E-posta;Telefon;Pozisyon;Dil;Saat dilimi;Aşama\n"
          + "Ayşe Yılmaz;ayse@example.org;+90 212 123 45 67;Tasarımcı;tr;Europe/Istanbul;new\n";

  private final ApiClient api;
  private final Tasks tasks;
  private final Language language;
  private final ZoneId zone;
  private final Runnable onImported;
  private final ReadOnlyObjectWrapper<Step> step =
      new ReadOnlyObjectWrapper<>(new Step.Choose(null));

  /// How far it is.
  public sealed interface Step {
    /// A file is to be chosen.
    ///
    /// @param problem why the one before was no good, or null
    record Choose(@Nullable Message problem) implements Step {}

    /// Something is on its way.
    record Busy(Message what) implements Step {}

    /// What the file holds.
    record Seen(String file, String csv, ImportReport report) implements Step {}

    record Done(ImportReport report) implements Step {}
  }

  /// @param language for rows without one
  /// @param zone for rows without one
  /// @param onImported told once applicants were added
  public ImportViewModel(
      ApiClient api, Tasks tasks, Language language, ZoneId zone, Runnable onImported) {
    this.api = api;
    this.tasks = tasks;
    this.language = language;
    this.zone = zone;
    this.onImported = onImported;
  }

  /// Reads a file and asks what would happen.
  public void choose(Path file) {
    String name = file.getFileName().toString();
    step.set(new Step.Busy(Message.of("import.reading", name)));
    tasks.run(() -> text(file), csv -> tryOut(name, csv), this::failed);
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > CsvFile.MOST) {
      throw new TooLargeException();
    }
    return CsvFile.read(file);
  }

  private void tryOut(String name, String csv) {
    tasks.run(
        () -> api.importApplicants(request(csv, true)),
        report ->
            step.set(
                report.rows().isEmpty()
                    ? new Step.Choose(Message.of("import.empty"))
                    : new Step.Seen(name, csv, report)),
        this::failed);
  }

  /// Adds what was seen.
  public void importSeen() {
    if (!(step.get() instanceof Step.Seen seen) || seen.report().added() == 0) {
      return;
    }
    step.set(new Step.Busy(Message.of("import.importing")));
    tasks.run(
        () -> api.importApplicants(request(seen.csv(), false)),
        report -> {
          step.set(new Step.Done(report));
          onImported.run();
        },
        this::failed);
  }

  private ImportApplicants request(String csv, boolean dryRun) {
    return new ImportApplicants(csv, dryRun, language.tag(), zone.getId());
  }

  private void failed(Exception failure) {
    Message why =
        switch (failure) {
          case TooLargeException _ -> Message.of("import.tooLarge");
          case IOException _ -> Message.of("import.unreadable");
          case ApiException refused when refused.is(ErrorCode.INVALID) ->
              Message.of("import.invalid");
          default -> ApiFailures.explain(failure);
        };
    step.set(new Step.Choose(why));
  }

  /// Begins anew.
  public void again() {
    step.set(new Step.Choose(null));
  }

  /// Writes a file that may be filled in: in this language, with the separator that spreadsheets
  /// expect there.
  public void saveSample(Path file) {
    String sample = language == Language.TR ? SAMPLE_TR : SAMPLE_EN;
    tasks.run(
        () -> {
          WholeFile.table(file, out -> out.write(sample.getBytes(StandardCharsets.UTF_8)));
          return file;
        },
        _ -> {},
        _ -> step.set(new Step.Choose(Message.of("import.sample.failed"))));
  }

  /// What is wrong with a row, for people.
  public static Message explain(ImportReport.Trouble trouble) {
    if (trouble.code() == ErrorCode.CONFLICT) {
      return Message.of("import.trouble.conflict");
    }
    if (trouble.code() == ErrorCode.UNAVAILABLE) {
      return Message.of("import.trouble.unavailable");
    }
    return switch (trouble.field()) {
      case "name" -> Message.of("import.trouble.name");
      case "email" -> Message.of("import.trouble.email");
      case "phone" -> Message.of("import.trouble.phone");
      case "position" -> Message.of("import.trouble.position");
      case "language" -> Message.of("import.trouble.language");
      case "time_zone" -> Message.of("import.trouble.zone");
      case "stage" -> Message.of("import.trouble.stage");
      case "row" -> Message.of("import.trouble.row");
      default -> Message.of("import.trouble.other", trouble.field());
    };
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /// Larger than the backend takes.
  private static final class TooLargeException extends IOException {}
}
