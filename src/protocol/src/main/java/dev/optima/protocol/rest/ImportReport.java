package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import did, or would do. Rows with a problem are left out.
///
/// @param added how many applicants were (or would be) added
/// @param unknownColumns columns that nothing is done with
public record ImportReport(List<Row> rows, int added, List<String> unknownColumns) {

  /// One row.
  ///
  /// @param line in the file, from 1
  /// @param applicantId of an applicant that was added
  public record Row(
      int line,
      String name,
      String email,
      @Nullable String position,
      @Nullable UserId applicantId,
      List<Trouble> problems) {}

  /// What is wrong with a row.
  ///
  /// @param field as in `NewApplicant`
  /// @param code `invalid`; `conflict` if there is an applicant with this address; `unavailable` if
  ///   the import came to its end before it: the same file once more adds it
  public record Trouble(String field, ErrorCode code, String message) {}
}
