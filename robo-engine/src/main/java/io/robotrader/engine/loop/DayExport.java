package io.robotrader.engine.loop;

import io.robotrader.engine.view.EngineCounts;
import io.robotrader.engine.view.PeriodLoss;
import io.robotrader.risk.account.AccountFigures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;

/** Writes a trade date's portfolio and figures to CSV files, each there as a whole or not at all. */
final class DayExport {

    private final Floor floor;
    private final Path folder;

    DayExport(Floor floor, Path folder) {
        this.floor = floor;
        this.folder = folder;
    }

    void write(LocalDate date, AccountFigures figures, List<PeriodLoss> losses) throws IOException {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(date);
        Files.createDirectories(folder);
        write("portfolio_" + day + ".csv", portfolio(date));
        write("metrics_" + day + ".csv", metrics(date, figures, losses));
    }

    private String portfolio(LocalDate date) {
        StringBuilder rows = new StringBuilder("symbol,quantity,averagePrice,mark,value,unrealizedPnl\n");
        for (String symbol : floor.desk.portfolio().symbols()) {
            long held = floor.held(symbol);
            double paid = floor.desk.portfolio().averagePrice(symbol);
            OptionalDouble mark = floor.tape.markOn(symbol, date);
            double price = mark.orElse(Double.NaN);
            rows.append(symbol)
                    .append(',')
                    .append(held)
                    .append(',')
                    .append(text(paid))
                    .append(',')
                    .append(text(price))
                    .append(',')
                    .append(text(held * price))
                    .append(',')
                    .append(text(held * (price - paid)))
                    .append('\n');
        }
        return rows.toString();
    }

    private String metrics(LocalDate date, AccountFigures figures, List<PeriodLoss> losses) {
        EngineCounts counts = floor.tally.counts(floor.now(), floor.host.lastSequence());
        StringBuilder rows = new StringBuilder("metric,value\n");
        rows.append("tradeDate,").append(date).append('\n');
        row(rows, "equity", figures.equity());
        rows.append("cash,")
                .append(floor.desk.portfolio().cash().toPlainString())
                .append('\n');
        for (PeriodLoss loss : losses) {
            row(rows, loss.period() + "Pnl", loss.pnl());
        }
        rows.append("realizedPnl,")
                .append(floor.desk.portfolio().realizedPnl().toPlainString())
                .append('\n');
        rows.append("commissions,")
                .append(floor.desk.portfolio().commissions().toPlainString())
                .append('\n');
        row(rows, "grossExposure", figures.grossExposure());
        row(rows, "riskAtStops", figures.riskAtStops());
        rows.append("openPositions,").append(figures.openPositions()).append('\n');
        rows.append("fillsOfRun,").append(counts.tradesExecuted()).append('\n');
        rows.append("ordersPlacedOfRun,").append(counts.ordersPlaced()).append('\n');
        rows.append("ordersRejectedOfRun,").append(counts.ordersRejected()).append('\n');
        rows.append("barsRefusedOfRun,").append(counts.dataRefused()).append('\n');
        return rows.toString();
    }

    private static void row(StringBuilder rows, String name, double value) {
        rows.append(name).append(',').append(text(value)).append('\n');
    }

    /** Without an exponent; what is not known is an empty cell. */
    private static String text(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : "";
    }

    private void write(String name, String text) throws IOException {
        Path next = folder.resolve(name + ".next");
        Files.writeString(next, text);
        Files.move(next, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
