package dev.optima.backend.applicant;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.ImportReport;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds the applicants of a file: the good rows in one transaction, so that nothing is half done.
/// The rows with a problem are left out, and said.
public final class ApplicantImport {
  private static final String LANE = "import of applicants";

  /// Of more applicants colleagues learn when they look at their list anew: a page of them is told.
  private static final int MOST_TOLD = 50;

  private final Database database;
  private final ApplicantFeed feed;
  private final InstantSource clock;
  private final ApplicantStore store = new ApplicantStore();

  public ApplicantImport(Database database, ApplicantFeed feed, InstantSource clock) {
    this.database = database;
    this.feed = feed;
    this.clock = clock;
  }

  /// Reads a file and says what was added, or would be.
  public ImportReport run(Identity who, ImportApplicants form) {
    if (!who.isTeam()) {
      throw Refusal.notFound("there is nothing here");
    }
    Inputs.language(form.language());
    Inputs.timeZone(form.timeZone());
    ApplicantCsv file = ApplicantCsv.read(form.csv());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return form.dryRun()
        ? database.read(tx -> examine(tx, file, form).report())
        : database.write(LANE, tx -> examine(tx, file, form).add(tx, who, now));
  }

  private Examined examine(Tx tx, ApplicantCsv file, ImportApplicants form) throws SQLException {
    Set<String> known = store.addresses(tx, ImportRow::addressKey);
    Map<String, Integer> earlier = new HashMap<>();
    List<ImportRow> rows = new ArrayList<>();
    for (ApplicantCsv.Row line : file.rows()) {
      var row = new ImportRow(line, form);
      row.checkAddress(known, earlier);
      rows.add(row);
    }
    return new Examined(rows, file.unknown());
  }

  /// A file whose rows were looked at.
  private final class Examined {
    private final List<ImportRow> rows;
    private final List<String> unknown;

    Examined(List<ImportRow> rows, List<String> unknown) {
      this.rows = rows;
      this.unknown = unknown;
    }

    ImportReport report() {
      int good = (int) rows.stream().filter(ImportRow::isGood).count();
      return new ImportReport(rows.stream().map(row -> row.report(null)).toList(), good, unknown);
    }

    ImportReport add(Tx tx, Identity who, Instant now) throws SQLException {
      var report = new ArrayList<ImportReport.Row>();
      int added = 0;
      for (ImportRow row : rows) {
        if (!row.isGood()) {
          report.add(row.report(null));
          continue;
        }
        ApplicantStore.Stored applicant = ApplicantInputs.fresh(row.wanted(), now);
        store.add(tx, applicant, who.userId());
        if (added++ < MOST_TOLD) {
          feed.changed(tx, applicant);
        }
        report.add(row.report(applicant.id()));
      }
      return new ImportReport(List.copyOf(report), added, unknown);
    }
  }
}
