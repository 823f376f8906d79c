/// The doors between threads, and who owns what is listened to.
@NullMarked
package dev.optima.console.fx;

import org.jspecify.annotations.NullMarked;
