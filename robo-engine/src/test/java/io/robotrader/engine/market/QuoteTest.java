package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {

    private static final Instant NOW = Instant.parse("2024-03-08T15:00:00Z");
    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    private static Quote quote(OptionalDouble bid, OptionalDouble ask, OptionalDouble last, OptionalDouble size) {
        return new Quote("AAPL", NOW, bid, ask, last, size, size, size);
    }

    private static OptionalDouble at(double price) {
        return OptionalDouble.of(price);
    }

    @Test
    void the_price_is_the_middle_and_else_the_last_trade() {
        assertThat(Quote.of("AAPL", NOW, 10, 11).mid()).hasValue(10.5);
        assertThat(quote(at(10), at(11), at(12), UNKNOWN).price()).hasValue(10.5);
        assertThat(quote(at(10), UNKNOWN, at(12), UNKNOWN).price()).hasValue(12);
        assertThat(quote(UNKNOWN, at(11), UNKNOWN, UNKNOWN).price()).isEmpty();
        assertThat(Quote.of("AAPL", NOW, Double.MAX_VALUE, Double.MAX_VALUE).mid())
                .hasValue(Double.MAX_VALUE);
    }

    @Test
    void a_bid_above_the_ask_is_crossed_and_one_at_the_ask_is_not() {
        assertThat(Quote.of("AAPL", NOW, 11, 10).isCrossed()).isTrue();
        assertThat(Quote.of("AAPL", NOW, 11, 10).mid()).isEmpty();
        assertThat(Quote.of("AAPL", NOW, 10, 10).isCrossed()).isFalse();
        assertThat(quote(at(10), UNKNOWN, at(9), UNKNOWN).isCrossed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void en_4_no_price_stands_in_for_one_that_is_not_known(double bad) {
        String rule = " must be finite and positive, but was " + bad;

        refused(() -> quote(at(bad), at(11), UNKNOWN, UNKNOWN), "bid" + rule);
        refused(() -> quote(at(10), at(bad), UNKNOWN, UNKNOWN), "ask" + rule);
        refused(() -> quote(UNKNOWN, UNKNOWN, at(bad), UNKNOWN), "last" + rule);
        refused(() -> Tick.of("AAPL", NOW, bad, 1), "price" + rule);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_known_size_is_finite_and_not_negative(double bad) {
        refused(
                () -> quote(at(10), at(11), UNKNOWN, at(bad)),
                "bidSize must be finite and not negative, but was " + bad);
        refused(() -> Tick.of("AAPL", NOW, 10, bad), "size must be finite and not negative, but was " + bad);
    }

    @Test
    void a_quote_says_something_of_a_symbol() {
        refused(
                () -> quote(UNKNOWN, UNKNOWN, UNKNOWN, at(5)),
                "quote of AAPL must have a bid, ask or last, but was empty");
        refused(() -> Quote.of(" ", NOW, 10, 11), "symbol must not be blank, but was ' '");
        refused(() -> Tick.of("", NOW, 10, 11), "symbol must not be blank, but was ''");
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }
}
