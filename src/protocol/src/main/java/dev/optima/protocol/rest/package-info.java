/// What travels over REST, one record a body.
@NullMarked
package dev.optima.protocol.rest;

import org.jspecify.annotations.NullMarked;
