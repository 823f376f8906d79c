package dev.optima.backend.http;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallHistory;
import dev.optima.backend.call.CallService;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.InitiateCall;
import dev.optima.protocol.rest.RespondToCall;
import java.util.List;
import java.util.function.BiFunction;

/// Calls: the same acts as over the socket, by the same service.
public final class CallRoutes {
  private final CallService calls;
  private final CallHistory history;

  public CallRoutes(CallService calls, CallHistory history) {
    this.calls = calls;
    this.history = history;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("initiateCall", Access.TEAM, this::initiate),
        new Endpoint(
            "respondToCall",
            Access.SESSION,
            request ->
                Reply.ok(
                    calls.respond(
                        request.identity(),
                        call(request),
                        request.body(RespondToCall.class).action(),
                        null))),
        act("cancelCall", Access.SESSION, calls::cancel),
        new Endpoint("endCall", Access.SESSION_OR_TICKET, this::end),
        act("callStatus", Access.SESSION_OR_TICKET, calls::status),
        new Endpoint(
            "joinCall",
            Access.SESSION_OR_TICKET,
            request -> Reply.ok(calls.join(request.identity(), call(request)))),
        new Endpoint(
            "fallBack",
            Access.SESSION_OR_TICKET,
            request -> Reply.ok(calls.fallBack(request.identity(), call(request)))),
        new Endpoint(
            "callHistory",
            Access.SESSION,
            request ->
                Reply.ok(
                    history.ofRoom(
                        request.identity(),
                        request.path("roomId", RoomId::new),
                        request.query("before").orElse(null),
                        request.limit()))));
  }

  private static Endpoint act(
      String operation, Access access, BiFunction<Identity, CallId, CallSnapshot> act) {
    return new Endpoint(
        operation, access, request -> Reply.ok(act.apply(request.identity(), call(request))));
  }

  private Reply initiate(ApiRequest request) {
    InitiateCall wanted = request.body(InitiateCall.class);
    CallService.Placed placed = calls.request(request.identity(), wanted.roomId(), wanted.key());
    return placed.fresh() ? Reply.created(placed.call()) : Reply.ok(placed.call());
  }

  private Reply end(ApiRequest request) {
    boolean all = request.query("all").filter("true"::equals).isPresent();
    return Reply.ok(
        all
            ? calls.endForAll(request.identity(), call(request))
            : calls.end(request.identity(), call(request)));
  }

  private static CallId call(ApiRequest request) {
    return request.path("callId", CallId::new);
  }
}
