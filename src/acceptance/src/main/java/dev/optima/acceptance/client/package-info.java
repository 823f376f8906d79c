/// Optima's contract as somebody outside would speak it: plain HTTP and JSON, nothing shared with
/// the product.
@NullMarked
package dev.optima.acceptance.client;

import org.jspecify.annotations.NullMarked;
