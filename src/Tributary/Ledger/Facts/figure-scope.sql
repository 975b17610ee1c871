-- A group-by answer does not say which plan it is about. Its requirement totals do, as long as one plan alone has them:
-- from the day on which both documents are known until a second plan with the same totals is.
DELETE FROM figure_scope;

INSERT INTO figure_scope
WITH totals AS (
    SELECT f.document, any_value(d.day) AS day,
           max(f.value) FILTER (f.measure = 'requirement') AS requirement,
           max(f.value) FILTER (f.measure = 'original_requirement') AS original
    FROM figure f JOIN document d ON d.code = f.document
    WHERE f.grouping = 'total' AND f.plan_id IS NULL AND f.country IS NULL AND f.group_name IS NULL
      AND f.measure IN ('requirement', 'original_requirement')
    GROUP BY f.document
),
plans AS (
    SELECT f.plan_id, d.day, f.value AS requirement,
           (SELECT max(o.value) FROM figure o WHERE o.document = f.document AND o.plan_id = f.plan_id AND o.measure = 'original_requirement' AND o.grouping = 'total') AS original
    FROM figure f JOIN document d ON d.code = f.document
    WHERE f.measure = 'requirement' AND f.grouping = 'total' AND f.plan_id IS NOT NULL AND f.value > 0
),
candidates AS (
    SELECT totals.document, plans.plan_id, greatest(totals.day, min(plans.day)) AS day
    FROM totals
    JOIN plans ON plans.requirement = totals.requirement AND (plans.original IS NULL OR plans.original = totals.original)
    GROUP BY totals.document, totals.day, plans.plan_id
),
links AS (
    SELECT document, plan_id, day AS known_from,
           row_number() OVER (PARTITION BY document ORDER BY day, plan_id) AS nth,
           lead(day) OVER (PARTITION BY document ORDER BY day, plan_id) AS known_to
    FROM candidates
)
SELECT document, plan_id, known_from, known_to, 'in a document that does not name its plan, but has its requirement totals and those of no other'
FROM links
WHERE nth = 1 AND known_to IS DISTINCT FROM known_from;
