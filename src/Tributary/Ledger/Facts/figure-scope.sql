-- A group-by answer does not say which plan it is about. Its requirement totals do, when exactly one plan has them.
DELETE FROM figure_scope;

INSERT INTO figure_scope
WITH totals AS (
    SELECT document,
           max(value) FILTER (measure = 'requirement') AS requirement,
           max(value) FILTER (measure = 'original_requirement') AS original
    FROM figure
    WHERE grouping = 'total' AND plan_id IS NULL AND country IS NULL AND group_name IS NULL
      AND measure IN ('requirement', 'original_requirement')
    GROUP BY document
),
plans AS (
    SELECT plan_id, value AS requirement,
           (SELECT max(o.value) FROM figure o WHERE o.document = f.document AND o.plan_id = f.plan_id AND o.measure = 'original_requirement' AND o.grouping = 'total') AS original
    FROM figure f
    WHERE measure = 'requirement' AND grouping = 'total' AND plan_id IS NOT NULL AND value > 0
)
SELECT totals.document, min(plans.plan_id), 'in a document that does not name its plan, but has its requirement totals and those of no other'
FROM totals
JOIN plans ON plans.requirement = totals.requirement AND (plans.original IS NULL OR plans.original = totals.original)
GROUP BY totals.document
HAVING count(DISTINCT plans.plan_id) = 1;
