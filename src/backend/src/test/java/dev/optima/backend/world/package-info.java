/// What tests of the services stand on.
@NullMarked
package dev.optima.backend.world;

import org.jspecify.annotations.NullMarked;
