/// Tickets and credentials.
@NullMarked
package dev.optima.backend.provider;

import org.jspecify.annotations.NullMarked;
