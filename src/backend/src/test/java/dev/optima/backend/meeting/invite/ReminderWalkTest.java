package dev.optima.backend.meeting.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.push.Browser;
import dev.optima.backend.push.PushEndpoints;
import dev.optima.backend.push.PushService;
import dev.optima.backend.push.ScriptedPushService;
import dev.optima.backend.push.VapidKeys;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CancelMeeting;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reminders as the design says, over two days in steps of five minutes: each on each way exactly
/// once, none after the start, a move or a cancellation. Two processes on one PostgreSQL (one on
/// SQLite) do all of it at once, several times; they are restarted, and at times none is there.
/// What they send, through a real mail server and a scripted push service, is held against
/// [ReminderPlans] in every step.
class ReminderWalkTest {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int MEETINGS = 12;
  private static final Duration APART = Duration.ofMinutes(45);
  private static final Duration FIRST = Duration.ofHours(20);
  private static final Pattern MAILED =
      Pattern.compile("Mülakatınız (yaklaşıyor|birazdan başlıyor): (\\S+)");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ReminderPlans plans = new ReminderPlans();
  private final Map<Integer, Meeting> meetings = new HashMap<>();
  private final Map<String, Browser> browsers = new HashMap<>();
  private final List<MailedWorld> nodes = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
  private final ScriptedPushService pushes;

