@NullMarked
package dev.optima.backend.history;

import org.jspecify.annotations.NullMarked;
