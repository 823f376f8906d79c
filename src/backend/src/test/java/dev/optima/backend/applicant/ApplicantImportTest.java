package dev.optima.backend.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.Trail;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.ImportReport;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Applicants from a file, however it was written.
class ApplicantImportTest {
  @TempDir Path folder;

  private void on(Engine engine, Story.OfTeam story) throws Exception {
    Story.ofTeam(engine, folder, story);
  }

  private static ImportReport run(World world, Identity who, String csv) {
    return world.imports.run(who, new ImportApplicants(csv, false, "tr", "Europe/Istanbul"));
  }

  private static ImportReport dry(World world, Identity who, String csv) {
    return world.imports.run(who, new ImportApplicants(csv, true, "tr", "Europe/Istanbul"));
  }

  private static List<Applicant> all(World world, Identity who) {
    var filter = new ApplicantFilter("", new TreeSet<>(), false, false);
    return world.applicants.list(who, filter, null, 200).applicants();
  }

  private static String problems(ImportReport report) {
    return report.rows().stream()
        .flatMap(
            row -> row.problems().stream().map(p -> row.line() + " " + p.field() + " " + p.code()))
        .collect(Collectors.joining(", "));
  }

  private static Refusal refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run);
  }

  @ParameterizedTest
  @EnumSource
  void aFileOfASpreadsheetIsTaken(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          String csv =
              "\uFEFFAdı Soyadı;E-Posta;Telefon;Başvurulan Pozisyon;Dil;Saat Dilimi;Aşama;Maaş\r\n"
                  + "Ayşe Yılmaz;ayse@example.com;+90 532;\"Tasarımcı;"
                  + " kıdemli\";tr;Europe/Istanbul;Ön görüşme;1\r\n"
                  + "\r\n"
                  + ";;;;;;;\r\n"
                  + "\"Ömer \"\"Öz\"\" Can\";omer@example.com;;;;;;\r\n";
          ImportReport report = run(world, ayse, csv);
          assertThat(problems(report)).isEmpty();
          assertThat(report.added()).isEqualTo(2);
          assertThat(report.unknownColumns()).containsExactly("Maaş");
          assertThat(report.rows()).extracting(ImportReport.Row::line).containsExactly(2, 5);
          Applicant first =
              world.applicants.get(
                  ayse, java.util.Objects.requireNonNull(report.rows().getFirst().applicantId()));
          assertThat(first.name()).isEqualTo("Ayşe Yılmaz");
          assertThat(first.position()).isEqualTo("Tasarımcı; kıdemli");
          assertThat(first.stage()).isEqualTo(Stage.SCREENING);
          assertThat(first.phone()).isEqualTo("+90 532");
          Applicant second =
              world.applicants.get(
                  ayse, java.util.Objects.requireNonNull(report.rows().getLast().applicantId()));
          assertThat(second.name()).isEqualTo("Ömer \"Öz\" Can");
          assertThat(second.language()).isEqualTo("tr");
          assertThat(second.timeZone()).isEqualTo("Europe/Istanbul");
          assertThat(second.stage()).isEqualTo(Stage.NEW);
          assertThat(world.bus.to(Subject.TEAM)).hasSize(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void commasTabsAndOtherOrdersAreTold(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          assertThat(
                  run(world, ayse, "EMAIL,First Name,Last Name\na@b.c,Ada,\"Lovelace, Countess\"")
                      .rows())
              .singleElement()
              .satisfies(row -> assertThat(row.name()).isEqualTo("Ada Lovelace, Countess"));
          assertThat(run(world, ayse, "name\te-mail\tstage\nBen\tb@b.c\tfirst interview\n").added())
              .isEqualTo(1);
          assertThat(run(world, ayse, "İSİM,MAIL\nCem,c@b.c").added()).isEqualTo(1);
          assertThat(all(world, ayse)).extracting(Applicant::name).contains("Ben", "Cem");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunSaysTheSameAndDoesNothing(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          String csv = "name,email\nAda,a@b.c\nBen,nowhere\n";
          ImportReport would = dry(world, ayse, csv);
          assertThat(would.added()).isEqualTo(1);
          assertThat(all(world, ayse)).isEmpty();
          assertThat(world.bus.told()).isEmpty();
          ImportReport did = run(world, ayse, csv);
          assertThat(did.added()).isEqualTo(1);
          assertThat(problems(did)).isEqualTo(problems(would)).isEqualTo("3 email INVALID");
          assertThat(all(world, ayse)).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void allThatIsWrongWithARowIsSaidAtOnce(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          ImportReport report =
              run(
                  world,
                  ayse,
                  "name,email,phone,position,language,time zone,stage\n"
                      + " ,x,"
                      + "1".repeat(41)
                      + ","
                      + "p".repeat(201)
                      + ",!,Mars/Base,boss\n"
                      + "Ada,a@b.c,,,,,,,surplus\n"
                      + "\"two\nlines\",t@b.c\n"
                      + "Ben,b@b.c\n");
          assertThat(problems(report))
              .isEqualTo(
                  "2 name INVALID, 2 email INVALID, 2 phone INVALID, 2 position INVALID,"
                      + " 2 language INVALID, 2 time_zone INVALID, 2 stage INVALID,"
                      + " 3 row INVALID, 4 name INVALID");
          assertThat(report.added()).isEqualTo(1);
          assertThat(report.rows().getLast().line()).as("after a cell of two lines").isEqualTo(6);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anAddressCountsOnce(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          world.applicants.add(
              ayse,
              new NewApplicant("Işıl", "ISIL.Inci@Example.com", null, null, "tr", "UTC", null));
          ImportReport report =
              run(
                  world,
                  ayse,
                  "name,email\n"
                      + "a,isil.inci@example.com\n"
                      + "b,IŞIL@example.com\n"
                      + "c,İsil.İnci@EXAMPLE.com\n"
                      + "d,Deniz@example.com\n"
                      + "e,DENIZ@example.com\n"
                      + "f,denız@example.com\n");
          assertThat(problems(report))
              .isEqualTo("2 email CONFLICT, 4 email CONFLICT, 6 email CONFLICT, 7 email CONFLICT");
          assertThat(report.rows().get(4).problems().getFirst().message()).contains("line 5");
          assertThat(report.added()).isEqualTo(2);
          assertThat(run(world, ayse, "name,email\nd,deniz@example.com").added()).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoFileOfApplicantsIsRefused(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          for (String csv :
              List.of(
                  " \n ",
                  "\uFEFF",
                  "name,phone\nAda,1",
                  "email\na@b.c",
                  "Ada,a@b.c",
                  "name,email\n\"Ada\" x,a@b.c",
                  "name,email\n\"Ada,a@b.c")) {
            Refusal refusal = refused(() -> run(world, ayse, csv));
            assertThat(refusal.code()).as(csv).isEqualTo(ErrorCode.INVALID);
            assertThat(refusal.field()).contains("csv");
          }
          assertThat(
                  refused(
                          () ->
                              world.imports.run(
                                  ayse, new ImportApplicants("name,email", false, "tr", "Mars")))
                      .field())
              .contains("time_zone");
          assertThat(run(world, ayse, "name,email").rows()).isEmpty();
          assertThat(refused(() -> run(world, world.applicant("mert"), "name,email")).code())
              .isEqualTo(ErrorCode.NOT_FOUND);
        });
  }

  @ParameterizedTest
  @EnumSource
  void fiveThousandRowsAndNoMore(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          String rows =
              IntStream.range(0, 5_000)
                  .mapToObj(i -> "Name " + i + ",n" + i + "@example.com\n")
                  .collect(Collectors.joining());
          assertThat(run(world, ayse, "name,email\n" + rows).added()).isEqualTo(5_000);
          assertThat(world.bus.to(Subject.TEAM)).as("a page of them is told").hasSize(50);
          assertThat(refused(() -> run(world, ayse, "name,email\n" + rows + "x,y@z.w\n")).code())
              .isEqualTo(ErrorCode.TOO_LARGE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theSameFileTwiceAtOnceIsOneImport(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          String csv = "name,email\nAda,a@b.c\nBen,b@b.c\n";
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both =
                List.of(() -> run(world, ayse, csv).added(), () -> run(world, ayse, csv).added());
            assertThat(threads.invokeAll(both).stream().map(Future::resultNow))
                .containsExactlyInAnyOrder(2, 0);
            assertThat(new Trail(world.database).all())
                .filteredOn(entry -> entry.act() == AuditAct.APPLICANTS_IMPORTED)
                .extracting(Entry::detail)
                .containsExactly("2");
          }
          assertThat(all(world, ayse)).hasSize(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsHalfDone(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          world.database.<Integer>write(
              tx -> tx.update("CREATE UNIQUE INDEX one_bad_name ON applicants (name)"));
          Throwable fault =
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> run(world, ayse, "name,email\nAda,a@b.c\nAda,b@b.c\n"));
          assertThat(fault).isNotNull();
          assertThat(all(world, ayse)).isEmpty();
          assertThat(world.bus.told()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsMidwaySaysWhatWentInAndTheSameFileAddsTheRest(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          world.database.<Integer>write(
              tx -> tx.update("CREATE UNIQUE INDEX one_bad_name ON applicants (name)"));
          String csv =
              "name,email\n"
                  + IntStream.range(0, 150)
                      .mapToObj(i -> "Name " + i % 149 + ",n" + i + "@example.com\n")
                      .collect(Collectors.joining())
                  + "Ben,nowhere\n";
          Trail trail = new Trail(world.database);
          ImportReport report = run(world, ayse, csv);
          assertThat(trail.since())
              .singleElement()
              .satisfies(
                  entry -> assertThat(entry.detail()).as("no more than are in").isEqualTo("100"));
          assertThat(report.added()).isEqualTo(100);
          assertThat(all(world, ayse)).hasSize(100);
          assertThat(report.rows()).hasSize(151);
          assertThat(report.rows().subList(0, 100))
              .allMatch(row -> row.applicantId() != null && row.problems().isEmpty());
          assertThat(report.rows().subList(100, 150))
              .allMatch(row -> row.problems().getFirst().code() == ErrorCode.UNAVAILABLE);
          assertThat(report.rows().getLast().problems().getFirst().code())
              .isEqualTo(ErrorCode.INVALID);

          world.database.<Integer>write(tx -> tx.update("DROP INDEX one_bad_name"));
          ImportReport again = run(world, ayse, csv);
          assertThat(again.added()).isEqualTo(50);
          assertThat(trail.since()).extracting(Entry::detail).containsExactly("50");
          assertThat(all(world, ayse)).hasSize(150);
        });
  }

  /// How long a message has to wait at most: measured by units that are written meanwhile.
  @ParameterizedTest
  @EnumSource
  void aMessageWaitsForSomeRowsAndNotForTheFile(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          String csv =
              "name,email\n"
                  + IntStream.range(0, 5_000)
                      .mapToObj(i -> "Name " + i + ",n" + i + "@example.com\n")
                      .collect(Collectors.joining());
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ImportReport> importing = threads.submit(() -> run(world, ayse, csv));
            long longest = 0;
            int between = 0;
            while (!importing.isDone()) {
              long begin = System.nanoTime();
              int there =
                  world.database.<Integer>write(
                      tx ->
                          tx.first("SELECT COUNT(*) FROM applicants", row -> row.integer(1))
                              .orElseThrow());
              longest = Math.max(longest, System.nanoTime() - begin);
              between += there > 0 && there < 5_000 ? 1 : 0;
            }
            assertThat(importing.get().added()).isEqualTo(5_000);
            System.getLogger("measure")
                .log(
                    System.Logger.Level.INFO,
                    engine + ": a write waited " + longest / 1_000_000 + " ms at most");
            assertThat(between).as("others write in the middle of it").isGreaterThan(5);
          }
        });
  }
}
