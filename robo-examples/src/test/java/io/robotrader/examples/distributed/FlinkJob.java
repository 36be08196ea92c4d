package io.robotrader.examples.distributed;

import io.robotrader.correlation.CorrelationMoments;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** The job that docs/correlation.md shows, between the two marks. */
final class FlinkJob {
    private FlinkJob() {}

    // shown from here
    record Price(String symbol, Instant time, double value) {}

    /** What one machine works at: a range of time and a block of pairs, the symbols of two parts of the universe. */
    record Task(int range, int rows, int columns) {}

    record Share(Task task, Price price) {}

    static DataStream<CorrelationMoments> blocks(DataStream<Price> prices, List<List<String>> parts) {
        return prices.flatMap((Price price, Collector<Share> out) -> shareOut(price, parts, out))
                .returns(Share.class)
                .keyBy(Share::task)
                .fullWindowPartition()
                .mapPartition((Iterable<Share> shares, Collector<CorrelationMoments> out) -> add(shares, parts, out))
                .returns(CorrelationMoments.class)
                .keyBy(moments -> moments.rows() + " x " + moments.columns())
                .reduce((one, other) -> {
                    one.merge(other);
                    return one;
                });
    }

    /** A price goes to every block in which its symbol is. */
    private static void shareOut(Price price, List<List<String>> parts, Collector<Share> out) {
        int year = Integer.parseInt(price.time().toString().substring(0, 4));
        for (int rows = 0; rows < parts.size(); rows++) {
            for (int columns = 0; columns <= rows; columns++) {
                if (parts.get(rows).contains(price.symbol())
                        || parts.get(columns).contains(price.symbol())) {
                    out.collect(new Share(new Task(year, rows, columns), price));
                }
            }
        }
    }

    private static void add(Iterable<Share> shares, List<List<String>> parts, Collector<CorrelationMoments> out) {
        Task task = shares.iterator().next().task();
        SortedMap<Instant, Map<String, Double>> bars = new TreeMap<>();
        for (Share share : shares) {
            Price price = share.price();
            bars.computeIfAbsent(price.time(), time -> new HashMap<>()).put(price.symbol(), price.value());
        }
        CorrelationMoments moments = new CorrelationMoments(parts.get(task.rows()), parts.get(task.columns()));
        bars.forEach(moments::addBar);
        out.collect(moments);
    }
    // to here
}
