/// What the tests stand on: the real programs as processes, people on sockets, people in browsers.
@NullMarked
package dev.optima.acceptance.harness;

import org.jspecify.annotations.NullMarked;
