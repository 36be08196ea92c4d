package io.robotrader.examples.correlate;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.robotrader.examples.console.BadInputException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** Hands out the records of a CSV file, plain or compressed by gzip, whatever its name. Stateless. */
final class CsvFile {

    private CsvFile() {}

    /** Does something with the records; called once. */
    interface Body {
        void read(CloseableIterator<CsvRecord> records);
    }

    /**
     * Reads a file.
     *
     * @param progress is told how many bytes of the file were read, again and again
     */
    static void read(Path file, Problems problems, LongConsumer progress, Body body) {
        try (InputStream in = unpacked(new CountedStream(Files.newInputStream(file), progress));
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // counted by the body, with a line each
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(in);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            body.read(records);
        } catch (CsvParseException | IllegalStateException e) {
            problems.add(file.toString(), 0, "", "", "must be CSV, but: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException(file + ": must be a file that can be read, but " + why(e));
        }
    }

    private static Exception cause(UncheckedIOException wrapper) {
        return Objects.requireNonNull(wrapper.getCause(), "cause");
    }

    private static String why(Exception broken) {
        Exception cause = broken instanceof UncheckedIOException wrapper ? cause(wrapper) : broken;
        if (cause instanceof NoSuchFileException) {
            return "is not there";
        }
        return cause instanceof AccessDeniedException ? "may not be" : "is not: " + cause.getMessage();
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static final class CountedStream extends FilterInputStream {
        private final LongConsumer progress;
        private long count;

        CountedStream(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            progress.accept(count);
            return read;
        }
    }
}
