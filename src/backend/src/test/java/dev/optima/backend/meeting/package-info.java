@NullMarked
package dev.optima.backend.meeting;

import org.jspecify.annotations.NullMarked;
