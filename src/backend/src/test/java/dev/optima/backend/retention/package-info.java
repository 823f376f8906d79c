/// Tests.
@NullMarked
package dev.optima.backend.retention;

import org.jspecify.annotations.NullMarked;
