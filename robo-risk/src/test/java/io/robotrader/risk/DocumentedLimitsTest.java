package io.robotrader.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.LimitKind.Sense;
import io.robotrader.risk.rule.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tables of docs/risk.md are what the gate does. */
class DocumentedLimitsTest {

    static final List<Row> LIMITS = rows("| limit | set by |", 7);
    static final List<Row> EXAMPLES = rows("| example of | with |", 5);

    /** A row of a table, its cells without the marks of code. */
    record Row(List<String> cells) {
        String cell(int column) {
            return cells.get(column).replace("`", "");
        }

        LimitKind kind() {
            return LimitKind.valueOf(cell(0));
        }

        @Override
        public String toString() {
            return cell(0);
        }
    }

    @Test
    void every_limit_has_its_row_and_its_example() {
        List<LimitKind> all = LimitCase.ALL.stream().map(LimitCase::kind).toList();

        assertThat(LIMITS).extracting(Row::kind).containsExactlyInAnyOrderElementsOf(all);
        assertThat(EXAMPLES)
                .extracting(Row::kind)
                .containsExactlyElementsOf(LIMITS.stream().map(Row::kind).toList());
    }

    @ParameterizedTest
    @FieldSource("LIMITS")
    void method_unit_bound_and_default_are_those_of_the_code(Row row) {
        LimitKind kind = row.kind();
        OptionalDouble bound = RiskLimits.defaults().bound(kind);
        boolean numbered = kind.unit() != Unit.FLAG && kind != LimitKind.SHORT_SELLING;

        assertThat(LimitCase.ALL)
                .filteredOn(it -> it.kind() == kind)
                .extracting(LimitCase::builderMethod)
                .containsExactly(row.cell(1));
        assertThat(row.cell(4)).isEqualTo(unit(kind.unit()));
        assertThat(row.cell(5)).isEqualTo(!numbered ? "-" : kind.sense() == Sense.BELOW ? "refused" : "passes");
        if (bound.isEmpty()) {
            assertThat(row.cell(6)).isEqualTo("off");
        } else if (numbered) {
            assertThat(Double.parseDouble(row.cell(6).replace(",", ""))).isEqualTo(bound.getAsDouble());
        } else {
            assertThat(row.cell(6)).isEqualTo("on");
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void the_one_order_passes_and_the_other_is_refused_with_these_words(Row row) throws Exception {
        RiskLimits limits = DocumentedScene.limits(row.cell(1));

        RiskDecision first = DocumentedScene.ask(limits, row.cell(2));
        RiskDecision second = DocumentedScene.ask(limits, row.cell(3));

        assertThat(limits.bounds()).containsOnlyKeys(row.kind());
        assertThat(first.violations()).isEmpty();
        assertThat(second.violations())
                .extracting(violation -> violation.message().replaceFirst("^[A-Z_]+: ", ""))
                .containsExactly(row.cell(4));
        assertThat(second.violations().get(0).kind()).isEqualTo(row.kind());
    }

    private static String unit(Unit unit) {
        return unit == Unit.FLAG ? "yes or no" : unit.name().toLowerCase(Locale.ROOT);
    }

    private static List<Row> rows(String heading, int columns) {
        try {
            List<Row> rows = Files.readString(Path.of("..", "docs", "risk.md"), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.startsWith(heading))
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> new Row(Arrays.stream(
                                    line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                            .map(String::strip)
                            .toList()))
                    .filter(row -> row.cells().size() == columns)
                    .toList();
            assertThat(rows).as(heading).isNotEmpty();
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
