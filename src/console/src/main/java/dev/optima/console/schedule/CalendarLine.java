package dev.optima.console.schedule;

import dev.optima.protocol.id.UserId;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// One of the calendars that may be shown or hidden.
public final class CalendarLine {
  private final Kind kind;
  private final @Nullable UserId person;
  private final String name;
  private final int colour;
  private final BooleanProperty shown;

  /// What is in it.
  public enum Kind {
    /// One's own interviews.
    MINE,
    /// A colleague's.
    COLLEAGUE,
    /// What was called off, anybody's.
    CANCELLED,
    /// When one is busy elsewhere.
    BUSY
  }

  CalendarLine(Kind kind, @Nullable UserId person, String name, int colour, boolean shown) {
    this.kind = kind;
    this.person = person;
    this.name = name;
    this.colour = colour;
    this.shown = new SimpleBooleanProperty(shown);
  }

  public Kind kind() {
    return kind;
  }

  /// Whose it is; null for those that are nobody's in particular.
  public @Nullable UserId person() {
    return person;
  }

  /// The person's name.
  public String name() {
    return name;
  }

  /// The number of its colour.
  public int colour() {
    return colour;
  }

  public BooleanProperty shown() {
    return shown;
  }
}
