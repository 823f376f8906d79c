@NullMarked
package dev.optima.backend.recording;

import org.jspecify.annotations.NullMarked;
