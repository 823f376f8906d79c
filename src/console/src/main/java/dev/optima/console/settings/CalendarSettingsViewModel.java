package dev.optima.console.settings;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.CalendarClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.CalendarFeed;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.NewExternalCalendar;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One's own calendar programs: the link with which they show the interviews here, and the calendar
/// elsewhere whose busy times are shown here.
public final class CalendarSettingsViewModel {
  private final CalendarClient client;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<@Nullable CalendarFeed> feed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ExternalCalendar> external =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private boolean busy;

  /// Both, as the backend has them.
  private record Known(Optional<CalendarFeed> feed, Optional<ExternalCalendar> external) {}

  CalendarSettingsViewModel(CalendarClient client, Tasks tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  /// Asks for what is set; a link that was just made stays in sight.
  public void load() {
    tasks.run(
        () -> new Known(client.feed(), client.external()),
        known -> {
          problem.set(null);
          if (feed.get() == null || feed.get().url() == null || known.feed().isEmpty()) {
            feed.set(known.feed().orElse(null));
          }
          external.set(known.external().orElse(null));
        },
        this::failed);
  }

  private void failed(Exception failure) {
    busy = false;
    problem.set(ApiFailures.explain(failure));
  }

  /// Makes a link; the former one is worthless then.
  public void makeFeed() {
    act(
        () -> {
          CalendarFeed made = client.newFeed();
          return () -> feed.set(made);
        });
  }

  /// Ends the subscription.
  public void endFeed() {
    act(
        () -> {
          client.endFeed();
          return () -> feed.set(null);
        });
  }

  /// Shows the busy times of a calendar elsewhere.
  ///
  /// @param user empty if it asks for nobody
  public void connect(ExternalCalendar.Kind kind, String url, String user, String password) {
    String address = url.strip().replaceFirst("^webcals?://", "https://");
    if (!isWeb(address)) {
      problem.set(Message.of("calendar.urlWrong"));
      return;
    }
    NewExternalCalendar calendar =
        new NewExternalCalendar(
            kind,
            address,
            user.isBlank() ? null : user.strip(),
            password.isEmpty() ? null : password);
    act(
        () -> {
          ExternalCalendar now = client.connect(calendar);
          return () -> external.set(now);
        });
  }

  private static boolean isWeb(String address) {
    try {
      URI uri = new URI(address);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// Shows them no more.
  public void disconnect() {
    act(
        () -> {
          client.disconnect();
          return () -> external.set(null);
        });
  }

  /// Asks the backend, one thing at a time.
  private void act(Callable<Runnable> work) {
    if (busy) {
      return;
    }
    busy = true;
    problem.set(null);
    tasks.run(
        work,
        done -> {
          busy = false;
          done.run();
        },
        this::failed);
  }

  /// The subscription; null if there is none. Its link is there only while it is new.
  public ReadOnlyObjectProperty<@Nullable CalendarFeed> feed() {
    return feed.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable ExternalCalendar> external() {
    return external.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
