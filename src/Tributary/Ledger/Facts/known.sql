-- Which statement of a flow is the latest word, and from when to when.
-- Of two statements the better one is of the later version of the flow (see BestFirst). A statement holds from its document's
-- day until the first better one came. One that was never the best ends on the day it began.
-- Only flows that a new document speaks of can have changed.
CREATE TEMP TABLE touched AS
    SELECT flow_id FROM flow
    WHERE flow_id BETWEEN $low AND $high
    GROUP BY flow_id
    HAVING count(*) > 1 AND bool_or(document >= $first_new);

UPDATE flow SET known_to = ranked.known_to
FROM (
    SELECT flow.document, flow.place,
           -- greatest() passes over NULL, and the best statement has nothing before it.
           CASE WHEN count(*) OVER better > 0 THEN greatest(flow.known_from, min(flow.known_from) OVER better) END AS known_to
    FROM flow
    JOIN touched USING (flow_id)
    JOIN document ON document.code = flow.document
    WINDOW better AS (
        PARTITION BY flow_id
        ORDER BY $best_first
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
) AS ranked
WHERE flow.document = ranked.document AND flow.place = ranked.place
  AND flow.known_to IS DISTINCT FROM ranked.known_to;

DROP TABLE touched;
