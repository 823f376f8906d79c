/// The commands of `optima-backend.jar`.
@NullMarked
package dev.optima.backend.cli;

import org.jspecify.annotations.NullMarked;
