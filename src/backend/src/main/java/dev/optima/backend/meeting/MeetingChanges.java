package dev.optima.backend.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Meeting;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is different between two states of a meeting, as its history tells it.
final class MeetingChanges {
  /// Follows from other fields, or says nothing to people.
  private static final Set<String> UNTOLD =
      Set.of(
          "meeting_id",
          "applicant_id",
          "applicant_name",
          "applicant_time_zone",
          "admin_id",
          "room_id",
          "jitsi_room_name",
          "meeting_link",
          "reminder_sent",
          "notification_sent",
          "sequence",
          "version",
          "created_at",
          "updated_at",
          "waiting_since");

  private MeetingChanges() {}

  /// Field → new value, as in the JSON of a meeting; empty for what is gone.
  static Map<String, String> of(Meeting before, Meeting now) {
    return differences(Json.MAPPER.valueToTree(before), Json.MAPPER.valueToTree(now));
  }

  /// The fields of a meeting that is new.
  static Map<String, String> of(Meeting fresh) {
    return differences(Json.MAPPER.createObjectNode(), Json.MAPPER.valueToTree(fresh));
  }

  private static Map<String, String> differences(JsonNode before, JsonNode now) {
    Map<String, String> changes = new TreeMap<>();
    before.fieldNames().forEachRemaining(field -> note(changes, field, before, now));
    now.fieldNames().forEachRemaining(field -> note(changes, field, before, now));
    return changes;
  }

  private static void note(
      Map<String, String> changes, String field, JsonNode before, JsonNode now) {
    if (!UNTOLD.contains(field) && !before.path(field).equals(now.path(field))) {
      changes.put(field, text(now.path(field)));
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
  }
}