  ReminderWalkTest() throws IOException {
    pushes = new ScriptedPushService();
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    nodes.forEach(MailedWorld::close);
    server.stop();
    pushes.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachOnceThoughProcessesRaceAndDie(Engine engine) throws Exception {
    StoreConfig config = engine.fresh(folder);
    people(config);
    int processes = engine == Engine.POSTGRES ? 2 : 1;
    for (int i = 0; i < processes; i++) {
      nodes.add(node(config));
    }
    for (int i = 0; i < MEETINGS; i++) {
      plan(i, slot(i));
    }
    Instant end = slot(2 * MEETINGS).plus(Duration.ofHours(1));
    for (int step = 0; clock.instant().isBefore(end); step++) {
      List<String> due = isAnybodyThere(step) ? plans.due(clock.instant()) : List.of();
      assertThat(told(step, due))
          .as("step %s at %s", step, clock.instant())
          .containsExactlyElementsOf(due);
      clock.advance(STEP);
      act(step);
      if (step % 40 == 20) {
        restart(config, step / 40 % processes);
      }
    }
    assertThat(pushes.next(300)).isNull();
    assertThat(meetings).as("some were called off").hasSizeLessThan(MEETINGS);
    assertThat(meetings.values()).as("some were moved").anyMatch(m -> m.title().endsWith("-1"));
  }

  /// For half an hour in each five nobody is.
  private static boolean isAnybodyThere(int step) {
    return step % 60 < 54;
  }

  private void people(StoreConfig config) {
    try (World world = new World(config.open(), clock, CallRules.DEFAULT)) {
      world.colleague("elif");
      Database database = world.database;
      var endpoints = new PushEndpoints(List.of(pushes.origin()));
      var service =
          new PushService(database, VapidKeys.of(database, clock.instant()), endpoints, clock);
      var sessions =
          new SessionService(database, new Secrets(), clock, Duration.ofDays(30), session -> {});
      for (int i = 0; i < MEETINGS; i++) {
        Identity applicant = world.applicant("a" + i);
        String token = database.write(tx -> sessions.open(tx, applicant.userId(), Role.APPLICANT));
        Browser browser = pushes.browser("a" + i);
        browsers.put("a" + i, browser);
        service.subscribe(sessions.authenticate(token).orElseThrow(), browser.subscription());
      }
    }
  }

  private MailedWorld node(StoreConfig config) {
    return new MailedWorld(
        config.open(), clock, server.getSmtp().getPort(), List.of(pushes.origin()));
  }

  private void restart(StoreConfig config, int index) {
    nodes.get(index).close();
    nodes.set(index, node(config));
  }

  private Instant slot(int number) {
    return Instant.parse("2026-11-22T09:00:00Z").plus(FIRST).plus(APART.multipliedBy(number));
  }

  private void plan(int number, Instant start) {
    String title = "interview-" + number + "-0";
    var wish = MailedWorld.wish(new UserId("a" + number), title, start, null);
    MailedWorld world = nodes.getFirst();
    meetings.put(number, world.meetings.schedule(world.elif, wish).meeting());
    plans.add(title, "a" + number, start, clock.instant());
  }

  /// Every third is moved, every fourth called off, at any time until it begins.
  private void act(int step) {
    var random = new Random(step);
    for (int i = 0; i < MEETINGS; i++) {
      Meeting meeting = meetings.get(i);
      Instant now = clock.instant();
      if (meeting == null || !now.isBefore(meeting.scheduledTime()) || random.nextInt(120) > 0) {
        continue;
      }
      if (i % 4 == 1) {
        plans.end(meeting.title());
        meetings.remove(i);
        cancel(meeting);
      } else if (i % 3 == 0 && meeting.title().endsWith("-0")) {
        plans.end(meeting.title());
        meetings.put(i, move(meeting, i, slot(MEETINGS + i)));
      }
    }
  }

  private void cancel(Meeting meeting) {
    MailedWorld world = nodes.getLast();
    world.meetings.cancel(world.elif, meeting.meetingId(), new CancelMeeting(null, null, null));
  }

  private Meeting move(Meeting meeting, int number, Instant start) {
    MailedWorld world = nodes.getLast();
    String title = "interview-" + number + "-1";
    UserId applicant = meeting.applicantId();
    long version = world.get(meeting).version();
    plans.add(title, applicant.value(), start, clock.instant());
    return world.meetings.change(
        world.elif, meeting.meetingId(), MailedWorld.wish(applicant, title, start, version));
  }

  /// Lets all processes do all that they do by themselves, at once and twice, and says what people
  /// heard of it.
  private List<String> told(int step, List<String> due) throws Exception {
    if (isAnybodyThere(step)) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (MailedWorld node : nodes) {
        work.add(() -> swept(node));
        work.add(() -> swept(node));
      }
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
    List<String> all = new ArrayList<>(onScreens());
    all.addAll(inMailboxes());
    all.addAll(pushed(due.stream().filter(line -> line.contains(" PUSH ")).count()));
    return all.stream().sorted().toList();
  }

  private static boolean swept(MailedWorld node) {
    node.sweep();
    node.courier.round();
    return true;
  }

  private List<String> onScreens() {
    List<String> all = new ArrayList<>();
    for (MailedWorld node : nodes) {
      onScreen(node, "elif", all);
      browsers.keySet().forEach(applicant -> onScreen(node, applicant, all));
      node.world.bus.clear();
    }
    return all;
  }

  private static void onScreen(MailedWorld node, String reader, List<String> all) {
    for (ServerMessage message : node.world.bus.to(new UserId(reader))) {
      if (message instanceof ServerMessage.Reminder reminder) {
        all.add(reader + " SCREEN " + reminder.kind() + " " + reminder.meeting().title());
      }
    }
  }

  private List<String> inMailboxes() throws Exception {
    List<String> all = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      MimeMultipart whole = (MimeMultipart) mail.getContent();
      Matcher reminder = MAILED.matcher(Received.text(Received.parts(whole).getFirst()));
      if (reminder.find()) {
        boolean far = reminder.group(1).equals("yaklaşıyor");
        String reader = mail.getAllRecipients()[0].toString().replaceAll(".*<|@.*", "");
        ReminderKind kind = far ? ReminderKind.DAY_BEFORE : ReminderKind.SOON;
        all.add(reader + " MAIL " + kind + " " + reminder.group(2));
      }
    }
    server.purgeEmailFromAllMailboxes();
    return all;
  }

  private List<String> pushed(long expected) throws Exception {
    List<String> all = new ArrayList<>();
    for (long i = 0; i < expected; i++) {
      ScriptedPushService.Pushed push = pushes.next();
      String reader = push.path().replaceAll(".*/", "");
      Browser browser = Objects.requireNonNull(browsers.get(reader));
      JsonNode told = Json.MAPPER.readTree(browser.read(push.body()));
      String kind = told.path("kind").asText().toUpperCase(Locale.ROOT);
      all.add(reader + " PUSH " + kind + " " + told.path("title").asText());
    }
    return all;
  }
}
