package dev.optima.backend.audit;

import dev.optima.protocol.id.UserId;
import org.jspecify.annotations.Nullable;

/// Who did something: a person who asks, or one of those that are no person.
public interface Actor {

  /// Null for what is no person, and for somebody of whom it is not known who they are.
  @Nullable UserId userId();

  /// Their name at that time; for what is no person a word, see [Nobody].
  String name();

  /// From where, as far as that is known.
  @Nullable String address();

  /// What goes on by itself: sweepers, timers, media servers.
  static Actor backend() {
    return new Nobody("backend", null);
  }

  /// Whoever may start the program on the server.
  static Actor commandLine() {
    return new Nobody("command_line", null);
  }

  /// Somebody who did not say who they are, or could not show it.
  static Actor unknown(String address) {
    return new Nobody("unknown", address);
  }

  /// The applicant whom the act is about: who that is, its subject says.
  static Actor applicant() {
    return new Nobody("applicant", null);
  }

  /// Who has no account.
  ///
  /// @param name `backend`, `command_line`, `unknown` or `applicant`: clients say it in their own
  ///   words
  record Nobody(String name, @Nullable String address) implements Actor {
    @Override
    public @Nullable UserId userId() {
      return null;
    }
  }
}
