package tidings.command.reading;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.NodeProperties;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    ReadMarkerStore readMarkerStore(JdbcTemplate jdbc) {
        return new ReadMarkerStore(jdbc);
    }

    @Bean
    MarkerPublication markerPublication(ReadMarkerStore store, ReadMarkerPublisher publisher, NodeProperties node) {
        MarkerPublication publication = new MarkerPublication(store, publisher, node.nodeName());
        publication.start();
        return publication;
    }

    @Bean
    CoalescedReadMarkers readMarkers(ReadMarkerStore store, MarkerPublication publication) {
        CoalescedReadMarkers markers = new CoalescedReadMarkers(store, publication);
        markers.start();
        return markers;
    }
}
