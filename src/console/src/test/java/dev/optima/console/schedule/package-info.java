@NullMarked
package dev.optima.console.schedule;

import org.jspecify.annotations.NullMarked;
