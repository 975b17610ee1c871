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
caused AS (
    SELECT m.*, coalesce(m.by_document, s.document) AS document, f.query
    FROM moved m
    LEFT JOIN flow s ON m.by_document IS NULL AND s.flow_id = m.flow_id AND s.known_from = m.day AND (s.known_to IS NULL OR s.known_to > s.known_from)
    LEFT JOIN flow_gone g ON m.by_document IS NULL AND s.document IS NULL AND g.document = m.was_document AND g.place = m.was_place AND g.day = m.day
    LEFT JOIN completed_fetch f ON f.code = g.fetch_code
)
SELECT day, document, query,
       count(*) FILTER (is_funding AND NOT was_funding), count(*) FILTER (is_funding AND was_funding), count(*) FILTER (NOT is_funding), sum(change)
FROM caused
GROUP BY day, document, query
ORDER BY day, document, query
