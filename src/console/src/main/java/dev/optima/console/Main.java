package dev.optima.console;

import dev.optima.console.i18n.Message;
import dev.optima.console.link.LinkInbox;
import dev.optima.console.link.SingleInstance;
import dev.optima.console.link.SingleInstance.Start;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Starts the console, or hands what it was opened with to the one that runs. Not an `Application`
/// itself, so that the JVM starts it from the class path too, and so that the second start is over
/// before anything of JavaFX is loaded.
public final class Main {
  private static final int NOT_UNDERSTOOD = 2;
  private static final int NO_ANSWER = 1;

  /// Longer than a console takes from its lock to its socket, and than one takes to end.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Main() {}

  public static void main(String[] words) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(List.of(words), System.getenv());
    } catch (IllegalArgumentException e) {
      StartNotice.say(Message.of("start.notUnderstood"), null, "not understood: " + e.getMessage());
      System.exit(NOT_UNDERSTOOD);
      return;
    }
    LinkInbox inbox = new LinkInbox();
    switch (begin(arguments, WindowLinks.telling(arguments), inbox)) {
      case Start.Told _ -> {
        // The one that runs shows it.
      }
      case Start.Mute _ -> {
        StartNotice.say(
            Message.of("start.mute"),
            arguments.language(),
            "another Optima console runs on " + arguments.home() + " and does not answer");
        System.exit(NO_ANSWER);
      }
      case Start.First(SingleInstance instance) -> run(arguments, inbox, instance);
      case null -> run(arguments, inbox, null);
    }
  }

  /// Null where the folder cannot be written: that costs the memory, never the console.
  private static @Nullable Start begin(Arguments arguments, String link, LinkInbox inbox) {
    try {
      return SingleInstance.begin(arguments.home(), link, inbox, PATIENCE);
    } catch (IOException e) {
      LoggerFactory.getLogger(Main.class).warn("{} cannot be used", arguments.home(), e);
      return null;
    }
  }

  private static void run(Arguments arguments, LinkInbox inbox, @Nullable SingleInstance instance) {
    if (arguments.link() != null) {
      inbox.accept(arguments.link());
    }
    try {
      ConsoleApp.run(arguments, inbox);
    } finally {
      if (instance != null) {
        instance.close();
      }
    }
  }
}
