/// Ringing, the call itself and the history of calls.
@NullMarked
package dev.optima.console.call;

import org.jspecify.annotations.NullMarked;
