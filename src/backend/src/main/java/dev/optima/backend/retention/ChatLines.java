package dev.optima.backend.retention;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.CallSnapshot.Person;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lines that a call has in the chat. They belong to the conversation and stay as long as it:
/// that these two had a call then, how it came out, how long it was. Gone is what belongs to the
/// call alone: who else was in it, when each came and left, who ended it, its meeting.
final class ChatLines {
  private static final Logger LOG = LoggerFactory.getLogger(ChatLines.class);
  private static final String FIND =
      "SELECT id, call FROM messages WHERE room_id = ? AND sender_id = ?"
          + " AND request_key IN (?, ?) AND call IS NOT NULL";
  private static final String PUT = "UPDATE messages SET call = ? WHERE id = ?";

  private record Line(String id, String call) {}

  void shorten(Tx tx, RoomId room, UserId caller, CallId call) throws SQLException {
    List<Line> lines =
        tx.list(
            FIND,
            row -> new Line(row.text(1), row.text(2)),
            room,
            caller,
            "call:" + call,
            "call_started:" + call);
    for (Line line : lines) {
      try {
        CallSnapshot said = Json.read(line.call(), CallSnapshot.class);
        tx.update(PUT, Json.write(shortened(said)), line.id());
      } catch (JsonRefusal e) {
        LOG.warn("The line {} of call {} stays as it is: {}", line.id(), call, e.getMessage());
      }
    }
  }

  static CallSnapshot shortened(CallSnapshot call) {
    return new CallSnapshot(
        call.callId(),
        call.roomId(),
        call.callerId(),
        call.callerName(),
        call.applicantId(),
        call.applicantName(),
        null,
        call.state(),
        call.version(),
        call.createdAt(),
        null,
        null,
        null,
        call.endedAt(),
        call.duration(),
        call.outcome(),
        null,
        call.participants().stream()
            .filter(
                one ->
                    one.userId().equals(call.callerId()) || one.userId().equals(call.applicantId()))
            .map(one -> new Person(one.userId(), one.name(), one.role(), false, null, null))
            .toList());
  }
}
