@NullMarked
package dev.optima.backend.push;

import org.jspecify.annotations.NullMarked;
