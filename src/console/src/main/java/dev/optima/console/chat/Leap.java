package dev.optima.console.chat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.MessageList;
import java.time.Instant;
import java.util.List;

/// The stretches of both rooms around one entry.
///
/// @param main of the room of the entry
/// @param other of the other room, around the same time
record Leap(MessageList main, MessageList other) {
  private static final int SIDE = RoomFeed.PAGE / 2;

  /// Asks for them. Waits for the network.
  static Leap to(ApiClient api, ChatEntry target, RoomId other) throws ApiException {
    MessageList main = around(api, target.roomId(), target.seq());
    long last = api.latest(other, 1).lastSeq();
    MessageList beside =
        last == 0
            ? new MessageList(List.of(), 0, 0, 0, 0)
            : around(api, other, seek(api, other, target.sentAt(), last));
    return new Leap(main, beside);
  }

  private static MessageList around(ApiClient api, RoomId room, long seq) throws ApiException {
    return api.before(room, seq + SIDE, 2 * SIDE);
  }

  /// The first `seq` that was said at `time` or later, or one past the last: found by halving.
  private static long seek(ApiClient api, RoomId room, Instant time, long last)
      throws ApiException {
    long from = 1;
    long to = last + 1;
    while (from < to) {
      long middle = (from + to) >>> 1;
      List<ChatEntry> there = api.after(room, middle - 1, 1).messages();
      if (there.isEmpty() || !there.getFirst().sentAt().isBefore(time)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
