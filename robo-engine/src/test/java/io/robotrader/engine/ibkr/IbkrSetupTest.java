package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigProblem;
import io.robotrader.config.LiveInterlock;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.ExecutionConfig;
import io.robotrader.config.section.IbkrConfig;
import io.robotrader.config.section.Secret;
import io.robotrader.config.section.TradingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From settings to a gateway: nobody trades real money by accident. */
class IbkrSetupTest {

    private static final Optional<Secret> LIVE_ACCOUNT = Optional.of(Secret.of("U1234567"));

    /** Settings that trade real money but for some keys. */
    private static RoboConfig without(Set<LiveInterlock.Key> keys) {
        return config(
                keys.contains(LiveInterlock.Key.MODE) ? TradingMode.PAPER : TradingMode.LIVE,
                keys.contains(LiveInterlock.Key.PORT) ? 7497 : 7496,
                keys.contains(LiveInterlock.Key.ORDERS),
                LIVE_ACCOUNT,
                keys.contains(LiveInterlock.Key.CONFIRMATION) ? Optional.empty() : LIVE_ACCOUNT);
    }

    private static RoboConfig config(
            TradingMode mode, int port, boolean readonly, Optional<Secret> account, Optional<Secret> confirmation) {
        RoboConfig standard = RoboConfig.defaults();
        ExecutionConfig execution = standard.execution();
        ExecutionConfig changed = new ExecutionConfig(
                mode,
                execution.maxDailyTrades(),
                execution.maxOrdersPerMinute(),
                execution.duplicateOrderWindow(),
                execution.enableShortSelling(),
                execution.onlyInSession(),
                execution.entryHours(),
                confirmation);
        IbkrConfig ibkr = new IbkrConfig("127.0.0.1", port, 5, account, readonly);
        return new RoboConfig(
                standard.environment(),
                standard.symbols(),
                standard.defaultCash(),
                changed,
                standard.risk(),
                standard.data(),
                ibkr,
                standard.strategy(),
                standard.monitoring());
    }

    static Stream<Set<LiveInterlock.Key>> missing() {
        return IntStream.range(1, 16).mapToObj(bits -> {
            Set<LiveInterlock.Key> keys = EnumSet.noneOf(LiveInterlock.Key.class);
            int bit = 1;
            for (LiveInterlock.Key key : LiveInterlock.Key.values()) {
                if ((bits & bit) != 0) {
                    keys.add(key);
                }
                bit <<= 1;
            }
            return keys;
        });
    }

    @ParameterizedTest
    @MethodSource("missing")
    void cf_7_whatever_keys_are_missing_it_is_refused_and_all_of_them_are_told_at_once(Set<LiveInterlock.Key> keys) {
        RoboConfig config = without(keys);
        assertThat(LiveInterlock.missing(config)).isEqualTo(keys);

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> IbkrSetup.of(config));

        assertThat(refused).isNotNull();
        List<String> told = refused.problems().stream().map(ConfigProblem::path).toList();
        if (keys.contains(LiveInterlock.Key.MODE) && keys.contains(LiveInterlock.Key.PORT)) {
            // It asks for nothing live but by its account, which is none to play with.
            assertThat(told).containsExactly("ibkr.account");
        } else {
            assertThat(told)
                    .isEqualTo(keys.stream().map(LiveInterlock.Key::path).toList());
            assertThat(refused).hasMessageContaining(" for live trading, but was ");
        }
    }

    @Test
    void what_is_missing_is_told_with_what_to_set_and_without_the_account() {
        assertThatThrownBy(() -> IbkrSetup.of(
                        config(TradingMode.PAPER, 4001, true, LIVE_ACCOUNT, Optional.of(Secret.of("U7654321")))))
                .hasMessageContaining("execution.mode must be live for live trading, but was paper")
                .hasMessageContaining("ibkr.readonly must be false for live trading, but was true")
                .hasMessageContaining(
                        "execution.liveConfirmation must be the live account of ibkr.account once more for"
                                + " live trading, but was ***")
                .hasMessageNotContaining("7654321");
    }

    @Test
    void an_account_on_paper_that_is_confirmed_is_no_key() {
        Optional<Secret> paper = Optional.of(Secret.of("DU1234567"));

        assertThatThrownBy(() -> IbkrSetup.of(config(TradingMode.LIVE, 7496, false, paper, paper)))
                .hasMessageContaining("ibkr.account must be given, and no account on paper (which begins with D)")
                .hasMessageNotContaining("liveConfirmation");
        assertThatThrownBy(
                        () -> IbkrSetup.of(config(TradingMode.LIVE, 7496, false, Optional.empty(), Optional.empty())))
                .hasMessageContaining("ibkr.account must be given")
                .hasMessageContaining("execution.liveConfirmation must be");
    }

    @Test
    void with_all_keys_it_is_live_and_sends_orders() {
        IbkrSetup setup = IbkrSetup.of(without(Set.of()));

        assertThat(setup.isLive()).isTrue();
        assertThat(setup.isReadOnly()).isFalse();
        assertThat(setup.account()).isEqualTo("U1234567");
        try (IbkrClient client = setup.withClientId(9).client(OrderIdStore.inMemory())) {
            assertThat(client.isReadOnly()).isFalse();
            assertThat(client.clientId()).isEqualTo(9);
        }
    }

    @Test
    void on_paper_orders_go_out_only_when_that_was_asked_for() {
        IbkrSetup trading = IbkrSetup.of(config(TradingMode.PAPER, 7497, false, Optional.empty(), Optional.empty()));
        IbkrSetup reading = IbkrSetup.of(RoboConfig.defaults());

        assertThat(trading.isLive()).isFalse();
        try (IbkrClient client = trading.client(OrderIdStore.inMemory());
                IbkrClient looking = reading.client(OrderIdStore.inMemory());
                IbkrBroker broker = reading.broker(OrderIdStore.inMemory(), IbkrContract::stock)) {
            assertThat(client.isReadOnly()).isFalse();
            assertThat(client.clientId()).isEqualTo(5);
            assertThat(looking.isReadOnly()).isTrue();
            assertThat(broker.holdsStops()).isTrue();
        }
    }

    @Test
    void a_replay_of_the_past_needs_no_gateway() {
        assertThatThrownBy(() ->
                        IbkrSetup.of(config(TradingMode.BACKTEST, 7497, true, Optional.empty(), Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("execution.mode must be paper or live to reach a broker, but was backtest");
    }

    @Test
    void another_address_is_for_a_gateway_on_paper_alone() {
        RoboConfig paper = config(TradingMode.PAPER, 4002, false, Optional.empty(), Optional.empty());
        IbkrSetup live = IbkrSetup.of(without(Set.of()));

        assertThat(IbkrSetup.of(paper).at("127.0.0.1", 12_345).isReadOnly()).isFalse();
        assertThatThrownBy(() -> IbkrSetup.of(paper).at("127.0.0.1", 4001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("newPort must be one on paper, of settings on paper, but was 4001 of settings for paper");
        assertThatThrownBy(() -> live.at("127.0.0.1", 12_345))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "newPort must be one on paper, of settings on paper, but was 12345 of settings for real money");
    }
}
