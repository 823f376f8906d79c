package dev.optima.backend.http;

import dev.optima.backend.audit.AuditFilter;
import dev.optima.backend.audit.AuditHistory;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import java.util.List;
import java.util.Locale;

/// Who did what of the things that somebody may have to answer for.
public final class AuditRoutes {
  private static final String CSV = "text/csv";

  private final AuditHistory audit;

  public AuditRoutes(AuditHistory audit) {
    this.audit = audit;
  }

  public List<Endpoint> endpoints() {
    return List.of(new Endpoint("listAudit", Access.ADMIN, this::list));
  }

  private Reply list(ApiRequest request) {
    AuditFilter filter =
        new AuditFilter(
            request.query("actor", UserId::new).orElse(null),
            request
                .query("act", text -> AuditAct.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(null),
            request.time("from").orElse(null),
            request.time("to").orElse(null),
            request.query("q").orElse(null));
    return request.prefers(CSV)
        ? csv(request, filter)
        : Reply.ok(
            audit.page(
                request.identity().userId(),
                filter,
                request.query("before").orElse(null),
                request.limit()));
  }

  private Reply csv(ApiRequest request, AuditFilter filter) {
    int most = AuditCsv.MAX_ROWS;
    var csv = new AuditCsv(audit.export(request.identity(), filter, most), most);
    return Reply.parts(CSV + "; charset=utf-8", csv::next)
        .with("Content-Disposition", "attachment; filename=\"audit.csv\"");
  }
}
