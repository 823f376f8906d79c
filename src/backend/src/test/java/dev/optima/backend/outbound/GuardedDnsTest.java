package dev.optima.backend.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom nobody can make us call.
class GuardedDnsTest {
  private static final PrivateNetworks NONE = PrivateNetworks.of(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2001:0:1::1",
        "2002:7f00:1::1",
        "2130706433",
        "127.1",
      })
  void whatLiesInsideIsRefused(String address) {
    assertThatThrownBy(() -> new GuardedDns(NONE).lookup(address))
        .isInstanceOf(GuardedDns.Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "169.253.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::200e",
      })
  void whatLiesOutsideIsCalled(String address) throws Exception {
    assertThat(new GuardedDns(NONE).lookup(address))
        .containsExactly(InetAddress.getByName(address));
  }

  @Test
  void aNameWithOneAddressInsideIsRefusedAsAWhole() throws Exception {
    List<InetAddress> mixed =
        List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.5"));
    assertThatThrownBy(() -> new GuardedDns(host -> mixed, NONE).lookup("calendar.example"))
        .isInstanceOf(GuardedDns.Forbidden.class);
    var named = new GuardedDns(host -> mixed, PrivateNetworks.of(List.of("10.0.0.0/29")));
    assertThat(named.lookup("calendar.example")).isEqualTo(mixed);
    assertThat(named.isNamed("calendar.example")).isFalse();
    assertThat(named.isNamed("10.0.0.5")).isFalse();
  }

  @Test
  void whatIsNotThereIsNotForbidden() {
    GuardedDns nowhere =
        new GuardedDns(
            host -> {
              throw new UnknownHostException(host);
            },
            NONE);
    assertThatThrownBy(() -> nowhere.lookup("nowhere.example"))
        .isInstanceOf(UnknownHostException.class)
        .isNotInstanceOf(GuardedDns.Forbidden.class);
    assertThat(nowhere.isNamed("nowhere.example")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "192.168.1.5, 192.168.1.5, true",
    "192.168.1.5, 192.168.1.6, false",
    "192.168.1.4/31, 192.168.1.5, true",
    "127.0.0.0/8, 127.0.0.1, true",
    "127.0.0.0/8, ::1, false",
    "0.0.0.0/0, 10.0.0.1, true",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe80::1, false",
    "::1, ::1, true"
  })
  void anOperatorMayNameNetworks(String network, String address, boolean in) throws Exception {
    assertThat(PrivateNetworks.of(List.of(network)).has(InetAddress.getByName(address)))
        .isEqualTo(in);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0", "intranet", "fd00::/129", "1.2.3.999", "a"})
  void whatIsNoNetworkIsTold(String name) {
    assertThat(PrivateNetworks.isNetwork(name)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> PrivateNetworks.of(List.of(name)));
  }
}
