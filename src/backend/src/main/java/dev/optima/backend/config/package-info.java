/// What an operator sets, from one file and the environment.
@NullMarked
package dev.optima.backend.config;

import org.jspecify.annotations.NullMarked;
