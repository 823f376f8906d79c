package dev.optima.backend.http;

import dev.optima.backend.chat.ChatSearch;
import dev.optima.protocol.id.RoomId;
import java.util.List;

/// Searching through what was said.
public final class SearchRoutes {
  private final ChatSearch search;

  public SearchRoutes(ChatSearch search) {
    this.search = search;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "searchMessages",
            Access.SESSION,
            request ->
                Reply.ok(
                    search.search(
                        request.identity(),
                        request.query("q").orElse(""),
                        request.query("room_id", RoomId::new).orElse(null),
                        request.query("after").orElse(null),
                        request.limit()))));
  }
}
