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
import java.util.Map;

/// Keeps the texts of a query as they are while the contract is checked: Vert.x reads them as JSON
/// first, so that `"Berlin"` or `12.5` would be no text. What it is given is the text as JSON.
final class PlainTexts implements RequestExtractor {
  private final RequestExtractor extractor;

  PlainTexts(RequestExtractor extractor) {
    this.extractor = extractor;
  }

  @Override
  public Future<ValidatableRequest> extractValidatableRequest(
      RoutingContext context, Operation operation) {
    return extractor
        .extractValidatableRequest(context, operation)
        .map(request -> quoted(request, operation));
  }

  private static ValidatableRequest quoted(ValidatableRequest request, Operation operation) {
    Map<String, RequestParameter> query = new HashMap<>(request.getQuery());
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getIn() == Location.QUERY && parameter.getSchemaType() == SchemaType.STRING) {
        query.computeIfPresent(
            parameter.getName(),
            (_, value) ->
                value.isString() && !value.getString().isEmpty()
                    ? new RequestParameterImpl(Json.encode(value.getString()))
                    : value);
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
}
