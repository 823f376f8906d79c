package dev.optima.backend.http;

import dev.optima.backend.account.AccountService;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.account.SignInService;
import dev.optima.backend.applicant.ProfileService;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AccountChange;
import dev.optima.protocol.rest.Accounts;
import dev.optima.protocol.rest.NewAccount;
import dev.optima.protocol.rest.Preferences;
import dev.optima.protocol.rest.SignIn;
import java.util.List;

/// Sessions and accounts.
public final class SessionRoutes {
  private final SignInService signIn;
  private final SessionService sessions;
  private final ProfileService profiles;
  private final AccountService accounts;
  private final Callers callers;

  public SessionRoutes(
      SignInService signIn,
      SessionService sessions,
      ProfileService profiles,
      AccountService accounts,
      Callers callers) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.profiles = profiles;
    this.accounts = accounts;
    this.callers = callers;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "signIn",
            Access.PUBLIC,
            request -> Reply.created(signIn.signIn(request.body(SignIn.class), request.address()))),
        new Endpoint(
            "currentSession", Access.SESSION, request -> Reply.ok(profiles.me(request.identity()))),
        new Endpoint(
            "changePreferences",
            Access.SESSION,
            request ->
                Reply.ok(profiles.prefer(request.identity(), request.body(Preferences.class)))),
        new Endpoint("signOut", Access.SESSION, this::signOut),
        new Endpoint(
            "listTeam", Access.TEAM, request -> Reply.ok(accounts.team(request.identity()))),
        new Endpoint(
            "listAccounts",
            Access.ADMIN,
            request -> Reply.ok(new Accounts(accounts.list(request.identity())))),
        new Endpoint(
            "addAccount",
            Access.ADMIN,
            request ->
                Reply.created(accounts.add(request.identity(), request.body(NewAccount.class)))),
        new Endpoint(
            "changeAccount",
            Access.ADMIN,
            request ->
                Reply.ok(
                    accounts.change(
                        request.identity(),
                        request.path("accountId", UserId::new),
                        request.body(AccountChange.class)))));
  }

  private Reply signOut(ApiRequest request) {
    sessions.end(request.identity());
    return Reply.nothing().with("Set-Cookie", callers.cookie("", 0));
  }
}
