/// Typed identifiers. Every id is an opaque string on the wire.
@NullMarked
package dev.optima.protocol.id;

import org.jspecify.annotations.NullMarked;
