package tidings.query.endpoint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which media type a query is answered, and so which status tells of its errors. */
enum AnswerFormat {

    /** Its status tells whether the request could be carried out. */
    GRAPHQL(MediaType.APPLICATION_GRAPHQL_RESPONSE),
    /** For older clients: 200 for every well-formed request, whatever it asks. */
    JSON(MediaType.APPLICATION_JSON);

    private final MediaType type;

    AnswerFormat(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** By the {@code Accept} header; without one, JSON. Empty when the client takes neither. */
    static Optional<AnswerFormat> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.of(JSON);
        }
        try {
            return MediaType.parseMediaTypes(header).stream()
                    .filter(range -> range.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed()
                            .thenComparingInt(AnswerFormat::wildcards))
                    .flatMap(range -> Arrays.stream(values()).filter(format -> range.includes(format.type)))
                    .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static int wildcards(MediaType range) {
        return range.isWildcardType() ? 2 : range.isWildcardSubtype() ? 1 : 0;
    }
}
