package dev.optima.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.optima.protocol",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

  @ArchTest
  static final ArchRule theCallMachineStandsOnJavaAlone =
      classes()
          .that()
          .resideInAnyPackage("dev.optima.protocol.call", "dev.optima.protocol.id")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "dev.optima.protocol.call",
              "dev.optima.protocol.id");

  @ArchTest
  static final ArchRule noFrameworkButJackson =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "com.fasterxml.jackson..",
              "dev.optima.protocol..");

  @ArchTest
  static final ArchRule theMachineKnowsNoClock =
      noClasses()
          .that()
          .resideInAPackage("dev.optima.protocol.call")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.optima.protocol.(*)..").should().beFreeOfCycles();
}
