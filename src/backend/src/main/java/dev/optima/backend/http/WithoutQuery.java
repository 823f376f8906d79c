package dev.optima.backend.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import io.vertx.openapi.contract.Response;
import io.vertx.openapi.contract.SecurityRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operation of the contract as if it had no parameters in the query.
record WithoutQuery(Operation operation) implements Operation {
  @Override
  public List<Parameter> getParameters() {
    return operation.getParameters().stream()
        .filter(parameter -> parameter.getIn() != Location.QUERY)
        .toList();
  }

  @Override
  public String getOperationId() {
    return operation.getOperationId();
  }

  @Override
  public HttpMethod getHttpMethod() {
    return operation.getHttpMethod();
  }

  @Override
  public String getOpenAPIPath() {
    return operation.getOpenAPIPath();
  }

  @Override
  public String getAbsoluteOpenAPIPath() {
    return operation.getAbsoluteOpenAPIPath();
  }

  @Override
  public List<String> getTags() {
    return operation.getTags();
  }

  @Override
  public RequestBody getRequestBody() {
    return operation.getRequestBody();
  }

  @Override
  public @Nullable Response getDefaultResponse() {
    return operation.getDefaultResponse();
  }

  @Override
  public Response getResponse(int code) {
    return operation.getResponse(code);
  }

  @Override
  public List<SecurityRequirement> getSecurityRequirements() {
    return operation.getSecurityRequirements();
  }

  @Override
  public JsonObject getOpenAPIModel() {
    return operation.getOpenAPIModel();
  }
}
