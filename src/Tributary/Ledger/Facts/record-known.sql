-- Which statement of an activity, or of an organisation, is the latest word, and from when to when, as known.sql does it for flows.
-- Of two statements the better one was changed later; then the one that its own publisher makes; then that of the later document.
-- A record without an identifier stands for itself.
UPDATE $table AS stated SET known_to = ranked.known_to
FROM (
    SELECT s.document, s.record,
           CASE WHEN count(*) OVER better > 0 THEN greatest(s.known_from, min(s.known_from) OVER better) END AS known_to
    FROM $table s
    JOIN document d ON d.code = s.document
    WHERE s.$id IN (SELECT $id FROM $table WHERE $id IS NOT NULL GROUP BY $id HAVING count(*) > 1 AND bool_or(document >= $first_new))
    WINDOW better AS (
        PARTITION BY s.$id
        ORDER BY coalesce(s.last_updated::DATE, d.day) DESC, $own_first, d.day DESC, s.last_updated DESC NULLS LAST, d.sha256 DESC, s.record
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
) AS ranked
WHERE stated.document = ranked.document AND stated.record = ranked.record AND stated.known_to IS DISTINCT FROM ranked.known_to;
