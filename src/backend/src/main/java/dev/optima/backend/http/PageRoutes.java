package dev.optima.backend.http;

import dev.optima.backend.http.PageFiles.PageFile;
import dev.optima.backend.refusal.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/// The pages of the module `pages`, the applicant's service worker, and what makes their page an
/// app.
final class PageRoutes {
  private final PageHeaders headers;
  private final String organisation;
  private final PageFiles files = new PageFiles();
  private final PageFile worker = new Shell(files).worker();

  /// @param organisation the name that applicants see
  PageRoutes(PageHeaders headers, String organisation) {
    this.headers = headers;
    this.organisation = organisation;
  }

  void mount(Router router) {
    read(router, "/").handler(context -> redirect(context, "/a"));
    read(router, "/favicon.ico").handler(context -> redirect(context, "/pages/shared/favicon.svg"));
    read(router, "/a").handler(context -> page(context, "pages/applicant/index.html"));
    read(router, "/a/:code").handler(context -> page(context, "pages/applicant/index.html"));
    read(router, "/b/:code").handler(context -> page(context, "pages/booking/index.html"));
    read(router, "/m/:token").handler(context -> page(context, "pages/meeting/index.html"));
    read(router, "/call/:callId").handler(this::callPage);
    // In the root, so that it may look after `/a` itself and not only after what lies below.
    read(router, "/sw.js").handler(this::worker);
    read(router, "/manifest.webmanifest").handler(this::manifest);
    read(router, "/pages/*").handler(this::file);
  }

  /// A route for GET and HEAD.
  static Route read(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void page(RoutingContext context, String name) {
    headers.page(context);
    send(context, files.find(name).orElseThrow(PageRoutes::missing));
  }

  private void callPage(RoutingContext context) {
    headers.callPage(context);
    send(context, files.find("pages/call/index.html").orElseThrow(PageRoutes::missing));
  }

  private void worker(RoutingContext context) {
    headers.worker(context);
    send(context, worker);
  }

  private void manifest(RoutingContext context) {
    String language = "tr".equals(context.request().getParam("lang")) ? "tr" : "en";
    String text = WebManifest.of(organisation, language);
    send(context, PageFile.of(text, "application/manifest+json"));
  }

  private void file(RoutingContext context) {
    String name = context.normalizedPath().substring(1);
    PageFile file = files.find(name).orElseThrow(PageRoutes::missing);
    if (file.type().startsWith("text/html")) {
      headers.page(context);
    }
    send(context, file);
  }

  private static void send(RoutingContext context, PageFile file) {
    var response =
        context
            .response()
            .putHeader(HttpHeaders.ETAG, file.tag())
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    String seen = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (seen != null && seen.contains(file.tag())) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, file.type()).end(file.content());
    }
  }

  private static void redirect(RoutingContext context, String to) {
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, to).end();
  }

  private static Refusal missing() {
    return Refusal.notFound("there is nothing here");
  }
}
