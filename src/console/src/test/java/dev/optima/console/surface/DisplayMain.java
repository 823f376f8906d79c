package dev.optima.console.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs one class of cases in this JVM and writes a line for each to a file: name, tab, result.
final class DisplayMain {
  private DisplayMain() {}

  public static void main(String[] arguments) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .filters(EngineFilter.includeEngines("junit-jupiter"));
    for (String name : List.of(arguments[0].split(",", -1))) {
      request.selectors(
          name.contains("#")
              ? DiscoverySelectors.selectMethod(name)
              : DiscoverySelectors.selectClass(name));
    }
    Path results = Path.of(arguments[1]);
    LauncherFactory.create()
        .execute(
            request.build(),
            new TestExecutionListener() {
              @Override
              public void executionStarted(TestIdentifier test) {
                if (test.isTest()) {
                  System.err.println("=== " + test.getDisplayName());
                }
              }

              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                result.getThrowable().ifPresent(Throwable::printStackTrace);
                if (test.isTest() || !passed) {
                  append(
                      results,
                      test.getDisplayName()
                          + "\t"
                          + (passed
                              ? "passed"
                              : result
                                  .getThrowable()
                                  .map(thrown -> thrown.toString().replaceAll("\\s+", " "))
                                  .orElse("aborted")));
                }
              }
            });
    append(results, "\tend");
  }

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
