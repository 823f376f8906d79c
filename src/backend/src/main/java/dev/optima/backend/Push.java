package dev.optima.backend;

import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.push.PushEndpoints;
import dev.optima.backend.push.PushPost;
import dev.optima.backend.push.PushSender;
import dev.optima.backend.push.PushService;
import dev.optima.backend.push.VapidKeys;
import dev.optima.backend.store.Database;
import java.net.URI;
import java.util.Optional;

/// Web Push.
record Push(PushService service, PushSender sender) {

  static Push wire(Database database, Surroundings around) {
    VapidKeys keys = VapidKeys.of(database, around.clock().instant());
    PushEndpoints endpoints = new PushEndpoints(around.config().pushHosts());
    PushPost post = new PushPost(keys, endpoints, contact(around.config()));
    return new Push(
        new PushService(database, keys, endpoints, around.clock()),
        new PushSender(database, post, around.clock(), Thread::sleep));
  }

  /// Whom a push service may turn to (RFC 8292, 2.1): it must not hang on the address on which we
  /// listen, for rings of before a restart are ended before we do.
  private static Optional<String> contact(BackendConfig config) {
    return config
        .smtp()
        .map(smtp -> "mailto:" + smtp.fromAddress())
        .or(
            () ->
                config
                    .publicUrl()
                    .filter(url -> "https".equals(url.getScheme()))
                    .map(URI::toString));
  }
}
