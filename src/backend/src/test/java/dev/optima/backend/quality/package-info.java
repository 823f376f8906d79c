@NullMarked
package dev.optima.backend.quality;

import org.jspecify.annotations.NullMarked;
