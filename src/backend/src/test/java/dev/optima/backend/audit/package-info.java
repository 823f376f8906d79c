/// Tests.
@NullMarked
package dev.optima.backend.audit;

import org.jspecify.annotations.NullMarked;
