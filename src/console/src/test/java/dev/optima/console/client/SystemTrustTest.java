package dev.optima.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyStore;
import java.security.PKCS12Attribute;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who of those whom a computer trusts may vouch for a server.
class SystemTrustTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.5.29.37.0|true",
        "1.3.6.1.5.5.7.3.1|true",
        "1.2.840.113635.100.1.3|true",
        "[1.3.6.1.5.5.7.3.4, 1.3.6.1.5.5.7.3.1]|true",
        "1.3.6.1.5.5.7.3.4|false",
        "[1.3.6.1.5.5.7.3.3, 1.3.6.1.5.5.7.3.4]|false",
        "1.2.840.113635.100.1.9|false",
        "1.3.6.1.5.5.7.3.17|false"
      })
  void anAuthorityForMailVouchesForNoServer(String trustedFor, boolean forServers) {
    KeyStore.Entry.Attribute use = new Use(SystemTrust.TRUSTED_FOR, trustedFor);
    KeyStore.Entry.Attribute name = new PKCS12Attribute("1.2.840.113549.1.9.20", "an authority");
    assertThat(SystemTrust.isForServers(Set.of(use, name))).isEqualTo(forServers);
  }

  @Test
  void whereTheSystemSaysNothingOfItsUseItIsForAll() {
    assertThat(SystemTrust.isForServers(Set.of())).isTrue();
  }

  private record Use(String name, String value) implements KeyStore.Entry.Attribute {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getValue() {
      return value;
    }
  }
}
