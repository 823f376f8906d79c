package dev.optima.backend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/// The boundaries of the backend, as `architecture.md` draws them.
@AnalyzeClasses(
    packages = "dev.optima.backend",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] SERVICES = {
    "dev.optima.backend.account..",
    "dev.optima.backend.analytics..",
    "dev.optima.backend.applicant..",
    "dev.optima.backend.attachment..",
    "dev.optima.backend.audit..",
    "dev.optima.backend.booking..",
    "dev.optima.backend.bus..",
    "dev.optima.backend.calendar..",
    "dev.optima.backend.call..",
    "dev.optima.backend.chat..",
    "dev.optima.backend.config..",
    "dev.optima.backend.demo..",
    "dev.optima.backend.mail..",
    "dev.optima.backend.media..",
    "dev.optima.backend.meeting..",
    "dev.optima.backend.outbound..",
    "dev.optima.backend.provider..",
    "dev.optima.backend.push..",
    "dev.optima.backend.recording..",
    "dev.optima.backend.refusal..",
    "dev.optima.backend.retention..",
    "dev.optima.backend.store.."
  };

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_KNOW_THE_WEB =
      noClasses()
          .that()
          .resideInAnyPackage(SERVICES)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.vertx..", "io.netty..", "dev.optima.backend.http..", "picocli.."));

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("dev.optima.backend.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_STORES_SPEAK_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.optima.backend.store..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.jdbi..",
                  "com.zaxxer..",
                  "org.flywaydb..",
                  "org.sqlite..",
                  "org.postgresql.."));

  @ArchTest
  static final ArchRule REST_AND_SOCKETS_MEET_IN_THE_SERVICES =
      noClasses()
          .that()
          .resideInAPackage("dev.optima.backend.http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.optima.backend.signaling..");

  @ArchTest
  static final ArchRule SOCKETS_DO_NOT_KNOW_REST =
      noClasses()
          .that()
          .resideInAPackage("dev.optima.backend.signaling..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.optima.backend.http..");

  @ArchTest
  static final ArchRule METERS_STAY_AT_THE_EDGE =
      noClasses()
          .that()
          .resideInAnyPackage(SERVICES)
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.micrometer.."));

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_CONSOLE =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.optima.console..");

  @ArchTest
  static final ArchRule NO_STANDARD_STREAMS =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule NO_OTHER_LOG = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule NAMES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  @ArchTest
  static final ArchRule STORES_ARE_CLASSES =
      classes().that().haveSimpleNameEndingWith("Store").should().notBeInterfaces();
}
