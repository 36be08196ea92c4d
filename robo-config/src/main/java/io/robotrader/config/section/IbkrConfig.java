package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How Interactive Brokers is reached. Immutable and thread-safe.
 *
 * @param host name or address of the machine that Trader Workstation or the gateway runs on
 * @param port its port, which tells paper from live: 7497 and 4002 are paper, 7496 and 4001 live
 * @param clientId the number by which the broker knows this program
 * @param account the account that is traded; empty if not given, which is enough for paper
 * @param readonly whether no order may be sent to the broker
 */
public record IbkrConfig(
        @Default("127.0.0.1")
        @Pattern(regexp = NAME + "|" + ADDRESS + "|\\[(" + ADDRESS + ")\\]")
        @Description("where Trader Workstation or the gateway runs: a name or an address")
        String host,

        @Default("7497")
        @DecimalMin("1")
        @DecimalMax("65535")
        @Description(
                "the port of Trader Workstation (7497 paper, 7496 live) or the gateway (4002 paper, 4001 live); a live"
                        + " port takes mode live and the other way round, an unknown one takes ibkr.readonly true")
        int port,

        @Default("123")
        @DecimalMin("0")
        @DecimalMax("999")
        @Description("the number by which the broker knows this program")
        int clientId,

        @Default("none")
        @Description("the account that is traded; those on paper begin with D, which must fit execution.mode")
        Optional<Secret> account,

        @Default("true")
        @Description("whether no order may be sent to the broker; only the word false switches this off")
        boolean readonly) {

    /** Labels with single points between them; an IPv4 address is one, too. */
    private static final String NAME = "(?!.*\\.\\.)[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";

    /** IPv6: at least two colons, and never three in a row. */
    private static final String ADDRESS = "(?=.*:.*:)(?!.*:::)[0-9A-Fa-f:.]{2,45}";

    /**
     * Host and port in one, not looked up yet.
     *
     * @return the address; the port must be within its bounds
     */
    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(host, port);
    }
}
