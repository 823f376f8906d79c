/// How a service says no.
@NullMarked
package dev.optima.backend.refusal;

import org.jspecify.annotations.NullMarked;
