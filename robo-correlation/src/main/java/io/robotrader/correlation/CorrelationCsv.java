package io.robotrader.correlation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link CorrelationMatrix} as CSV, out and in, without losing a bit. Stateless and thread-safe.
 *
 * <p>One line a pair rather than a square, because a coefficient without its observations says little:
 *
 * <pre>
 * # robo-correlation 1,method=PEARSON,lookback=60,minimumObservations=30,highThreshold=0.7,asOf=2017-12-29T00:00:00Z,version=2
 * first,second,coefficient,observations
 * AAPL,AAPL,1.0,60
 * MSFT,AAPL,0.43,58
 * MSFT,MSFT,1.0,58
 * </pre>
 *
 * <p>The lower triangle with the diagonal, row by row, which also tells the order of the symbols. An unknown coefficient is an
 * empty cell. Lines end in a line feed; cells are quoted where RFC 4180 says so. Programs that skip lines that begin with #
 * read the rest as a table.
 */
public final class CorrelationCsv {
    static final String FORMAT = "# robo-correlation 1";
    private static final List<String> HEADER = List.of("first", "second", "coefficient", "observations");

    private CorrelationCsv() {}

    /**
     * Writes a matrix.
     *
     * @param matrix any matrix
     * @return the whole text of a file
     */
    public static String write(CorrelationMatrix matrix) {
        StringBuilder csv = new StringBuilder(FORMAT);
        MatrixFields.of(matrix)
                .forEach((key, value) -> csv.append(',').append(key).append('=').append(value));
        csv.append('\n').append(String.join(",", HEADER)).append('\n');
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j <= i; j++) {
                double coefficient = matrix.get(i, j);
                csv.append(CsvRow.quoted(matrix.symbols().get(i)))
                        .append(',')
                        .append(CsvRow.quoted(matrix.symbols().get(j)))
                        .append(',')
                        .append(Double.isNaN(coefficient) ? "" : coefficient)
                        .append(',')
                        .append(matrix.observations(i, j))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    /**
     * Reads a matrix.
     *
     * @param csv what {@link #write} wrote; lines may end in carriage return and line feed, too
     * @return a matrix equal to the one that was written, of the same version
     * @throws IllegalArgumentException if it is not so; the message names the line and what is wrong with it
     */
    public static CorrelationMatrix read(String csv) {
        List<CsvRow> rows = CsvRow.parse(csv);
        if (rows.size() < 2) {
            throw new IllegalArgumentException("line 1: a matrix must begin with two lines, but was " + rows.size());
        }
        Map<String, String> fields = fields(rows.get(0));
        CsvRow header = rows.get(1);
        if (!header.cells().equals(HEADER)) {
            throw header.wrong("must be " + String.join(",", HEADER) + ", but was " + String.join(",", header.cells()));
        }
        List<CsvRow> pairs = rows.subList(2, rows.size());
        List<String> symbols = symbols(pairs);
        MatrixDraft draft = rows.get(0).at(() -> MatrixFields.draft(fields, symbols));
        int cell = 0;
        for (int i = 0; i < symbols.size(); i++) {
            for (int j = 0; j <= i; j++, cell++) {
                pair(pairs.get(cell), draft, i, j);
            }
        }
        return draft.finish();
    }

    private static Map<String, String> fields(CsvRow row) {
        if (!row.cells().get(0).equals(FORMAT)) {
            throw row.wrong(
                    "must begin with " + FORMAT + ", but was " + row.cells().get(0));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String cell : row.cells().subList(1, row.cells().size())) {
            int equals = cell.indexOf('=');
            if (equals < 0 || fields.put(cell.substring(0, equals), cell.substring(equals + 1)) != null) {
                throw row.wrong("a cell must be key=value with each key once, but was " + cell);
            }
        }
        return fields;
    }

    /** Each row of the triangle ends with the pair of a symbol with itself. */
    private static List<String> symbols(List<CsvRow> pairs) {
        List<String> symbols = new ArrayList<>();
        int end = 0;
        while (end + symbols.size() < pairs.size()) {
            end += symbols.size();
            String symbol = pairs.get(end).cells().get(0);
            if (symbols.contains(symbol)) {
                throw pairs.get(end).wrong("first must be a symbol that did not come before, but was " + symbol);
            }
            symbols.add(symbol);
            end++;
        }
        if (end < pairs.size()) {
            CsvRow last = pairs.get(pairs.size() - 1);
            throw last.wrong(
                    "the last symbol must have " + (symbols.size() + 1) + " lines, but was " + (pairs.size() - end));
        }
        return symbols;
    }

    private static void pair(CsvRow row, MatrixDraft draft, int i, int j) {
        if (row.cells().size() != HEADER.size()) {
            throw row.wrong("must have " + HEADER.size() + " cells, but was "
                    + row.cells().size());
        }
        String first = draft.symbol(i);
        String second = draft.symbol(j);
        if (!row.cells().get(0).equals(first) || !row.cells().get(1).equals(second)) {
            throw row.wrong("must be the pair " + first + "," + second + ", but was "
                    + row.cells().get(0) + "," + row.cells().get(1));
        }
        row.at(() -> draft.read(i, j, row.cells().get(2), row.cells().get(3)));
    }
}
