package tidings.command.readmarker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.NodeProperties;
import tidings.command.background.BackgroundTasks;

@Configuration(proxyBeanMethods = false)
class ReadMarkerConfiguration {

    @Bean
    ReadMarkerStore readMarkerStore(JdbcTemplate jdbc) {
        return new ReadMarkerStore(jdbc);
    }

    @Bean
    MarkerPublication markerPublication(
            ReadMarkerStore store, ReadMarkerPublisher publisher, NodeProperties node, BackgroundTasks tasks) {
        MarkerPublication publication = new MarkerPublication(store, publisher, node.nodeName());
        publication.start(tasks);
        return publication;
    }

    @Bean
    CoalescedReadMarkers readMarkers(ReadMarkerStore store, MarkerPublication publication, BackgroundTasks tasks) {
        CoalescedReadMarkers markers = new CoalescedReadMarkers(store, publication);
        markers.start(tasks);
        return markers;
    }
}
