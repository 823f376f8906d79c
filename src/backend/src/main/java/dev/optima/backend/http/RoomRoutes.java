package dev.optima.backend.http;

import dev.optima.backend.applicant.RoomService;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.CallMe;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.NewMessage;
import dev.optima.protocol.rest.ReadMark;
import java.util.List;

/// Rooms and what is said in them.
public final class RoomRoutes {
  private final RoomService rooms;
  private final ChatService chat;

  public RoomRoutes(RoomService rooms, ChatService chat) {
    this.rooms = rooms;
    this.chat = chat;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "getRoom",
            Access.SESSION,
            request -> Reply.ok(rooms.get(request.identity(), room(request)))),
        new Endpoint("listMessages", Access.SESSION, request -> Reply.ok(messages(request))),
        new Endpoint(
            "sendMessage",
            Access.SESSION,
            request ->
                Reply.created(
                    chat.send(request.identity(), room(request), request.body(NewMessage.class)))),
        new Endpoint("getMessage", Access.SESSION, request -> Reply.ok(message(request))),
        new Endpoint(
            "askToBeCalled",
            Access.SESSION,
            request ->
                Reply.created(
                    chat.callMe(
                        request.identity(), room(request), request.body(CallMe.class).key()))),
        new Endpoint("markRead", Access.SESSION, this::read));
  }

  private ChatEntry message(ApiRequest request) {
    MessageId message = request.path("messageId", MessageId::new);
    return chat.history().message(request.identity(), room(request), message);
  }

  private MessageList messages(ApiRequest request) {
    Long changes = request.query("changes_after", Long::valueOf).orElse(null);
    Long after = request.query("after", Long::valueOf).orElse(null);
    Long before = request.query("before", Long::valueOf).orElse(null);
    if (changes == null) {
      return chat.history()
          .messages(request.identity(), room(request), after, before, request.limit());
    }
    if (after != null || before != null) {
      throw Refusal.invalid("changes_after", "changes_after goes with neither after nor before");
    }
    return chat.history().changes(request.identity(), room(request), changes, request.limit());
  }

  private Reply read(ApiRequest request) {
    chat.read(request.identity(), room(request), request.body(ReadMark.class).seq());
    return Reply.nothing();
  }

  private static RoomId room(ApiRequest request) {
    return request.path("roomId", RoomId::new);
  }
}
