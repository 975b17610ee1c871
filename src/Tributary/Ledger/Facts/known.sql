-- Which statement of a record ($table: a flow, an activity, an organisation) is the latest word, and from when to when.
-- Of two statements with one $id the better one is that of the later version ($best_first). A statement holds from its document's
-- day until the first better one came. One that was never the best ends on the day it began.
-- Only records that a new document speaks of can have changed; one without an id stands for itself.
CREATE TEMP TABLE touched AS
    SELECT $id FROM $table
    WHERE $among
    GROUP BY $id
    HAVING count(*) > 1 AND bool_or(document >= $first_new);

UPDATE $table SET known_to = ranked.known_to
FROM (
    SELECT $table.document, $table.$row,
           -- greatest() passes over NULL, and the best statement has nothing before it.
           CASE WHEN count(*) OVER better > 0 THEN greatest($table.known_from, min($table.known_from) OVER better) END AS known_to
    FROM $table
    JOIN touched USING ($id)
    JOIN document ON document.code = $table.document
    WINDOW better AS (
        PARTITION BY $id
        ORDER BY $best_first
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
) AS ranked
WHERE $table.document = ranked.document AND $table.$row = ranked.$row
  AND $table.known_to IS DISTINCT FROM ranked.known_to;

DROP TABLE touched;
