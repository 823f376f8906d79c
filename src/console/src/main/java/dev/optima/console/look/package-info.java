/// Small nodes that every view draws with.
@NullMarked
package dev.optima.console.look;

import org.jspecify.annotations.NullMarked;
