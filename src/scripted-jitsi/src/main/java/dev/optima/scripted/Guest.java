package dev.optima.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// Who a token says that one is.
///
/// @param claims all that the token says
public record Guest(String name, boolean moderator, JsonNode claims) {
  static final Guest NOBODY = new Guest("", false, MissingNode.getInstance());
}
