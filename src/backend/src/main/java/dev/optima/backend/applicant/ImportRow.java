package dev.optima.backend.applicant;

import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.search.SearchText;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.ImportReport;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One row of an imported file, held to the rules of an applicant who is typed in by hand. All that
/// is wrong with it is found at once.
final class ImportRow {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Map<String, Stage> TURKISH =
      Map.of(
          "yeni", Stage.NEW,
          "on eleme", Stage.SCREENING,
          "on gorusme", Stage.SCREENING,
          "ilk gorusme", Stage.FIRST_INTERVIEW,
          "ikinci gorusme", Stage.SECOND_INTERVIEW,
          "teklif", Stage.OFFER,
          "ise alindi", Stage.HIRED,
          "reddedildi", Stage.REJECTED);

  private final ApplicantCsv.Row row;
  private final NewApplicant wanted;
  private final List<ImportReport.Trouble> problems = new ArrayList<>();

  /// @param form what holds for rows that do not say it themselves
  ImportRow(ApplicantCsv.Row row, ImportApplicants form) {
    this.row = row;
    if (row.tooWide()) {
      problems.add(new ImportReport.Trouble("row", ErrorCode.INVALID, "more cells than columns"));
    }
    String name = (row.cell(CsvColumn.NAME) + " " + row.cell(CsvColumn.SURNAME)).strip();
    wanted =
        new NewApplicant(
            checked("name", name, value -> Inputs.line("name", value)),
            checked("email", row.cell(CsvColumn.EMAIL), Inputs::email),
            checked("phone", row.cell(CsvColumn.PHONE), ApplicantInputs::phone),
            checked("position", row.cell(CsvColumn.POSITION), ApplicantInputs::position),
            checked("language", or(CsvColumn.LANGUAGE, form.language()), Inputs::language),
            checked("time_zone", or(CsvColumn.TIME_ZONE, form.timeZone()), Inputs::timeZone),
            stage(row.cell(CsvColumn.STAGE)));
  }

  NewApplicant wanted() {
    return wanted;
  }

  boolean isGood() {
    return problems.isEmpty();
  }

  /// Refuses the row if there is an applicant with its address, or one to be in an earlier row.
  void checkAddress(Set<String> known, Map<String, Integer> earlier) {
    if (problems.stream().anyMatch(problem -> problem.field().equals("email"))) {
      return;
    }
    String address = addressKey(wanted.email());
    Integer line = earlier.get(address);
    if (known.contains(address)) {
      problems.add(taken());
    } else if (line != null) {
      problems.add(conflict("line " + line + " has this address too"));
    } else if (isGood()) {
      earlier.put(address, row.line());
    }
  }

  ImportReport.Row report() {
    return report(null, problems);
  }

  ImportReport.Row report(UserId added) {
    return report(added, problems);
  }

  /// Somebody else added an applicant with its address meanwhile.
  ImportReport.Row reportTaken() {
    return report(null, List.of(taken()));
  }

  /// It was not its turn yet when the import came to its end.
  ImportReport.Row reportLeft() {
    return isGood()
        ? report(
            null,
            List.of(
                new ImportReport.Trouble(
                    "row", ErrorCode.UNAVAILABLE, "not added; import the file once more")))
        : report();
  }

  private ImportReport.Row report(@Nullable UserId added, List<ImportReport.Trouble> troubles) {
    String position = wanted.position();
    return new ImportReport.Row(
        row.line(),
        wanted.name(),
        wanted.email(),
        position == null || position.isEmpty() ? null : position,
        added,
        List.copyOf(troubles));
  }

  /// Under which two addresses are one: without regard to case, and a Turkish keyboard's `İ` and
  /// `ı` are an `i`.
  static String addressKey(String email) {
    return email
        .strip()
        .replace('İ', 'i')
        .replace('I', 'i')
        .replace('ı', 'i')
        .toLowerCase(Locale.ROOT);
  }

  private static ImportReport.Trouble taken() {
    return conflict("there is an applicant with this address");
  }

  private static ImportReport.Trouble conflict(String message) {
    return new ImportReport.Trouble("email", ErrorCode.CONFLICT, message);
  }

  private String or(CsvColumn column, String otherwise) {
    String cell = row.cell(column);
    return cell.isEmpty() ? otherwise : cell;
  }

  private String checked(String field, String value, Rule rule) {
    try {
      String tidy = rule.tidy(value);
      return tidy == null ? "" : tidy;
    } catch (Refusal refusal) {
      problems.add(new ImportReport.Trouble(field, refusal.code(), refusal.detail()));
      return value;
    }
  }

  /// A stage by its name, English or Turkish.
  private @Nullable Stage stage(String cell) {
    String name = NO_WORD.matcher(SearchText.of(cell)).replaceAll(" ").strip();
    if (name.isEmpty()) {
      return null;
    }
    Stage turkish = TURKISH.get(name);
    if (turkish != null) {
      return turkish;
    }
    for (Stage stage : Stage.values()) {
      if (stage.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(name)) {
        return stage;
      }
    }
    problems.add(new ImportReport.Trouble("stage", ErrorCode.INVALID, "there is no such stage"));
    return null;
  }

  /// Makes a value tidy, or refuses it.
  @FunctionalInterface
  private interface Rule {
    @Nullable String tidy(String value);
  }
}
