package dev.optima.backend;

import dev.optima.backend.account.AccountService;
import dev.optima.backend.account.Passwords;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.account.SetUpService;
import dev.optima.backend.account.SignInService;
import dev.optima.backend.signaling.SessionRegistry;
import dev.optima.backend.store.Database;

/// Accounts, and who asks.
record Team(
    Passwords passwords,
    SessionService sessions,
    SignInService signIn,
    AccountService accounts,
    SetUpService setUp) {

  static Team wire(
      Database database, Secrets secrets, SessionRegistry registry, Surroundings around) {
    Passwords passwords = new Passwords(secrets);
    SessionService sessions =
        new SessionService(
            database,
            secrets,
            around.clock(),
            around.config().sessionLife(),
            registry::closeSession);
    AccountService accounts = new AccountService(database, passwords, sessions, around.clock());
    return new Team(
        passwords,
        sessions,
        new SignInService(database, passwords, sessions, around.clock(), Thread::sleep),
        accounts,
        new SetUpService(database, accounts, secrets, around.clock()));
  }
}
