package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Property
    void short_decimals_read_as_the_jdk_reads_them(@ForAll long mantissa, @ForAll @IntRange(max = 25) int scale) {
        String text =
                BigDecimal.valueOf(mantissa % 10_000_000_000_000_000L, scale).toPlainString();

        assertThat(real(text)).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void every_double_reads_as_it_was_written(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(real(written(value, true))).isEqualTo(value);
            assertThat(real(Double.toString(value))).isEqualTo(value);
        }
    }

    @Property
    void every_whole_number_reads_as_it_was_written(@ForAll long value) {
        FrameBuffer out = new FrameBuffer();
        out.digits(value);
        byte[] b = out.toByteArray();

        assertThat(new String(b, StandardCharsets.US_ASCII)).isEqualTo(Long.toString(value));
        assertThat(Numbers.whole(b, 0, b.length)).isEqualTo(value);
    }

    @Test
    void doubles_are_written_as_servers_write_them() {
        assertThat(written(0, true)).isEqualTo("0.0");
        assertThat(written(2400, true)).isEqualTo("2400.0");
        assertThat(written(201.94, true)).isEqualTo("201.94");
        assertThat(written(-0.5, true)).isEqualTo("-0.5");
        assertThat(written(0.05, true)).isEqualTo("0.05");
        assertThat(written(312894, false)).isEqualTo("312894");
        assertThat(written(0.0001, false)).isEqualTo("0.0001");
        assertThat(written(948837.22, false)).isEqualTo("948837.22");
        assertThat(written(-1, false)).isEqualTo("-1");
        assertThat(written(Unset.REAL, true)).isEqualTo("1.7976931348623157E308");
        assertThat(written(1e15, true)).isEqualTo("1000000000000000");
    }

    @Test
    void the_smallest_and_largest_whole_numbers_are_read() {
        for (String text : new String[] {"9223372036854775807", "-9223372036854775808", "0", "-0", "+7"}) {
            byte[] b = Wire.bytes(text);
            assertThat(Numbers.whole(b, 0, b.length)).isEqualTo(Long.parseLong(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "1 ",
                " 1",
                "1.0",
                "9223372036854775808",
                "-9223372036854775809",
                "99999999999999999999"
            })
    void what_is_no_whole_number_is_refused(String text) {
        byte[] b = Wire.bytes(text);

        assertThatThrownBy(() -> Numbers.whole(b, 0, b.length)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                ".",
                "-.",
                "1e",
                "1e+",
                "NaN",
                "Infinity",
                "0x1p3",
                "1d",
                "1f",
                " 1",
                "1..2",
                "1e999",
                "1.2.3"
            })
    void what_is_no_finite_number_is_refused(String text) {
        byte[] b = Wire.bytes(text);

        assertThatThrownBy(() -> Numbers.real(b, 0, b.length)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "1e2000000000", "1e-2000000000", "1e99999999999", "NaN", "1,5", "--1"})
    void what_is_no_decimal_of_a_sensible_size_is_refused(String text) {
        byte[] b = Wire.bytes(text);

        assertThatThrownBy(() -> Numbers.decimal(b, 0, b.length)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7976931348623157E308", "1e200", "12e199", "1e-201", "0.1e-200"})
    void a_decimal_that_could_not_be_written_is_not_read(String text) {
        byte[] b = Wire.bytes(text);

        assertThatThrownBy(() -> Numbers.decimal(b, 0, b.length)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e199", "12e198", "1e-200", "-1.5e-199", "0e-200"})
    void the_longest_decimals_are_read_again_as_they_were_written(String text) {
        byte[] b = Wire.bytes(text);
        FrameBuffer out = new FrameBuffer();

        BigDecimal decimal = Numbers.decimal(b, 0, b.length);
        Numbers.put(out, decimal);

        assertThat(decimal).isEqualByComparingTo(text);
        assertThat(Numbers.decimal(out.array(), 0, out.size())).isEqualTo(decimal);
    }

    @Test
    void a_number_as_long_as_a_book_is_refused_and_not_read() {
        byte[] b = Wire.bytes("1".repeat(1_000_000));

        assertThatThrownBy(() -> Numbers.decimal(b, 0, b.length)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Numbers.real(b, 0, b.length)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void decimals_keep_their_spelling() {
        for (String text : new String[] {"0", "0.0", "250.10", "-29162.34", "1000000.00", "11340.427636781911"}) {
            byte[] b = Wire.bytes(text);
            assertThat(Numbers.decimal(b, 0, b.length).toPlainString()).isEqualTo(text);
        }
        byte[] exponent = Wire.bytes("1.5E3");
        assertThat(Numbers.decimal(exponent, 0, exponent.length)).isEqualTo(new BigDecimal("1500"));
    }

    private static double real(String text) {
        byte[] b = Wire.bytes(text);
        return Numbers.real(b, 0, b.length);
    }

    private static String written(double value, boolean point) {
        FrameBuffer out = new FrameBuffer();
        Numbers.put(out, value, point);
        return new String(out.toByteArray(), StandardCharsets.US_ASCII);
    }
}
