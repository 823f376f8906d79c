package dev.optima.backend.http;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.contract.RequestBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything under `/api`: who asks, may they, is it in the contract, then the endpoint on a
/// virtual thread. Each operation of the contract has exactly one endpoint.
public final class ApiRoutes {
  private static final String IDENTITY = "optima.identity";

  private final Vertx vertx;
  private final Contract contract;
  private final Callers callers;
  private final Workers workers;
  private final AttachmentRoutes streams;
  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Map<Integer, BodyHandler> bodies = new ConcurrentHashMap<>();

  /// @param threads run endpoints: virtual threads
  /// @param streams what the contract names, but streams
  public ApiRoutes(
      Vertx vertx,
      Contract contract,
      Callers callers,
      Executor threads,
      AttachmentRoutes streams,
      List<Endpoint> endpoints) {
    this.vertx = vertx;
    this.contract = contract;
    this.callers = callers;
    this.workers = new Workers(vertx, threads);
    this.streams = streams;
    endpoints.forEach(endpoint -> this.endpoints.put(endpoint.operationId(), endpoint));
  }

  /// Mounts the routes.
  ///
  /// @throws IllegalStateException if contract and endpoints do not fit each other
  public void mount(Router router) {
    var operations =
        contract.openApi().operations().stream()
            .map(Operation::getOperationId)
            .collect(Collectors.toSet());
    if (!operations.removeAll(AttachmentRoutes.streams())
        || !operations.equals(endpoints.keySet())) {
      throw new IllegalStateException("the contract and the endpoints differ");
    }
    PageRoutes.read(router, "/api/openapi.json").handler(this::sendContract);
    streams.mount(router);
    RouterBuilder builder =
        RouterBuilder.create(
            vertx, contract.openApi(), new PlainTexts(RequestExtractor.withBodyHandler()));
    builder.rootHandler(this::takeBody);
    builder.rootHandler(this::admit);
    for (OpenAPIRoute route : builder.getRoutes()) {
      route.addHandler(this::answer);
    }
    Router api = builder.createRouter();
    router.route("/api/*").subRouter(api);
    router.route("/api/*").failureHandler(ApiRoutes::fail);
  }

  /// Reads the body, up to the size that the operation allows.
  private void takeBody(RoutingContext context) {
    Path path = contract.openApi().findPath(context.request().path());
    int limit =
        path == null
            ? Endpoint.USUAL_BODY
            : path.getOperations().stream()
                .filter(one -> one.getHttpMethod().equals(context.request().method()))
                .map(one -> endpoints.get(one.getOperationId()))
                .filter(Objects::nonNull)
                .mapToInt(Endpoint::maxBody)
                .findFirst()
                .orElse(Endpoint.USUAL_BODY);
    bodies
        .computeIfAbsent(limit, most -> BodyHandler.create(false).setBodyLimit(most))
        .handle(context);
  }

  /// Everything that is refused before the contract is looked at.
  private void admit(RoutingContext context) {
    Path path = contract.openApi().findPath(context.request().path());
    if (path == null) {
      throw Refusal.notFound("there is nothing here");
    }
    Operation operation = operation(context, path);
    Endpoint endpoint = endpoint(operation);
    Callers.Credentials credentials = callers.credentials(context.request());
    demandJson(context, operation);
    if (endpoint.access() == Access.PUBLIC) {
      context.next();
      return;
    }
    workers.<@Nullable Identity>run(
        context,
        () -> {
          Identity identity = callers.identify(credentials);
          endpoint.access().demand(identity);
          return identity;
        },
        identity -> {
          context.put(IDENTITY, identity);
          context.next();
        });
  }

  private Operation operation(RoutingContext context, Path path) {
    HttpMethod method = context.request().method();
    for (Operation operation : path.getOperations()) {
      if (operation.getHttpMethod().equals(method)) {
        return operation;
      }
    }
    context
        .response()
        .putHeader(
            "Allow",
            path.getOperations().stream()
                .map(operation -> operation.getHttpMethod().name())
                .sorted()
                .collect(Collectors.joining(", ")));
    throw Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "this method is not allowed here");
  }

  private Endpoint endpoint(Operation operation) {
    Endpoint endpoint = endpoints.get(operation.getOperationId());
    if (AttachmentRoutes.streams().contains(operation.getOperationId())) {
      // Written so oddly (`/%2e%2e/`) that its own route did not know it.
      throw Refusal.notFound("there is nothing here");
    }
    if (endpoint == null) {
      throw new IllegalStateException("no endpoint for " + operation.getOperationId());
    }
    return endpoint;
  }

  private static void demandJson(RoutingContext context, Operation operation) {
    if (operation.getRequestBody() == null || isLeftOut(context, operation.getRequestBody())) {
      return;
    }
    String type = context.request().getHeader("Content-Type");
    String plain = type == null ? "" : type.split(";", 2)[0].strip();
    if (!plain.equalsIgnoreCase("application/json")) {
      throw Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send application/json");
    }
  }

  private static boolean isLeftOut(RoutingContext context, RequestBody body) {
    return !body.isRequired() && (context.body() == null || context.body().length() <= 0);
  }

  private void answer(RoutingContext context) {
    Operation operation =
        (Operation) context.currentRoute().getMetadata(RouterBuilder.KEY_META_DATA_OPERATION);
    Endpoint endpoint = endpoint(operation);
    Buffer body = context.body() == null ? null : context.body().buffer();
    ApiRequest request =
        new ApiRequest(
            context.<@Nullable Identity>get(IDENTITY),
            Map.copyOf(context.pathParams()),
            context.queryParams(),
            context.request().headers(),
            body == null ? new byte[0] : body.getBytes(),
            callers.address(context.request()));
    workers.run(context, () -> endpoint.handler().answer(request), reply -> reply(context, reply));
  }

  private void reply(RoutingContext context, Reply reply) {
    Reply.Parts rest = reply.rest();
    if (rest == null) {
      send(context, reply);
    } else {
      new LongAnswer(context, workers, rest).send(reply);
    }
  }

  static void send(RoutingContext context, Reply reply) {
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return;
    }
    response.setStatusCode(reply.status()).putHeader("Cache-Control", "no-store");
    reply.headers().forEach(response::putHeader);
    if (reply.status() == 204) {
      response.end();
    } else {
      response.putHeader("Content-Type", reply.mediaType()).end(reply.body());
    }
  }

  private void sendContract(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-cache")
        .end(contract.text());
  }

  static void fail(RoutingContext context) {
    Throwable failure = context.failure();
    Refusal refusal = Problems.refusal(failure, context.statusCode());
    if (refusal.code() == ErrorCode.INTERNAL && failure != null) {
      Problems.log(context, failure);
    }
    Problems.send(context, refusal);
  }
}
