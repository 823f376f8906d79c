/// One command that shows the whole.
@NullMarked
package dev.optima.acceptance.demo;

import org.jspecify.annotations.NullMarked;
