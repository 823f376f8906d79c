package dev.optima.console.i18n;

import java.math.RoundingMode;
import java.text.NumberFormat;

/// Figures as this recruiter reads them: `12,345`, `87%` and `4.6`, or `12.345`, `%87` and `4,6`.
public final class Numbers {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /// Of fewer days a tenth of one matters.
  private static final double FEW_DAYS = 9.95;

  private final Texts texts;
  private final NumberFormat whole;
  private final NumberFormat percent;
  private final NumberFormat decimal;

  public Numbers(Texts texts) {
    this.texts = texts;
    whole = NumberFormat.getIntegerInstance(texts.locale());
    percent = NumberFormat.getPercentInstance(texts.locale());
    percent.setRoundingMode(RoundingMode.HALF_UP);
    decimal = NumberFormat.getNumberInstance(texts.locale());
    decimal.setRoundingMode(RoundingMode.HALF_UP);
    decimal.setMinimumFractionDigits(1);
    decimal.setMaximumFractionDigits(1);
  }

  /// Of things that are counted.
  public String count(long value) {
    return whole.format(value);
  }

  /// @param share 0 to 1
  public String percent(double share) {
    return percent.format(share);
  }

  /// With one digit after the point.
  public String decimal(double value) {
    return decimal.format(value);
  }

  /// How long an interview is: `45 s`, `27 min`, `1 h 5 min`.
  public String length(long seconds) {
    if (seconds < MINUTE) {
      return texts.get("number.seconds", seconds);
    }
    long minutes = (seconds + MINUTE / 2) / MINUTE;
    if (minutes < 60) {
      return texts.get("number.minutes", minutes);
    }
    return minutes % 60 == 0
        ? texts.get("number.wholeHours", minutes / 60)
        : texts.get("number.hours", minutes / 60, minutes % 60);
  }

  private String days(double days) {
    return days < FEW_DAYS ? decimal(days) : count(Math.round(days));
  }

  /// How long one waits: `50 min`, `18 h`, `3.5 days`.
  public String waiting(long seconds) {
    if (seconds < HOUR) {
      return length(seconds);
    }
    return seconds < DAY
        ? texts.get("number.wholeHours", Math.round((double) seconds / HOUR))
        : texts.get("number.days", days((double) seconds / DAY));
  }
}
