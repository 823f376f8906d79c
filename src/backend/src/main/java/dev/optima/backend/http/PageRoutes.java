package dev.optima.backend.http;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.refusal.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The pages of the module `pages`, from the class path: small files, kept in memory once read.
final class PageRoutes {
  private static final Pattern NAME =
      Pattern.compile("pages(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\\.([a-z0-9]+)");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("mp3", "audio/mpeg"));

  private record Resource(Buffer content, String type, String tag) {}

  private final PageHeaders headers;
  private final Map<String, Resource> known = new ConcurrentHashMap<>();

  PageRoutes(PageHeaders headers) {
    this.headers = headers;
  }

  void mount(Router router) {
    read(router, "/").handler(context -> redirect(context, "/a"));
    read(router, "/favicon.ico").handler(context -> redirect(context, "/pages/shared/icon.svg"));
    read(router, "/a").handler(context -> page(context, "pages/applicant/index.html"));
    read(router, "/a/:code").handler(context -> page(context, "pages/applicant/index.html"));
    read(router, "/call/:callId").handler(context -> page(context, "pages/call/index.html"));
    read(router, "/pages/*").handler(this::file);
  }

  /// A route for GET and HEAD.
  static Route read(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void page(RoutingContext context, String name) {
    headers.page(context);
    send(context, find(name).orElseThrow(PageRoutes::missing));
  }

  private void file(RoutingContext context) {
    String name = context.normalizedPath().substring(1);
    Resource resource = find(name).orElseThrow(PageRoutes::missing);
    if (resource.type().startsWith("text/html")) {
      headers.page(context);
    }
    send(context, resource);
  }

  private static void send(RoutingContext context, Resource resource) {
    var response =
        context
            .response()
            .putHeader(HttpHeaders.ETAG, resource.tag())
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    String seen = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (seen != null && seen.contains(resource.tag())) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, resource.type()).end(resource.content());
    }
  }

  private Optional<Resource> find(String name) {
    Resource resource = known.get(name);
    if (resource == null) {
      Optional<Resource> loaded = load(name);
      loaded.ifPresent(found -> known.put(name, found));
      return loaded;
    }
    return Optional.of(resource);
  }

  private static Optional<Resource> load(String name) {
    var matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String type = TYPES.get(matcher.group(2));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = PageRoutes.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] content = in.readAllBytes();
      String text = new String(content, StandardCharsets.ISO_8859_1);
      String tag = "\"" + Secrets.hash(text).substring(0, 20) + "\"";
      return Optional.of(new Resource(Buffer.buffer(content), type, tag));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void redirect(RoutingContext context, String to) {
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, to).end();
  }

  private static Refusal missing() {
    return Refusal.notFound("there is nothing here");
  }
}
