/// Accounts of the team, sessions, passwords: who asks.
@NullMarked
package dev.optima.backend.account;

import org.jspecify.annotations.NullMarked;
