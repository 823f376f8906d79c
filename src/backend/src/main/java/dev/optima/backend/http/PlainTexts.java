package dev.optima.backend.http;

import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import io.vertx.openapi.validation.impl.ValidatableRequestImpl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the texts of a query as they are while the contract is checked: Vert.x decodes them twice,
/// so that `100 %` would be refused, and reads them as JSON, so that `"Berlin"` or `12.5` would be
/// no text. What it is given is the text as JSON.
final class PlainTexts implements RequestExtractor {
  private final RequestExtractor extractor;

  PlainTexts(RequestExtractor extractor) {
    this.extractor = extractor;
  }

  @Override
  public Future<ValidatableRequest> extractValidatableRequest(
      RoutingContext context, Operation operation) {
    return extractor
        .extractValidatableRequest(context, new WithoutQuery(operation))
        .map(request -> withQuery(request, context, operation));
  }

  private static ValidatableRequest withQuery(
      ValidatableRequest request, RoutingContext context, Operation operation) {
    Map<String, RequestParameter> query = new HashMap<>();
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getIn() == Location.QUERY) {
        List<String> values = context.queryParams().getAll(parameter.getName());
        query.put(parameter.getName(), new RequestParameterImpl(written(parameter, values)));
      }
    }
    return new ValidatableRequestImpl(
        request.getCookies(),
        request.getHeaders(),
        request.getPathParameters(),
        query,
        request.getBody(),
        request.getContentType());
  }

  /// As the validator reads it again; null if it is not there.
  private static @Nullable String written(Parameter parameter, List<String> values) {
    if (values.isEmpty()) {
      return null;
    }
    String first = values.getFirst();
    if (parameter.getSchemaType() == SchemaType.ARRAY) {
      return values.stream()
          .map(value -> parameter.getName() + "=" + quoted(value))
          .collect(Collectors.joining("&"));
    }
    boolean text = parameter.getSchemaType() == SchemaType.STRING && !first.isEmpty();
    return text ? quoted(first) : first;
  }

  /// An `&` would be taken for the end of one of several values.
  private static String quoted(String value) {
    return Json.encode(value).replace("&", "\\u0026");
  }
}
