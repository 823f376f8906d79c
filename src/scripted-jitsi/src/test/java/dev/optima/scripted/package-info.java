@NullMarked
package dev.optima.scripted;

import org.jspecify.annotations.NullMarked;
