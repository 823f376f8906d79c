@NullMarked
package dev.optima.icons;

import org.jspecify.annotations.NullMarked;
