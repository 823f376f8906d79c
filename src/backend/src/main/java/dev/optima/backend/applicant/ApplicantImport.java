package dev.optima.backend.applicant;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.ImportReport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds the applicants of a file. First all of it is looked at; then the good rows go in, some at a
/// time, so that whoever writes a message meanwhile waits for a few rows and not for the file. The
/// rows with a problem are left out, and said; so are those that were left when the database failed
/// midway. The same file once more adds exactly what is missing, since an address counts once.
public final class ApplicantImport {
  private static final Logger LOG = LoggerFactory.getLogger(ApplicantImport.class);
  private static final String LANE = "import of applicants";

  /// How many rows go in together.
  static final int TOGETHER = 100;

  /// Of more applicants colleagues learn when they look at their list anew: a page of them is told.
  private static final int MOST_TOLD = 50;

  /// How far the clocks of two nodes may be apart.
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Database database;
  private final ApplicantFeed feed;
  private final InstantSource clock;
  private final AuditLog audit;
  private final ApplicantStore store = new ApplicantStore();

  public ApplicantImport(Database database, ApplicantFeed feed, InstantSource clock) {
    this.database = database;
    this.feed = feed;
    this.clock = clock;
    this.audit = new AuditLog(clock);
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
    List<ImportRow> rows = database.read(tx -> examine(tx, file, form));
    var report =
        form.dryRun() ? rows.stream().map(row -> row.report()).toList() : add(who, rows, now);
    long good = report.stream().filter(row -> row.problems().isEmpty()).count();
    return new ImportReport(report, (int) good, file.unknown());
  }

  private List<ImportRow> examine(Tx tx, ApplicantCsv file, ImportApplicants form)
      throws SQLException {
    Set<String> known = store.addresses(tx, ImportRow::addressKey);
    Map<String, Integer> earlier = new HashMap<>();
    List<ImportRow> rows = new ArrayList<>();
    for (ApplicantCsv.Row line : file.rows()) {
      var row = new ImportRow(line, form);
      row.checkAddress(known, earlier);
      rows.add(row);
    }
    return rows;
  }

  private List<ImportReport.Row> add(Identity who, List<ImportRow> rows, Instant now) {
    var report = new ArrayList<ImportReport.Row>();
    int told = 0;
    while (report.size() < rows.size()) {
      int begin = report.size();
      List<ImportRow> some = rows.subList(begin, Math.min(begin + TOGETHER, rows.size()));
      int telling = Math.max(0, MOST_TOLD - told);
      try {
        report.addAll(database.write(LANE, tx -> noted(tx, who, add(tx, who, some, now, telling))));
      } catch (RuntimeException e) {
        if (begin == 0) {
          throw e; // nothing is half done
        }
        LOG.error("An import failed after {} of {} rows", begin, rows.size(), e);
        rows.subList(begin, rows.size()).forEach(row -> report.add(row.reportLeft()));
      }
      told += (int) report.stream().skip(begin).filter(row -> row.applicantId() != null).count();
    }
    return List.copyOf(report);
  }

  /// What goes in together is one entry: however the import ends, they say how many there are.
  private List<ImportReport.Row> noted(Tx tx, Identity who, List<ImportReport.Row> report)
      throws SQLException {
    long added = report.stream().filter(row -> row.applicantId() != null).count();
    if (added > 0) {
      audit.note(tx, who, AuditAct.APPLICANTS_IMPORTED, null, null, Long.toString(added));
    }
    return report;
  }

  /// @param telling how many of them are told
  private List<ImportReport.Row> add(
      Tx tx, Identity who, List<ImportRow> rows, Instant now, int telling) throws SQLException {
    Set<String> fresh = store.addressesSince(tx, ImportRow::addressKey, now.minus(SKEW));
    var report = new ArrayList<ImportReport.Row>();
    int added = 0;
    for (ImportRow row : rows) {
      if (!row.isGood()) {
        report.add(row.report());
      } else if (fresh.contains(ImportRow.addressKey(row.wanted().email()))) {
        report.add(row.reportTaken());
      } else {
        ApplicantStore.Stored applicant = ApplicantInputs.fresh(row.wanted(), now);
        store.add(tx, applicant, who.userId());
        if (added++ < telling) {
          feed.changed(tx, applicant);
        }
        report.add(row.report(applicant.id()));
      }
    }
    return report;
  }
}
