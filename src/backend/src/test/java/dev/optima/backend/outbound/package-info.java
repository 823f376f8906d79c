@NullMarked
package dev.optima.backend.outbound;

import org.jspecify.annotations.NullMarked;
