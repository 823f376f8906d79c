package dev.optima.backend.signaling;

import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.MessageBus.Subscription;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.chat.Deliveries;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ServerMessage;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who is connected to this node, and with what. Presence counts main sockets only: a call's page
/// is no place where it could ring.
public final class SessionRegistry implements Presence, AutoCloseable {
  private final MessageBus bus;
  private final Deliveries deliveries;
  private final Map<UserId, Member> members = new ConcurrentHashMap<>();
  private final Set<UserSockets> team = ConcurrentHashMap.newKeySet();
  private final Set<UserSockets> applicants = ConcurrentHashMap.newKeySet();
  private final List<Subscription> subscriptions;

  /// Sessions that ended lately: one may end between the look at its token and [#add].
  private final Set<String> ended =
      Collections.newSetFromMap(Collections.synchronizedMap(new Lately()));

  private static final class Lately extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;
    private static final int MANY = 1_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MANY;
    }
  }

  private record Member(UserSockets sockets, Subscription subscription, boolean team) {}

  public SessionRegistry(MessageBus bus, Deliveries deliveries) {
    this.bus = bus;
    this.deliveries = deliveries;
    subscriptions =
        List.of(
            bus.subscribe(Subject.TEAM, parcel -> tell(team, parcel)),
            bus.subscribe(Subject.APPLICANTS, parcel -> tell(applicants, parcel)),
            bus.subscribe(Subject.ALL, this::tellAll));
  }

  private void tellAll(Parcel parcel) {
    if (parcel instanceof Parcel.SessionOver(String session) && session != null) {
      ended.add(session);
    }
    tell(sockets(), parcel);
  }

  @Override
  public int devices(UserId user) {
    Member member = members.get(user);
    return member == null ? 0 : member.sockets.devices();
  }

  @Override
  public Set<UserId> applicants() {
    return online(false);
  }

  @Override
  public boolean isTeamHere() {
    return !team.isEmpty();
  }

  /// The people of the team who are here.
  Set<UserId> team() {
    return online(true);
  }

  private Set<UserId> online(boolean ofTeam) {
    var online = new HashSet<UserId>();
    members.forEach(
        (user, member) -> {
          if (member.team == ofTeam && member.sockets.devices() > 0) {
            online.add(user);
          }
        });
    return online;
  }

  /// Closes the sockets of a session that is over.
  public void closeSession(String sessionId) {
    bus.publish(Subject.ALL, new Parcel.SessionOver(sessionId));
  }

  /// Closes all sockets of a person: disabled, or with another role.
  public void closeUser(UserId user) {
    bus.publish(Subject.user(user), new Parcel.SessionOver(null));
  }

  /// Takes a connection in that has said who it is.
  void add(Connection connection) {
    UserId user = connection.known().userId();
    boolean ofTeam = connection.known().isTeam();
    Member member =
        members.compute(
            user,
            (id, present) -> {
              Member here = present == null ? member(id, ofTeam) : present;
              here.sockets.add(connection);
              return here;
            });
    if (connection.isMain()) {
      changed(user, ofTeam, member.sockets.devices());
    }
    String session = connection.known().sessionId();
    if (session != null && ended.contains(session)) {
      member.sockets.accept(new Parcel.SessionOver(session));
    }
  }

  void remove(Connection connection) {
    UserId user = connection.known().userId();
    var left = new int[1];
    members.computeIfPresent(
        user,
        (id, member) -> {
          left[0] = member.sockets.remove(connection);
          return member.sockets.isEmpty() ? gone(member) : member;
        });
    if (connection.isMain()) {
      changed(user, connection.known().isTeam(), left[0]);
    }
  }

  /// All up to `seq` was handed to somebody.
  void reached(RoomId room, UserId user, long seq) {
    deliveries.note(room, user, seq);
  }

  private Member member(UserId user, boolean ofTeam) {
    var sockets = new UserSockets(user, deliveries);
    (ofTeam ? team : applicants).add(sockets);
    return new Member(sockets, bus.subscribe(Subject.user(user), sockets), ofTeam);
  }

  private @Nullable Member gone(Member member) {
    member.subscription.close();
    (member.team ? team : applicants).remove(member.sockets);
    return null;
  }

  /// The team hears of applicants, applicants hear of the team.
  private void changed(UserId user, boolean ofTeam, int devices) {
    if (ofTeam) {
      bus.publish(Subject.APPLICANTS, new Parcel.TeamPresence(user, devices));
    } else {
      bus.publish(Subject.TEAM, Parcel.Event.main(presence(user, RoomId.of(user), devices)));
    }
  }

  static ServerMessage presence(UserId user, RoomId room, int devices) {
    return new ServerMessage.Presence(user, room, devices > 0, devices);
  }

  private Collection<UserSockets> sockets() {
    return members.values().stream().map(Member::sockets).toList();
  }

  private static void tell(Collection<UserSockets> sockets, Parcel parcel) {
    for (UserSockets one : sockets) {
      one.accept(parcel);
    }
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
  }
}
