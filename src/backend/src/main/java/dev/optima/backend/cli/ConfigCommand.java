package dev.optima.backend.cli;

import dev.optima.backend.config.ConfigReference;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints every setting.
@Command(
    name = "config",
    description = "Print every setting with its default.",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--toml", description = "as a sample file instead of a table")
  private boolean toml;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(toml ? ConfigReference.toml() : ConfigReference.markdown());
    out.flush();
  }
}
