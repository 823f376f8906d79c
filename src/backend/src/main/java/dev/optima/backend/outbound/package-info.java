/// Calls to servers whose address somebody else names.
@NullMarked
package dev.optima.backend.outbound;

import org.jspecify.annotations.NullMarked;
