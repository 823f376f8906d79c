package dev.optima.backend.http;

import dev.optima.backend.applicant.RoomService;
import dev.optima.backend.chat.ChatService;
import dev.optima.protocol.id.RoomId;
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
        new Endpoint(
            "listMessages",
            Access.SESSION,
            request ->
                Reply.ok(
                    chat.messages(
                        request.identity(),
                        room(request),
                        request.query("after", Long::valueOf).orElse(null),
                        request.query("before", Long::valueOf).orElse(null),
                        request.limit()))),
        new Endpoint(
            "sendMessage",
            Access.SESSION,
            request ->
                Reply.created(
                    chat.send(request.identity(), room(request), request.body(NewMessage.class)))),
        new Endpoint("markRead", Access.SESSION, this::read));
  }

  private Reply read(ApiRequest request) {
    chat.read(request.identity(), room(request), request.body(ReadMark.class).seq());
    return Reply.nothing();
  }

  private static RoomId room(ApiRequest request) {
    return request.path("roomId", RoomId::new);
  }
}
