, judged AS (
    SELECT coalesce(s.same, $group) AS line, amount_usd, date, decision_date, description_hash, dst_organization, dst_plan, original_currency, original_amount,
           coalesce(dst_cluster, dst_global_cluster) AS clusters, dst_usage_year, dst_location,
           first_reported - decision_date AS delay
    FROM counted LEFT JOIN same_group s ON s.code = $group
),
several AS (SELECT code FROM object_set_member WHERE type IN ('UsageYear', 'Location') GROUP BY code HAVING count(*) > 1)
SELECT line, count(*), sum(amount_usd),
       count(delay), count(*) FILTER (delay > $late), quantile_disc(delay, 0.5), quantile_disc(delay, 0.9),
       count(*) FILTER (date IS NULL), count(*) FILTER (decision_date IS NULL), count(*) FILTER (description_hash IS NULL),
       count(*) FILTER (dst_organization IS NULL), count(*) FILTER (clusters IS NULL), count(*) FILTER (dst_plan IS NULL),
       count(*) FILTER (original_currency IS NOT NULL AND original_amount IS NULL),
       count(*) FILTER (y.code IS NOT NULL), count(*) FILTER (l.code IS NOT NULL),
       count(*) FILTER (amount_usd = 0), count(*) FILTER (delay < 0)
FROM judged
LEFT JOIN several y ON y.code = dst_usage_year
LEFT JOIN several l ON l.code = dst_location
GROUP BY line
