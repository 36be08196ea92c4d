package io.robotrader.examples.trade;

import io.robotrader.engine.ibkr.AccountValue;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.IbkrException;
import io.robotrader.engine.ibkr.IbkrPosition;
import io.robotrader.examples.console.BadInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What is known of a gateway before an engine is put on it, asked by a connection of its own that can send no order.
 *
 * @param account whose money it is
 * @param time what time it is there, asked before cash and positions
 * @param cash money in the account
 * @param positions what it holds
 */
record GatewayProbe(String account, Instant time, BigDecimal cash, List<IbkrPosition> positions) {

    private static final int LARGEST_CLIENT = 999;
    private static final String CASH = "TotalCashValue";

    GatewayProbe {
        positions = List.copyOf(positions);
    }

    /**
     * Asks.
     *
     * @param wanted the account that is to be traded; empty for the only one
     * @param live the account of the settings that makes it a matter of real money; empty on paper
     * @throws BadInputException if there is no gateway, or it is not the right one
     */
    static GatewayProbe of(
            GatewayOptions.Address address, int clientId, Optional<String> wanted, Optional<String> live) {
        var builder = IbkrClient.builder()
                .host(address.host())
                .port(address.port())
                .clientId(clientId == LARGEST_CLIENT ? clientId - 1 : clientId + 1);
        live.ifPresent(builder::allowLivePort);
        try (IbkrClient client = builder.build()) {
            client.connect().join();
            String account = account(client.account().names(), wanted, live.isPresent());
            return new GatewayProbe(
                    account,
                    client.currentTime().join(),
                    cash(client.account().summary(List.of(CASH)).join(), account),
                    client.account().positions().join().stream()
                            .filter(position -> position.account().equals(account))
                            .toList());
        } catch (CompletionException e) {
            if (e.getCause() instanceof IbkrException refused) {
                throw new BadInputException("No gateway that can be used listens on " + address.host() + ":"
                        + address.port() + " (" + refused.getMessage()
                        + "). Start Trader Workstation or IB Gateway and allow API connections, set ibkr.host and"
                        + " ibkr.port, or play one with 'gateway'.");
            }
            throw e;
        }
    }

    private static String account(List<String> names, Optional<String> wanted, boolean live) {
        if (wanted.isEmpty() && names.size() != 1) {
            throw new BadInputException("The login has " + names.size() + " accounts: ibkr.account must name one.");
        }
        String account = wanted.orElseGet(() -> names.get(0));
        if (!names.contains(account)) {
            throw new BadInputException(
                    "ibkr.account must be an account of the login, but is none of its " + names.size() + ".");
        }
        if (!live && !account.startsWith("D")) {
            throw new BadInputException(
                    "The account must be one on paper, which begins with D, but is not: nothing is traded.");
        }
        return account;
    }

    private static BigDecimal cash(List<AccountValue> values, String account) {
        return values.stream()
                .filter(value -> value.account().equals(account) && value.key().equals(CASH))
                .map(value -> new BigDecimal(value.value()))
                .findFirst()
                .orElseThrow(() -> new BadInputException("The gateway does not tell the account's cash."));
    }
}
