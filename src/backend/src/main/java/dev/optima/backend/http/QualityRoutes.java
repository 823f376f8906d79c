package dev.optima.backend.http;

import dev.optima.backend.quality.QualityService;
import dev.optima.protocol.id.CallId;
import java.util.List;

/// How well calls went.
public final class QualityRoutes {
  private final QualityService quality;

  public QualityRoutes(QualityService quality) {
    this.quality = quality;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "callQuality",
            Access.SESSION,
            request ->
                Reply.ok(quality.of(request.identity(), request.path("callId", CallId::new)))));
  }
}
