package dev.optima.console;

import dev.optima.console.i18n.Message;
import dev.optima.console.link.ConsoleLink;
import dev.optima.console.login.LoginViewModel;
import dev.optima.console.shell.DeskWindow;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What the console was opened with, and where it leads in whatever face the window has. A link to
/// a room or a call waits until somebody has signed in, the last one only; a link to a server waits
/// until a remembered session is in, or is not.
final class WindowLinks {
  private @Nullable ConsoleLink waiting;
  private @Nullable URI server;
  private boolean notUnderstood;

  /// Takes a link; empty text is none.
  void take(String text) {
    if (!ConsoleLink.isLink(text)) {
      return;
    }
    ConsoleLink link = ConsoleLink.parse(text).orElse(null);
    switch (link) {
      case null -> notUnderstood = true;
      case ConsoleLink.Server(URI address) -> server = address;
      case ConsoleLink.Join join -> waiting = join;
      case ConsoleLink.Applicant applicant -> waiting = applicant;
    }
  }

  /// Shows what has waited, on the desk.
  void showOn(DeskWindow desk) {
    URI there = server;
    ConsoleLink link = waiting;
    server = null;
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

  /// Fills in a server, and says that a link waits.
  void showOn(LoginViewModel login) {
    if (login.busy().get()) {
      return;
    }
    URI there = server;
    server = null;
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
