package dev.optima.console.look;

import dev.optima.console.i18n.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// `25 Nov 2026`, also typed with a number for the month.
public final class DayConverter extends StringConverter<LocalDate> {
  private final DateTimeFormatter shown;
  private final List<DateTimeFormatter> read;

  public DayConverter(Words words) {
    shown = DateTimeFormatter.ofPattern("d MMM yyyy", words.texts().locale());
    read =
        List.of(
            shown,
            DateTimeFormatter.ofPattern("d.M.yyyy", words.texts().locale()),
            DateTimeFormatter.ofPattern("d/M/yyyy", words.texts().locale()),
            DateTimeFormatter.ISO_LOCAL_DATE);
  }

  @Override
  public String toString(@Nullable LocalDate day) {
    return day == null ? "" : shown.format(day);
  }

  @Override
  public @Nullable LocalDate fromString(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (DateTimeFormatter format : read) {
      try {
        return LocalDate.parse(text.strip(), format);
      } catch (DateTimeParseException e) {
        continue;
      }
    }
    return null;
  }
}
