package dev.optima.acceptance.check;

import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.CuttableProxy;
import dev.optima.acceptance.harness.Postgres;
import dev.optima.acceptance.harness.Site;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// One run on one database: people talk, trouble is made, everybody comes back a last time, and the
/// histories are checked against the rows.
final class CheckRun {
  private static final int DEVICES = 2;

  private final CheckOptions options;
  private final Map<String, List<String>> people = new HashMap<>();
  private final List<Device> devices = new ArrayList<>();

  CheckRun(CheckOptions options) {
    this.options = options;
  }

  CheckReport onSqlite() throws Exception {
    try (Site site = site(Map.of())) {
      return run(site, () -> "jdbc:sqlite:" + file(site));
    }
  }

  private static String file(Site site) {
    return site.data().resolve("optima.db").toString();
  }

  CheckReport onPostgres() throws Exception {
    try (Postgres postgres = Postgres.start();
        Site site = site(Map.of("database.url", postgres.url()))) {
      return run(site, postgres::jdbcUrl);
    }
  }

  private static Site site(Map<String, String> database) {
    var settings = new HashMap<>(database);
    settings.put("ring.limit", "0");
    return Site.open("check", settings);
  }

  private CheckReport run(Site site, Supplier<String> database) throws Exception {
    long start = System.nanoTime();
    connect(site);
    var trouble = new Trouble(site, devices, options.seed());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var going = new AtomicBoolean(true);
      List<Future<?>> talks = new ArrayList<>();
      devices.forEach(device -> talks.add(threads.submit(() -> device.talk(going::get))));
      try {
        trouble.make(options.disconnects(), options.kills());
      } catch (Exception | AssertionError e) {
        threads.shutdownNow(); // nobody is there to acknowledge what they still have to say
        throw e;
      }
      going.set(false);
      for (Future<?> talk : talks) {
        talk.get();
      }
      List<History> histories = last(threads);
      site.backend().stop();
      Truth truth = recount(database.get());
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      return CheckReport.of(trouble, truth, histories, seconds);
    } finally {
      devices.forEach(Device::close);
    }
  }

  private List<History> last(ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Callable<History>> visits = new ArrayList<>();
    devices.forEach(device -> visits.add(device::last));
    List<History> histories = new ArrayList<>();
    for (Future<History> visit : threads.invokeAll(visits)) {
      histories.add(visit.get());
    }
    return histories;
  }

  private Truth recount(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Recount.of(connection, people);
    }
  }

  /// The team sees all rooms; an applicant asks for the rooms of the others too.
  private void connect(Site site) throws IOException {
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < options.applicants(); i++) {
      guests.add(site.applicant("Applicant " + (char) ('A' + i)));
    }
    List<String> all = new ArrayList<>();
    guests.forEach(guest -> all.addAll(List.of(guest.roomId(), notes(guest))));
    for (int i = 0; i < options.team(); i++) {
      Member member = site.recruiter("Recruiter " + (char) ('A' + i));
      people.put(member.userId(), all);
      for (int d = 0; d < DEVICES; d++) {
        String device = "team" + i + "." + d;
        add(site, new Device.Who(device, member.userId(), member.token(), true), all, List.of());
      }
    }
    for (int i = 0; i < guests.size(); i++) {
      Guest guest = guests.get(i);
      List<String> own = List.of(guest.roomId());
      List<String> foreign = all.stream().filter(room -> !own.contains(room)).toList();
      people.put(guest.userId(), own);
      for (int d = 0; d < DEVICES; d++) {
        String device = "applicant" + i + "." + d;
        add(site, new Device.Who(device, guest.userId(), guest.session(), false), own, foreign);
      }
    }
  }

  private static String notes(Guest guest) {
    return "team_" + guest.userId();
  }

  private void add(Site site, Device.Who who, List<String> rooms, List<String> foreign)
      throws IOException {
    CuttableProxy cable = CuttableProxy.to(site.backend().port());
    devices.add(new Device(who, rooms, foreign, cable, options.seed() + devices.size() + 1));
  }
}
