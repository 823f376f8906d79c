package dev.optima.backend;

import dev.optima.backend.cli.OptimaCommand;

/// The program: `java -jar optima-backend.jar`.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(OptimaCommand.run(args));
  }
}
