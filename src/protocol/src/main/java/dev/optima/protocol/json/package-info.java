/// The one JSON mapper.
@NullMarked
package dev.optima.protocol.json;

import org.jspecify.annotations.NullMarked;
