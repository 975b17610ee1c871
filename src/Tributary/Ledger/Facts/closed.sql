-- The same as known.sql for flows of which a statement is gone. It ends on the day it was gone, if no better one ended it
-- before; and once it is gone, it no longer stands in the way of what is stated later.
-- Of several whole answers that lack a statement the first ended it.
CREATE TEMP TABLE gone AS
    SELECT g.* FROM flow_gone g JOIN completed_fetch f ON f.code = g.fetch_code
    QUALIFY row_number() OVER (PARTITION BY g.document, g.place ORDER BY g.day, f.query, g.fetch_code) = 1;
DELETE FROM flow_gone;
INSERT INTO flow_gone FROM gone;
DROP TABLE gone;

CREATE TEMP TABLE closing AS
    SELECT DISTINCT flow_id FROM flow_gone
    WHERE fetch_code >= $first_fetch
       OR flow_id IN (SELECT flow_id FROM flow WHERE document >= $first_new);

UPDATE flow SET known_to = ended.known_to
FROM (
    WITH stated AS (
        SELECT flow.flow_id, flow.document, flow.place, flow.known_from, gone.day AS gone,
               row_number() OVER (PARTITION BY flow.flow_id ORDER BY $best_first) AS rank
        FROM flow
        JOIN closing USING (flow_id)
        JOIN document ON document.code = flow.document
        LEFT JOIN flow_gone gone ON gone.document = flow.document AND gone.place = flow.place
    )
    -- least() and greatest() pass over NULL.
    SELECT s.document, s.place, least(s.gone, min(greatest(s.known_from, b.known_from)) FILTER (b.known_from IS NOT NULL)) AS known_to
    FROM stated s
    LEFT JOIN stated b ON b.flow_id = s.flow_id AND b.rank < s.rank AND (b.gone IS NULL OR b.gone > s.known_from)
    GROUP BY s.document, s.place, s.gone
) AS ended
WHERE flow.document = ended.document AND flow.place = ended.place
  AND flow.known_to IS DISTINCT FROM ended.known_to;

DROP TABLE closing;
