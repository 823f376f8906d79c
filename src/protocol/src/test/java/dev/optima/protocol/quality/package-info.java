@NullMarked
package dev.optima.protocol.quality;

import org.jspecify.annotations.NullMarked;
