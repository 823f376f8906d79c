package dev.optima.backend.http;

import dev.optima.backend.push.PushService;
import dev.optima.protocol.rest.PushSubscription;
import java.util.List;

/// Web Push: the key to subscribe with, and the subscriptions of an applicant's browsers.
public final class PushRoutes {
  private final PushService pushes;

  public PushRoutes(PushService pushes) {
    this.pushes = pushes;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("pushKey", Access.SESSION, request -> Reply.ok(pushes.key())),
        new Endpoint(
            "subscribeToPush",
            Access.SESSION,
            request -> {
              pushes.subscribe(request.identity(), request.body(PushSubscription.class));
              return Reply.nothing();
            }),
        new Endpoint(
            "unsubscribeFromPush",
            Access.SESSION,
            request -> {
              pushes.unsubscribe(request.identity(), request.query("endpoint").orElse(""));
              return Reply.nothing();
            }));
  }
}
