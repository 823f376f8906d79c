package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.applicant.ApplicantsViewModel;
import dev.optima.console.call.CallViewModel;
import dev.optima.console.call.Callee;
import dev.optima.console.call.StageViewModel;
import dev.optima.console.call.SurfaceLine;
import dev.optima.console.chat.ChatGround;
import dev.optima.console.chat.Threads;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.client.ServerClock;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.notify.Announcer;
import dev.optima.console.notify.News;
import dev.optima.console.palette.PaletteViewModel;
import dev.optima.console.schedule.ScheduleGround;
import dev.optima.console.settings.AvailabilityViewModel;
import dev.optima.console.settings.SettingsStore;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Me;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;

/// One signed-in person's work: their connection and their view models. Everything here belongs to
/// the FX thread; events of the connection arrive through [Tasks#later].
public final class Desk implements AutoCloseable {
  private final Me me;
  private final ServerAddress server;
  private final ServerClock clock;
  private final ApiClient api;
  private final Tasks tasks;
  private final ZoneId zone;
  private final SignalingClient signals;
  private final ConnectionViewModel connection;
  private final Threads threads;
  private final ToastsViewModel toasts;
  private final AvailabilityViewModel availability;
  private final PaletteViewModel palette;
  private final People people;
  private final Calling calling;
  private final Planning planning;
  private final DeskNews news;
  private boolean closed;

  /// Who has signed in where.
  public record Session(ServerAddress server, String token, ApiClient api, Me me) {
    /// Never prints the token.
    @Override
    public String toString() {
      return "Session[" + server + ", " + me.userId() + "]";
    }
  }

  /// What the desk stands on.
  ///
  /// @param local this machine's clock
  /// @param zone this machine's time zone
  /// @param announcer tells the recruiter of news
  public record Ground(
      Tasks tasks,
      SettingsStore settings,
      SurfaceLine.Opener surfaces,
      SignalTiming timing,
      InstantSource local,
      ZoneId zone,
      Announcer announcer) {}

  /// @param onSignedOut the session turned out to be over
  public Desk(Session session, Ground ground, Consumer<News> onNews, Runnable onSignedOut) {
    me = session.me();
    server = session.server();
    api = session.api();
    tasks = ground.tasks();
    zone = ground.zone();
    clock = new ServerClock(ground.local());
    SettingsStore settings = ground.settings();
    signals =
        new SignalingClient(
            session.server().socket(),
            session.token(),
            ground.timing(),
            ground.local(),
            clock,
            event -> tasks.later(() -> on(event)));
    connection = new ConnectionViewModel(ground.local(), signals::retryNow, onSignedOut);
    threads =
        new Threads(
            new ChatGround(me.userId(), api, signals, tasks, clock, zone, chatFolder(ground, me)));
    toasts = new ToastsViewModel(clock);
    MeetingFeed feed = new MeetingFeed(api.meetings(), tasks);
    people =
        new People(
            new People.Ground(
                me.userId(),
                api,
                tasks,
                clock,
                zone,
                feed,
                toasts,
                settings.directory(),
                session.server() + " " + me.userId()));
    calling =
        new Calling(
            new Calling.Ground(
                me.userId(),
                api,
                signals,
                tasks,
                clock,
                zone,
                feed,
                toasts,
                ground.timing().backoff().random()),
            new StageViewModel(ground.surfaces(), () -> language(settings, me.language())),
            settings.get().callsSeenAt());
    news = new DeskNews(me.userId(), applicants(), calls(), onNews);
    availability = new AvailabilityViewModel(settings, tasks, ground.local(), zone);
    palette = new PaletteViewModel(clock, applicants()::lookFor);
    planning = new Planning(new ScheduleGround(me, api, feed, tasks, toasts, clock, zone), calls());
  }

  /// What one person has not sent yet is not for the next one at this desk.
  private static Path chatFolder(Ground ground, Me me) {
    return ground.settings().directory().resolve("chat").resolve(me.userId().value());
  }

  static Language language(SettingsStore settings, String account) {
    Language chosen = settings.get().language();
    return chosen == null ? Language.of(account) : chosen;
  }

  /// Connects, and asks for what is shown first.
  public void start() {
    signals.start();
    planning.start();
    applicants().load();
  }

  private void on(SignalEvent event) {
    if (closed) {
      return;
    }
    connection.on(event);
    people.on(event);
    threads.on(event);
    calling.on(event);
    planning.on(event);
    if (event instanceof SignalEvent.Received(ServerMessage message)) {
      news.on(message);
    }
  }

  /// Lets time go by.
  public void tick(Instant local) {
    Instant now = clock.instant();
    connection.tick(local);
    people.tick(now);
    toasts.tick(now);
    palette.tick(now);
    availability.tick(local);
    threads.tick(now);
    calling.tick(now);
    planning.tick(now);
  }

  /// Rings the applicant of a room, if they are known.
  public void call(RoomId room) {
    applicants().find(room.applicant()).ifPresentOrElse(this::call, () -> callUnknown(room));
  }

  public void call(ApplicantItem item) {
    calls().call(new Callee(item.room(), item.name(), item.zone()));
  }

  private void callUnknown(RoomId room) {
    applicants().choose(room.applicant());
    tasks.run(
        () -> api.applicant(room.applicant()),
        found -> applicants().find(found.applicantId()).ifPresent(this::call),
        failure -> {});
  }

  /// Stops; the session itself lives on in the backend.
  @Override
  public void close() {
    closed = true;
    people.close();
    planning.close();
    threads.close();
    calling.close();
    signals.close();
  }

  public Me me() {
    return me;
  }

  /// Where the backend is.
  ServerAddress server() {
    return server;
  }

  public ApiClient api() {
    return api;
  }

  public Tasks tasks() {
    return tasks;
  }

  /// The backend's clock.
  public InstantSource clock() {
    return clock;
  }

  public ConnectionViewModel connection() {
    return connection;
  }

  public Threads threads() {
    return threads;
  }

  public People people() {
    return people;
  }

  public ApplicantsViewModel applicants() {
    return people.applicants();
  }

  public ToastsViewModel toasts() {
    return toasts;
  }

  public AvailabilityViewModel availability() {
    return availability;
  }

  public PaletteViewModel palette() {
    return palette;
  }

  public Calling calling() {
    return calling;
  }

  /// One's own call.
  public CallViewModel calls() {
    return calling.own();
  }

  public Planning planning() {
    return planning;
  }
}
