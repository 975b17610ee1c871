-- How many flows were reported how many days after their decision: all that medians and shares are made of.
, delayed AS (SELECT coalesce(s.same, $group) AS line, first_reported - decision_date AS delay FROM counted LEFT JOIN same_group s ON s.code = $group)
SELECT line, delay, count(*)
FROM delayed
WHERE delay IS NOT NULL
GROUP BY line, delay
