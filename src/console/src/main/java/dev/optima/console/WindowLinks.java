package dev.optima.console;

import dev.optima.console.client.ServerAddress;
import dev.optima.console.i18n.Message;
import dev.optima.console.link.ConsoleLink;
import dev.optima.console.login.LoginViewModel;
import dev.optima.console.shell.DeskWindow;
import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the console was opened with, and where it leads in whatever face the window has. A link to
/// a room or a call waits until somebody has signed in, the last one only; a link to a server waits
/// until a remembered session is in, or is not.
final class WindowLinks {
  private static final Logger LOG = LoggerFactory.getLogger(WindowLinks.class);

  /// What stands before a server that a later start was given.
  private static final String NAMED = "--server ";

  private @Nullable ConsoleLink waiting;
  private @Nullable URI server;
  private boolean notUnderstood;

  private @Nullable ServerAddress named;

  /// What a start tells the console that runs already.
  static String telling(Arguments arguments) {
    if (arguments.link() != null) {
      return arguments.link();
    }
    return arguments.server() == null ? "" : NAMED + arguments.server();
  }

  /// Takes a link, or what [#telling(Arguments)] says; empty text is none.
  void take(String text) {
    if (text.startsWith(NAMED)) {
      named = ServerAddress.parse(text.substring(NAMED.length())).orElse(null);
      return;
    }
    if (!ConsoleLink.isLink(text)) {
      return;
    }
    ConsoleLink link = ConsoleLink.parse(text).orElse(null);
    // Nothing of what it says: a link may hold what is nobody else's business.
    LOG.info("a link: {}", link == null ? "not understood" : link.getClass().getSimpleName());
    switch (link) {
      case null -> notUnderstood = true;
      case ConsoleLink.Server(URI address) -> server = address;
      case ConsoleLink.Join join -> waiting = join;
      case ConsoleLink.Applicant applicant -> waiting = applicant;
    }
  }

  /// Shows what has waited, on the desk.
  void showOn(DeskWindow desk) {
    URI there = elsewhere(desk::isAt);
    ConsoleLink link = waiting;
    waiting = null;
    if (notUnderstood) {
      notUnderstood = false;
      desk.say(Message.of("link.unknown"));
    }
    if (link != null) {
      desk.open(link);
    }
    if (there != null) {
      desk.offerServer(there, () -> server = there);
    }
  }

  /// The server that a link or a later start leads to, once; null if there is none.
  private @Nullable URI elsewhere(Predicate<ServerAddress> isHere) {
    ServerAddress other = named;
    URI there = other == null || isHere.test(other) ? server : other.http();
    named = null;
    server = null;
    return there;
  }

  /// Fills in a server, and says that a link waits.
  void showOn(LoginViewModel login) {
    if (login.busy().get()) {
      return;
    }
    URI there = elsewhere(login::isAt);
    if (there != null) {
      login.suggest(there);
    }
    if (notUnderstood) {
      notUnderstood = false;
      login.again(Message.of("link.unknown"));
    }
    login.linkWaits(waiting != null);
  }
}
