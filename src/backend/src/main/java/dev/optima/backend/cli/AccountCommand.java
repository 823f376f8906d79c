package dev.optima.backend.cli;

import dev.optima.backend.account.AccountService;
import dev.optima.backend.account.Passwords;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.store.Database;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.NewAccount;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Accounts from the command line; also while the server runs.
@Command(
    name = "account",
    description = "Accounts of the team.",
    mixinStandardHelpOptions = true,
    subcommands = {AccountCommand.Add.class, AccountCommand.ListAll.class})
final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add or list");
  }

  private static AccountService accounts(Database database, Passwords passwords, Secrets secrets) {
    InstantSource clock = InstantSource.system();
    SessionService sessions =
        new SessionService(
            database, secrets, clock, BackendConfig.DEFAULT_SESSION_LIFE, session -> {});
    return new AccountService(database, passwords, sessions, clock);
  }

  /// Adds one.
  @Command(
      name = "add",
      description = "Add an account; the password is read from standard input.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Place place = new Place();

    @Option(names = "--email", required = true, description = "under which they sign in")
    private String email = "";

    @Option(names = "--name", required = true, description = "as others see it")
    private String name = "";

    @Option(names = "--role", required = true, description = "admin or recruiter")
    private String role = "";

    @Option(names = "--language", description = "en or tr")
    private @Nullable String language;

    @Override
    public Integer call() throws ConfigException, Unavailable, IOException {
      Role wanted = role();
      BackendConfig config = place.config(System.getenv());
      String password = password();
      Secrets secrets = new Secrets();
      try (Database database = place.open(config);
          Passwords passwords = new Passwords(secrets)) {
        Account account =
            accounts(database, passwords, secrets)
                .add(new NewAccount(email, name, wanted, password, language));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Added " + account.email() + " (" + role + "), id " + account.userId());
        out.flush();
        return 0;
      }
    }

    private Role role() {
      return switch (role.toLowerCase(Locale.ROOT)) {
        case "admin" -> Role.ADMIN;
        case "recruiter" -> Role.RECRUITER;
        default ->
            throw new ParameterException(
                spec.commandLine(), "--role is admin or recruiter; applicants come by invitation");
      };
    }

    private String password() throws IOException {
      Console console = System.console();
      if (console != null && console.isTerminal()) {
        char[] typed = console.readPassword("Password: ");
        return typed == null ? "" : new String(typed);
      }
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null) {
        throw new ParameterException(
            spec.commandLine(), "The password is missing: give it on standard input");
      }
      return line;
    }
  }

  /// Shows all.
  @Command(name = "list", description = "Show all accounts.", mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Place place = new Place();

    @Override
    public Integer call() throws ConfigException, Unavailable {
      Secrets secrets = new Secrets();
      try (Database database = place.open(place.config(System.getenv()));
          Passwords passwords = new Passwords(secrets)) {
        PrintWriter out = spec.commandLine().getOut();
        for (Account account : accounts(database, passwords, secrets).list()) {
          out.printf(
              "%s  %-9s  %s  %s%s%n",
              account.userId(),
              account.role().name().toLowerCase(Locale.ROOT),
              account.email(),
              account.name(),
              account.disabled() ? "  (disabled)" : "");
        }
        out.flush();
        return 0;
      }
    }
  }
}
