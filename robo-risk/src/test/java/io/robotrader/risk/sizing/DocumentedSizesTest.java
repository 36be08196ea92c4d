package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/sizing.md is what the sizers answer. */
class DocumentedSizesTest {

    static List<List<String>> rows() throws IOException {
        return document()
                .dropWhile(line -> !line.startsWith("| sizer | entry |"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(cell -> cell.replace("`", "").strip())
                        .toList())
                .filter(row -> row.size() == 4)
                .toList();
    }

    private static Stream<String> document() throws IOException {
        return Files.readString(Path.of("..", "docs", "sizing.md"), StandardCharsets.UTF_8)
                .lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_shares_and_what_bound_them_are_as_told(List<String> row) {
        PositionSize size = sizer(row.get(0)).size(request(row.get(1)));

        assertThat(size.quantity() + "").isEqualTo(row.get(2).replace(",", ""));
        assertThat(size.boundBy().name()).isEqualTo(row.get(3));
    }

    @Test
    void every_sizer_and_every_scaler_has_a_row_and_every_bound_is_told() throws IOException {
        String all = document().reduce("", (text, line) -> text + line + "\n");

        assertThat(rows())
                .extracting(row -> row.get(0).split("[ (]", 2)[0])
                .contains("fixedFraction", "fixedRisk", "atr", "kelly", "volatilityTarget", "drawdown", "correlation");
        assertThat(SizeBound.values()).allSatisfy(bound -> assertThat(all).contains("`" + bound + "`"));
    }

    /** Such as {@code atr 0.01 2}, or {@code drawdown 0.2 of fixedFraction 0.1}. */
    private static PositionSizer sizer(String words) {
        int inner = words.indexOf(" of ");
        String[] parts = (inner < 0 ? words : words.substring(0, inner)).split(" ", -1);
        double[] numbers =
                Arrays.stream(parts).skip(1).mapToDouble(Double::parseDouble).toArray();
        Function<Integer, Double> at = i -> numbers[i];
        return switch (parts[0]) {
            case "fixedFraction" -> PositionSizers.fixedFraction(at.apply(0));
            case "fixedRisk" -> PositionSizers.fixedRisk(at.apply(0));
            case "atr" -> PositionSizers.atr(at.apply(0), at.apply(1));
            case "kelly" ->
                PositionSizers.kelly(
                        new KellyEdge(numbers[0], numbers[1], numbers[2], (long) numbers[3]), numbers[4], numbers[5]);
            case "volatilityTarget" -> PositionSizers.volatilityTarget(at.apply(0), at.apply(1));
            case "drawdown" -> Scalers.drawdown(sizer(words.substring(inner + 4)), at.apply(0));
            case "correlation" -> Scalers.correlation(sizer(words.substring(inner + 4)), at.apply(0), at.apply(1));
            default -> throw new IllegalArgumentException("not a sizer: " + parts[0]);
        };
    }

    /** An entry at 50 with an equity of 100,000 and as much to spend, and what else the words say. */
    private static SizingRequest request(String words) {
        String[] parts = words.split(" ", -1);
        double power = 100_000;
        Instrument instrument = Instrument.of("A");
        for (int i = 0; i < parts.length; i += 2) {
            power = parts[i].equals("power") ? Double.parseDouble(parts[i + 1]) : power;
            instrument = parts[i].equals("lot") ? instrument.withLotSize(Long.parseLong(parts[i + 1])) : instrument;
        }
        SizingRequest request = SizingRequest.of(instrument, Side.BUY, 50, 100_000, power);
        for (int i = 2; i < parts.length; i += 2) {
            double number = Double.parseDouble(parts[i + 1]);
            request = switch (parts[i]) {
                case "stop" -> request.withStop(number);
                case "atr" -> request.withAtr(number);
                case "volatility" -> request.withVolatility(number);
                case "drawdown" -> request.withDrawdown(number);
                case "correlation" -> request.withCorrelation(number);
                default -> request;
            };
        }
        return request;
    }
}
