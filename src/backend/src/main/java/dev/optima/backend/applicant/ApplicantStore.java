package dev.optima.backend.applicant;

import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.search.SearchText;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.Stage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Applicants, each with their room.
public final class ApplicantStore {

  private static final String COLUMNS =
      """
      SELECT a.id, a.name, a.email, a.phone, a.position, a.language, a.time_zone, a.created_at,
        a.activity_at,
        (SELECT MAX(i.created_at) FROM invitations i
          WHERE i.applicant_id = a.id AND i.mail_id IS NULL),
        a.stage, a.notes, a.archived_at, a.version
      FROM applicants a
      """;

  /// An applicant without what belongs to their chat.
  ///
  /// @param activityAt the newest entry of the room, or the creation
  /// @param invitedAt when they were invited last; the link of a mail that says something else is
  ///   none
  /// @param archivedAt since when they are out of the lists
  /// @param version rises with each change
  public record Stored(
      UserId id,
      String name,
      String email,
      @Nullable String phone,
      @Nullable String position,
      String language,
      String timeZone,
      Instant createdAt,
      Instant activityAt,
      @Nullable Instant invitedAt,
      Stage stage,
      @Nullable String notes,
      @Nullable Instant archivedAt,
      long version) {}

  /// Where a page of the list begins: after this one.
  record Place(Instant activityAt, String id) {}

  /// Adds an applicant and their rooms.
  public void add(Tx tx, Stored applicant, @Nullable UserId createdBy) throws SQLException {
    tx.update(
        """
        INSERT INTO applicants
          (id, name, email, phone, position, language, time_zone, search, created_at, created_by,
           activity_at, stage)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        applicant.id(),
        applicant.name(),
        applicant.email(),
        applicant.phone(),
        applicant.position(),
        applicant.language(),
        applicant.timeZone(),
        search(applicant),
        applicant.createdAt(),
        createdBy,
        applicant.activityAt(),
        applicant.stage());
    for (RoomId room : List.of(RoomId.of(applicant.id()), RoomId.teamOf(applicant.id()))) {
      tx.update("INSERT INTO rooms (id, applicant_id) VALUES (?, ?)", room, applicant.id());
    }
  }

  /// Stores a change, unless somebody else was faster.
  ///
  /// @return whether the version was still the one before this one's
  boolean update(Tx tx, Stored applicant) throws SQLException {
    return tx.update(
            """
            UPDATE applicants SET name = ?, email = ?, phone = ?, position = ?, language = ?,
              time_zone = ?, search = ?, stage = ?, notes = ?, archived_at = ?, version = ?
            WHERE id = ? AND version = ?\
            """,
            applicant.name(),
            applicant.email(),
            applicant.phone(),
            applicant.position(),
            applicant.language(),
            applicant.timeZone(),
            search(applicant),
            applicant.stage(),
            applicant.notes(),
            applicant.archivedAt(),
            applicant.version(),
            applicant.id(),
            applicant.version() - 1)
        > 0;
  }

  public Optional<Stored> find(Tx tx, UserId id) throws SQLException {
    return tx.first(COLUMNS + "WHERE a.id = ?", ApplicantStore::read, id);
  }

  /// Newest activity first.
  ///
  /// @param reader who has something to read, if that is asked for
  List<Stored> list(Tx tx, ApplicantFilter filter, UserId reader, Place after, int limit)
      throws SQLException {
    var sql =
        new StringBuilder(COLUMNS)
            .append(
                filter.archived()
                    ? " WHERE a.archived_at IS NOT NULL"
                    : " WHERE a.archived_at IS NULL")
            .append(" AND (a.activity_at < ? OR (a.activity_at = ? AND a.id > ?))");
    var parameters =
        new ArrayList<Object>(List.of(after.activityAt(), after.activityAt(), after.id()));
    if (!filter.q().isBlank()) {
      sql.append(" AND a.search LIKE ? ESCAPE '\\'");
      parameters.add(SearchText.pattern(filter.q()));
    }
    if (!filter.stages().isEmpty()) {
      sql.append(" AND a.stage IN (?").append(", ?".repeat(filter.stages().size() - 1)).append(')');
      parameters.addAll(filter.stages());
    }
    if (filter.unread()) {
      sql.append(" AND ").append(ReadMarkStore.ANY_UNREAD_ABOUT);
      parameters.add(reader);
      parameters.add(reader);
    }
    parameters.add(limit);
    sql.append(" ORDER BY a.activity_at DESC, a.id LIMIT ?");
    return tx.list(sql.toString(), ApplicantStore::read, parameters.toArray());
  }

  /// The e-mail addresses of all applicants, each as `key` makes it.
  Set<String> addresses(Tx tx, UnaryOperator<String> key) throws SQLException {
    return Set.copyOf(
        tx.list("SELECT DISTINCT email FROM applicants", row -> key.apply(row.text(1))));
  }

  /// The same of those who were added since.
  Set<String> addressesSince(Tx tx, UnaryOperator<String> key, Instant since) throws SQLException {
    return Set.copyOf(
        tx.list(
            "SELECT DISTINCT email FROM applicants WHERE created_at >= ?",
            row -> key.apply(row.text(1)),
            since));
  }

  public boolean isEmpty(Tx tx) throws SQLException {
    return tx.first("SELECT id FROM applicants LIMIT 1", row -> row.text(1)).isEmpty();
  }

  private static String search(Stored applicant) {
    String position = applicant.position();
    return SearchText.of(
        applicant.name() + "\n" + applicant.email() + "\n" + (position == null ? "" : position));
  }

  private static Stored read(Row row) throws SQLException {
    return new Stored(
        new UserId(row.text(1)),
        row.text(2),
        row.text(3),
        row.textOrNull(4),
        row.textOrNull(5),
        row.text(6),
        row.text(7),
        row.instant(8),
        row.instant(9),
        row.instantOrNull(10),
        Stage.valueOf(row.text(11)),
        row.textOrNull(12),
        row.instantOrNull(13),
        row.number(14));
  }
}
