/// The life of a call as one pure state machine. Depends on nothing but java.*.
@NullMarked
package dev.optima.protocol.call;

import org.jspecify.annotations.NullMarked;
