package dev.optima.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

/// The boundaries of the console (architecture.md, "Layout").
@AnalyzeClasses(packages = "dev.optima.console", importOptions = DoNotIncludeTests.class)
class ConsoleBoundariesTest {

  @ArchTest
  static final ArchRule CLIENT_KNOWS_NO_JAVAFX =
      noClasses()
          .that()
          .resideInAPackage("..console.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..");

  @ArchTest
  static final ArchRule VIEW_MODELS_KNOW_NO_SCENE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..");

  @ArchTest
  static final ArchRule VIEWS_KNOW_NO_CLIENT =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("View")
          .or()
          .haveSimpleNameEndingWith("Cell")
          .or()
          .haveSimpleNameEndingWith("Page")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..console.client..");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_THE_FX_THREAD =
      noClasses()
          .that()
          .resideOutsideOfPackage("..console.fx..")
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class);

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("dev.optima.console.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_BACKEND =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.optima.backend..");

  @ArchTest
  static final ArchRule CHROMIUM_STAYS_BEHIND_THE_SURFACE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..console.surface..", "org.cef..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.cef..", "me.friwi..");

  @ArchTest
  static final ArchRule NETWORK_STAYS_IN_THE_CLIENT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..console.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "org.java_websocket..");

  @ArchTest
  static final ArchRule NAMES =
      classes().should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Base)");
}
