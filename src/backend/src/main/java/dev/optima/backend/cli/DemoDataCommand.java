package dev.optima.backend.cli;

import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.demo.DemoData;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.json.Json;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Fills an empty database with a month of an office that never was.
@Command(
    name = "demo-data",
    description = "Fill an empty database with a team, applicants, calls and chats to look at.",
    mixinStandardHelpOptions = true)
final class DemoDataCommand implements Callable<Integer> {
  private static final int PASSWORD_LENGTH = 12;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Place place = new Place();

  @Option(names = "--json", description = "print accounts, applicants and links as JSON")
  private boolean json;

  @Option(
      names = "--seed",
      description = "the same seed gives the same month (default: ${DEFAULT-VALUE})",
      defaultValue = "7")
  private long seed = 7;

  @Option(
      names = "--url",
      description = "what links begin with, unless public-url is set (default: ${DEFAULT-VALUE})",
      defaultValue = "http://127.0.0.1:8080")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Override
  public Integer call() throws ConfigException, Unavailable {
    BackendConfig config = place.config(System.getenv());
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    String password = "demo-" + Ids.secret().substring(0, PASSWORD_LENGTH);
    try (Database database = place.openToFill(config)) {
      DemoData.Made made =
          DemoData.fill(
              database,
              config,
              new DemoData.Wish(config.publicUrl().orElse(url), password, now, seed));
      print(made);
      return 0;
    }
  }

  private void print(DemoData.Made made) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(made));
    } else {
      out.println("Accounts (the passwords are shown only now):");
      for (DemoData.Login login : made.accounts()) {
        out.printf(
            "  %-9s  %-14s  %s  %s%n",
            login.role().name().toLowerCase(Locale.ROOT),
            login.name(),
            login.email(),
            login.password());
      }
      out.println("Links of applicants, each for one use:");
      made.invitations().forEach(link -> out.printf("  %s  %s%n", link.name(), link.url()));
    }
    out.flush();
  }
}
