package dev.optima.backend.cli;

import dev.optima.backend.config.ConfigException;
import dev.optima.backend.refusal.Refusal;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of all commands. People are told what is wrong and what to do, never a stack trace.
@Command(
    name = "optima-backend",
    description = "The Optima backend: calls, chat and meetings with applicants.",
    mixinStandardHelpOptions = true,
    versionProvider = OptimaCommand.Version.class,
    subcommands = {
      ServeCommand.class,
      AccountCommand.class,
      ConfigCommand.class,
      DemoDataCommand.class,
      WarmUpCommand.class
    })
public final class OptimaCommand implements Runnable {

  /// Bad usage or configuration: to start again changes nothing.
  static final int EXIT_USAGE = 2;

  /// What is missing may come by itself: `EX_TEMPFAIL` of sysexits.
  static final int EXIT_UNAVAILABLE = 75;

  static final int EXIT_FAILED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// Runs a command line and gives the exit code.
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new OptimaCommand()).setExecutionExceptionHandler(explainer());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: serve, account, config");
  }

  private static IExecutionExceptionHandler explainer() {
    return (exception, commandLine, parsed) -> {
      PrintWriter err = commandLine.getErr();
      if (exception instanceof ConfigException config) {
        config.problems().forEach(err::println);
        return EXIT_USAGE;
      }
      if (exception instanceof Unavailable unavailable) {
        err.println(unavailable.sentence());
        return EXIT_UNAVAILABLE;
      }
      if (exception instanceof Refusal refusal) {
        err.println(refusal.detail());
        return EXIT_FAILED;
      }
      LoggerFactory.getLogger(OptimaCommand.class).error("The command failed", exception);
      err.println(
          "An error of ours; the log above says more. " + exception.getClass().getSimpleName());
      return EXIT_FAILED;
    };
  }

  /// The version of the jar.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = OptimaCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Optima backend " + (version == null ? "(not packaged)" : version)};
    }
  }
}
