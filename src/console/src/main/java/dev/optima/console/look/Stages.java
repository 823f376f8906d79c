package dev.optima.console.look;

import dev.optima.protocol.rest.Stage;

/// How an applicant's stage is named and coloured, everywhere the same.
public final class Stages {
  private Stages() {}

  /// The key of its word.
  public static String word(Stage stage) {
    return switch (stage) {
      case NEW -> "stages.new";
      case SCREENING -> "stages.screening";
      case FIRST_INTERVIEW -> "stages.firstInterview";
      case SECOND_INTERVIEW -> "stages.secondInterview";
      case OFFER -> "stages.offer";
      case HIRED -> "stages.hired";
      case REJECTED -> "stages.rejected";
    };
  }

  /// The tone of its chip.
  public static String tone(Stage stage) {
    return switch (stage) {
      case NEW -> "plain";
      case SCREENING -> "accent";
      case FIRST_INTERVIEW, SECOND_INTERVIEW -> "violet";
      case OFFER -> "warn";
      case HIRED -> "ok";
      case REJECTED -> "bad";
    };
  }
}
