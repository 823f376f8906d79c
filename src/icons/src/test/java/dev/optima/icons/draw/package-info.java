@NullMarked
package dev.optima.icons.draw;

import org.jspecify.annotations.NullMarked;
