package dev.optima.acceptance.load;

import dev.optima.acceptance.client.Office;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.run.Backend;
import dev.optima.acceptance.run.BackendJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Makes the people of a measurement over REST, once: recruiters with a password each, applicants
/// by invitation. Their sessions are kept beside the data for later runs.
final class Seed {
  private static final String PASSWORD = "a load of passwords";
  private static final int AT_ONCE = 32;

  private final BackendJar jar;
  private final Path data;

  Seed(BackendJar jar, Path data) {
    this.jar = jar;
    this.data = data;
  }

  Cast cast(int recruiters, int applicants)
      throws IOException, InterruptedException, ExecutionException {
    Path kept = data.resolveSibling(data.getFileName() + "-" + recruiters + "-" + applicants);
    if (!Files.exists(kept)) {
      Files.createDirectories(data);
      write(kept, make(recruiters, applicants));
    }
    return read(kept);
  }

  private Cast make(int recruiters, int applicants)
      throws IOException, InterruptedException, ExecutionException {
    String run = Long.toString(System.nanoTime(), 36);
    String admin = "admin-" + run + "@example.org";
    jar.addAccount(data, admin, "Load", "admin", PASSWORD);
    Path log = data.resolveSibling("seed.log");
    try (Backend backend = Backend.start(jar, data, 0, OptimaSubject.ENVIRONMENT, log)) {
      Office office = new Office(backend.url());
      Member boss = office.signIn(admin, PASSWORD);
      List<Identity> team =
          inParallel(
              1, // Passwords are slow on purpose, and guessing many at once is refused.
              recruiters,
              i -> {
                String email = "recruiter-" + run + "-" + i + "@example.org";
                Member member = office.addRecruiter(boss, email, "Recruiter " + i, PASSWORD);
                return new Identity(member.userId(), member.token(), "");
              });
      List<Identity> guests =
          inParallel(
              AT_ONCE,
              applicants,
              i -> {
                String email = "applicant-" + run + "-" + i + "@example.org";
                Guest guest = office.addGuest(boss, "Applicant " + i, email);
                return new Identity(guest.userId(), guest.session(), guest.roomId());
              });
      return new Cast(team, guests);
    }
  }

  private static List<Identity> inParallel(int atOnce, int count, IntFunction<Identity> maker)
      throws InterruptedException, ExecutionException {
    try (var workers = Executors.newFixedThreadPool(atOnce)) {
      List<Future<Identity>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int index = i;
        futures.add(workers.submit(() -> maker.apply(index)));
      }
      List<Identity> made = new ArrayList<>();
      for (Future<Identity> future : futures) {
        made.add(future.get());
      }
      return made;
    }
  }

  private static void write(Path file, Cast cast) throws IOException {
    List<String> lines = new ArrayList<>();
    cast.recruiters().forEach(r -> lines.add("r " + r.name() + " " + r.token()));
    cast.applicants().forEach(a -> lines.add("a " + a.name() + " " + a.token() + " " + a.room()));
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  private static Cast read(Path file) throws IOException {
    List<Identity> recruiters = new ArrayList<>();
    List<Identity> applicants = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(" ");
      if (fields[0].equals("r")) {
        recruiters.add(new Identity(fields[1], fields[2], ""));
      } else {
        applicants.add(new Identity(fields[1], fields[2], fields[3]));
      }
    }
    return new Cast(recruiters, applicants);
  }
}
