package dev.optima.console.notify;

import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.settings.AlertKind;
import dev.optima.console.settings.ConsoleSettings;
import dev.optima.console.settings.SettingsStore;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;

/// Tells the recruiter of news: by a tone, by the system's notifications, or inside the window, as
/// the settings and the recruiter's eyes allow.
public final class Announcer {
  /// What was missed during an outage comes at once: one tone for all of it.
  private static final Duration BETWEEN_TONES = Duration.ofMillis(1500);

  private static final int LONGEST = 200;

  private final SettingsStore settings;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Notifier notifier;
  private final Tones tones;
  private final MissedCalls missed;
  private Instant soundedAt = Instant.MIN;

  public Announcer(
      SettingsStore settings,
      Tasks tasks,
      InstantSource clock,
      ZoneId zone,
      Notifier notifier,
      Tones tones) {
    this.settings = settings;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    this.notifier = notifier;
    this.tones = tones;
    missed = new MissedCalls(tasks, notifier);
  }

  /// Where news are told.
  ///
  /// @param window whether the window has the focus
  /// @param thing whether what the news are about is shown in it
  /// @param open brings the window up, and what the news are about
  public record Place(
      Words words, boolean window, boolean thing, ToastsViewModel toasts, Consumer<News> open) {}

  /// Tells, or not. On the FX thread.
  ///
  /// @return whether the window should ask for attention in the task bar
  public boolean tell(News news, Place place) {
    ConsoleSettings now = settings.get();
    Instant at = clock.instant();
    Alerts alerts =
        Alerts.of(news, new Alerts.Eyes(place.window(), place.thing()), now.alerts(), at, zone);
    if (alerts.sound() && now.sounds()) {
      sound(news.kind(), now.alerts().volume(news.kind()), at);
    }
    Message text = now.alerts().hideContents() ? news.hidden() : news.text();
    if (alerts.toast()) {
      place.toasts().show(toast(news, text, place));
    }
    if (alerts.desktop()) {
      Notifier.Note note = note(news, text, place.words());
      tasks.run(
          () -> {
            if (!notifier.show(note, () -> tasks.later(() -> place.open().accept(news)))) {
              tasks.later(() -> place.toasts().show(toast(news, text, place)));
            }
          });
    }
    return !place.window() && (alerts.sound() || alerts.desktop());
  }

  /// Tells outside the window how many calls were missed, until it is told otherwise. On the FX
  /// thread.
  ///
  /// @param open brings the window up, and the missed calls
  public void missed(long calls, Runnable open) {
    missed.tell(calls, () -> tasks.later(open));
  }

  /// What lies in the tray follows the look of the system. On the FX thread.
  public void systemLook(boolean dark) {
    missed.look(dark);
  }

  /// Plays a kind's tone, as loud as it is set.
  public void hear(AlertKind kind) {
    int volume = settings.get().alerts().volume(kind);
    if (volume > 0) {
      tasks.run(() -> tones.play(kind, volume));
    }
  }

  private void sound(AlertKind kind, int volume, Instant at) {
    if (volume > 0 && (soundedAt == Instant.MIN || at.isAfter(soundedAt.plus(BETWEEN_TONES)))) {
      soundedAt = at;
      tasks.run(() -> tones.play(kind, volume));
    }
  }

  /// What is said in a room takes no reminder away, and the other way round.
  private static String key(News news) {
    String room = news.room().value();
    return news.kind() == AlertKind.REMINDER ? "reminder " + room : room;
  }

  private static Toast toast(News news, Message text, Place place) {
    return Toast.plain(Message.of("news.toast", news.title(), text))
        .with(Message.of("news.open"), () -> place.open().accept(news));
  }

  private static Notifier.Note note(News news, Message text, Words words) {
    String body = words.get(text).strip();
    boolean urgent =
        switch (news.kind()) {
          case CALL_ME, ANSWERED, REMINDER -> true;
          case MESSAGE, MISSED_CALL, CALL_ENDED, LINE_FREE -> false;
        };
    return new Notifier.Note(
        key(news),
        words.get(news.title()),
        body.length() > LONGEST ? body.substring(0, LONGEST) + "…" : body,
        words.get("news.open"),
        urgent);
  }
}
