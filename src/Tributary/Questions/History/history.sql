-- On each day a flow's funding is that of the statement which began then, less that of the one which ended then.
, funded AS (
    SELECT flow_id, document, place, known_from, known_to,
           CASE WHEN boundary = 'incoming' AND NOT is_shared AND status <> 'pledge' THEN amount_usd ELSE 0 END AS amount,
           boundary = 'incoming' AND NOT is_shared AND status <> 'pledge' AS is_funding
    FROM counted
),
began AS (SELECT flow_id, known_from AS day, document, amount, is_funding FROM funded),
ended AS (SELECT flow_id, known_to AS day, document, place, amount, is_funding FROM funded WHERE known_to <= $until),
moved AS (
    SELECT flow_id, day, b.document AS by_document, e.document AS was_document, e.place AS was_place,
           coalesce(b.amount, 0) - coalesce(e.amount, 0) AS change,
           coalesce(b.is_funding, false) AS is_funding, coalesce(e.is_funding, false) AS was_funding
    FROM began b FULL JOIN ended e USING (flow_id, day)
    WHERE (b.is_funding IS DISTINCT FROM e.is_funding OR b.amount IS DISTINCT FROM e.amount)
      AND (coalesce(b.is_funding, false) OR coalesce(e.is_funding, false))
),
-- A flow that left was moved by the document that states it elsewhere since, or is gone.
departed AS (SELECT * FROM moved WHERE by_document IS NULL),
caused AS (
    SELECT day, by_document AS document, NULL AS query, is_funding, was_funding, change FROM moved WHERE by_document IS NOT NULL
    UNION ALL
    SELECT d.day, s.document, f.query, d.is_funding, d.was_funding, d.change
    FROM departed d
    LEFT JOIN (SELECT flow_id, known_from, document FROM flow WHERE known_to IS NULL OR known_to > known_from) s ON s.flow_id = d.flow_id AND s.known_from = d.day
    LEFT JOIN flow_gone g ON g.document = d.was_document AND g.place = d.was_place AND g.day = d.day AND s.document IS NULL
    LEFT JOIN completed_fetch f ON f.code = g.fetch_code
)
SELECT day, document, query,
       count(*) FILTER (is_funding AND NOT was_funding), count(*) FILTER (is_funding AND was_funding), count(*) FILTER (NOT is_funding), sum(change)
FROM caused
GROUP BY day, document, query
ORDER BY day, document, query
