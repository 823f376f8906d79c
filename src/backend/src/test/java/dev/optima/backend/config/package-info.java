/// Settings, right and wrong.
@NullMarked
package dev.optima.backend.config;

import org.jspecify.annotations.NullMarked;
