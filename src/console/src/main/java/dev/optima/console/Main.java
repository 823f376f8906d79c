package dev.optima.console;

import javafx.application.Application;

/// Starts the console. Not an `Application` itself, so that the JVM starts it from the class path
/// too.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Application.launch(ConsoleApp.class, arguments);
  }
}
