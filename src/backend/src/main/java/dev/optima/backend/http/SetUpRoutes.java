package dev.optima.backend.http;

import dev.optima.backend.account.SetUpService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.NewAccount;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// `/setup/<code>`: makes the first administrator. Works without a script.
public final class SetUpRoutes {
  private static final int MAX_BODY = 8 * 1024;

  private final Vertx vertx;
  private final Executor workers;
  private final SetUpService setUp;
  private final Supplier<URI> publicUrl;
  private final Set<String> trustedProxies;

  /// @param trustedProxies addresses whose `X-Forwarded-For` is believed
  public SetUpRoutes(
      Vertx vertx,
      Executor workers,
      SetUpService setUp,
      Supplier<URI> publicUrl,
      Set<String> trustedProxies) {
    this.vertx = vertx;
    this.workers = workers;
    this.setUp = setUp;
    this.publicUrl = publicUrl;
    this.trustedProxies = trustedProxies;
  }

  private record Page(int status, String html) {}

  void mount(Router router, PageHeaders headers) {
    router
        .get("/setup/style.css")
        .handler(
            context ->
                context
                    .response()
                    .putHeader("Content-Type", "text/css; charset=utf-8")
                    .putHeader("Cache-Control", "no-cache")
                    .end(SetUpPage.resource("setup.css")));
    router.route("/setup/:code").handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    PageRoutes.read(router, "/setup/:code").handler(context -> answer(context, headers, false));
    router.post("/setup/:code").handler(context -> answer(context, headers, true));
  }

  private void answer(RoutingContext context, PageHeaders headers, boolean use) {
    SetUpPage page = new SetUpPage(locale(context));
    String code = context.pathParam("code");
    MultiMap form = context.request().formAttributes();
    String address = Callers.address(context.request(), trustedProxies);
    Context loop = vertx.getOrCreateContext();
    workers.execute(
        () -> {
          try {
            Page result = use ? use(page, code, form, address) : show(page, code);
            loop.runOnContext(nothing -> send(context, headers, page, result));
          } catch (RuntimeException e) {
            loop.runOnContext(nothing -> context.fail(e));
          }
        });
  }

  private Page show(SetUpPage page, String code) {
    return setUp.isGood(code) ? new Page(200, page.form("", "", "")) : new Page(404, page.gone());
  }

  private Page use(SetUpPage page, String code, MultiMap form, String address) {
    String name = value(form, "name");
    String email = value(form, "email");
    try {
      if (!setUp.isGood(code)) {
        return new Page(404, page.gone());
      }
      var first = new NewAccount(email, name, Role.ADMIN, value(form, "password"), page.language());
      setUp.use(code, first, address);
      return new Page(200, page.done(publicUrl.get().toString()));
    } catch (Refusal refusal) {
      if (refusal.code() == ErrorCode.INVALID) {
        return new Page(400, page.form(name, email, refusal.field().orElse("busy")));
      }
      return refusal.code() == ErrorCode.UNAVAILABLE
          ? new Page(503, page.form(name, email, "busy"))
          : new Page(404, page.gone());
    }
  }

  private static void send(
      RoutingContext context, PageHeaders headers, SetUpPage page, Page result) {
    headers.form(context);
    context
        .response()
        .setStatusCode(result.status())
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Language", page.language())
        .end(result.html());
  }

  private static String value(MultiMap form, String name) {
    String value = form.get(name);
    return value == null ? "" : value;
  }

  private static Locale locale(RoutingContext context) {
    String wanted = context.request().getHeader("Accept-Language");
    try {
      return wanted == null || LanguageRange.parse(wanted).isEmpty()
          ? Locale.ENGLISH
          : Locale.forLanguageTag(LanguageRange.parse(wanted).getFirst().getRange());
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
